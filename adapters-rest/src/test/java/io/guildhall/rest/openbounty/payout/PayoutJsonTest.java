package io.guildhall.rest.openbounty.payout;

import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.rest.openbounty.Shown.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutFixture;
import io.guildhall.domain.payout.PayoutStage;
import io.guildhall.domain.payout.Unanswered;
import io.guildhall.rest.openbounty.timer.TimerJson;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PayoutJsonTest {

    @Test
    void aPayoutForWorkShowsEveryDocumentedField() {
        var paid =
                PayoutFixture.with(
                        PayoutFixture.pendingPayoutForWork(), new PayoutStage.Completed(NOW), 1);

        assertThat(json(PayoutJson.of(paid)))
                .isEqualTo(
                        """
                        {
                          "id": "pay_01K0000000E000000000000020",
                          "source": "submission",
                          "bounty_id": "bnt_01K0000000E00000000000000G",
                          "submission_id": "sub_01K0000000E00000000000001G",
                          "dispute_id": null,
                          "ticket_id": null,
                          "project_id": null,
                          "payment_id": null,
                          "gross_amount_cents": 15000,
                          "fee_cents": 1500,
                          "net_amount_cents": 13500,
                          "gross_amount_units": null,
                          "fee_units": null,
                          "net_amount_units": null,
                          "currency": "usd",
                          "rail": "ledger",
                          "stage": "completed",
                          "reason": null,
                          "next_action": null,
                          "expected_by": null,
                          "delayed_since": null,
                          "attempts": 1,
                          "timer": null,
                          "created_at": "2026-03-02T09:00:00Z",
                          "updated_at": "2026-03-02T09:00:00Z"
                        }\
                        """);
    }

    @Test
    void aBlockedWithdrawalSaysWhatThePayeeCanDo() {
        var blocked =
                PayoutFixture.with(
                        PayoutFixture.pendingWithdrawal(),
                        new PayoutStage.Blocked("account closed", "Name another account", NOW),
                        1);

        var shown = PayoutJson.of(blocked);

        assertThat(shown.source()).isEqualTo("withdrawal");
        assertThat(shown.stage()).isEqualTo("blocked");
        assertThat(shown.reason()).isEqualTo("account closed");
        assertThat(shown.nextAction()).isEqualTo("Name another account");
        assertThat(shown.expectedBy()).isEqualTo(NOW.plus(Payout.BLOCKED_MAX));
        assertThat(shown.timer())
                .isEqualTo(new TimerJson(NOW.plus(Payout.BLOCKED_MAX), "payout_is_returned"));
        assertThat(shown.submissionId()).isNull();
    }

    @Test
    void aPayoutOfADisputeNamesIt() {
        var shown = PayoutJson.of(PayoutFixture.pendingPayoutForDispute());

        assertThat(shown.source()).isEqualTo("ruling");
        assertThat(shown.disputeId()).isEqualTo("dsp_01K0000000E00000000000002G");
        assertThat(shown.bountyId()).startsWith("bnt_");
        assertThat(shown.submissionId()).isNull();
    }

    @Test
    void aRailThatIsSilentForADayIsToldOf() {
        Instant since = NOW.minus(Payout.ANSWER_EXPECTED);

        var silent = PayoutFixture.confirmingWithdrawal(9, new Unanswered(since, false), NOW);
        var told = PayoutFixture.confirmingWithdrawal(9, new Unanswered(since, true), NOW);

        assertThat(PayoutJson.of(silent).delayedSince()).isNull();
        assertThat(PayoutJson.of(told).delayedSince()).isEqualTo(since);
    }

    @Test
    void aReturnedPayoutSaysWhy() {
        var shown = PayoutJson.of(PayoutFixture.returnedWithdrawal());

        assertThat(shown.stage()).isEqualTo("returned");
        assertThat(shown.reason()).isNotNull();
        assertThat(shown.timer()).isNull();
    }
}
