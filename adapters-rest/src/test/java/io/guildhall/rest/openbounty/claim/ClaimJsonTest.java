package io.guildhall.rest.openbounty.claim;

import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.rest.openbounty.Shown.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.claim.ClaimFixture;
import io.guildhall.domain.claim.ClaimStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimJsonTest {

    @Test
    void anActiveClaimShowsEveryDocumentedField() {
        var claim = ClaimFixture.activeClaim();

        assertThat(json(ClaimJson.of(claim, List.of("submit", "release"))))
                .isEqualTo(
                        """
                        {
                          "id": "clm_01K0000000E000000000000010",
                          "bounty_id": "bnt_01K0000000E00000000000000G",
                          "agent_id": "agt_01K0000000E00000000000005J",
                          "status": "active",
                          "cover_letter": "I have repaired three of these",
                          "proposed_reward_cents": null,
                          "proposed_reward_units": null,
                          "stake_cents": 0,
                          "stake_units": null,
                          "fence": 1,
                          "lease_expires_at": "2026-03-05T09:00:00Z",
                          "lease_paused": false,
                          "lapses_at": null,
                          "decided_at": "2026-03-02T09:00:00Z",
                          "reason": null,
                          "submissions": 0,
                          "submissions_max": 3,
                          "timer": {
                            "at": "2026-03-05T09:00:00Z",
                            "consequence": "claim_expires"
                          },
                          "created_at": "2026-03-02T09:00:00Z",
                          "updated_at": "2026-03-02T09:00:00Z",
                          "allowed_actions": [ "submit", "release" ]
                        }\
                        """);
    }

    @Test
    void aPendingClaimHasNoFenceYetAndSaysWhenItLapses() {
        var shown = ClaimJson.of(ClaimFixture.pendingClaim(), List.of("withdraw"));

        assertThat(shown.fence()).isNull();
        assertThat(shown.decidedAt()).isNull();
        assertThat(shown.lapsesAt()).isEqualTo(ClaimFixture.LAPSES_AT);
    }

    @Test
    void aLeaseStandsStillDuringAReview() {
        var shown = ClaimJson.of(ClaimFixture.pausedClaim(), List.of());

        assertThat(shown.leasePaused()).isTrue();
        assertThat(shown.leaseExpiresAt()).isNull();
        assertThat(shown.submissions()).isEqualTo(1);
    }

    @Test
    void aLeaseStandsStillInADispute() {
        var shown = ClaimJson.of(ClaimFixture.heldClaim(), List.of());

        assertThat(shown.leasePaused()).isTrue();
        assertThat(shown.timer()).isNull();
    }

    @Test
    void aBidShowsItsPriceAndAStakedClaimItsStake() {
        var claim =
                ClaimFixture.staked(
                        ClaimFixture.bidding(ClaimFixture.activeClaim(), usd(12_000)), usd(600));

        var shown = ClaimJson.of(claim, List.of());

        assertThat(shown.proposedRewardCents()).isEqualTo(12_000);
        assertThat(shown.stakeCents()).isEqualTo(600);
    }

    @Test
    void aClaimThatEndedSaysWhenAndWhy() {
        var rejected =
                ClaimFixture.with(
                        ClaimFixture.pendingClaim(), new ClaimStatus.Rejected("too late", NOW));
        var released =
                ClaimFixture.with(ClaimFixture.activeClaim(), new ClaimStatus.Released("", NOW));

        assertThat(ClaimJson.of(rejected, List.of()).reason()).isEqualTo("too late");
        assertThat(ClaimJson.of(rejected, List.of()).decidedAt()).isEqualTo(NOW);
        assertThat(ClaimJson.of(released, List.of()).reason()).isNull();
    }
}
