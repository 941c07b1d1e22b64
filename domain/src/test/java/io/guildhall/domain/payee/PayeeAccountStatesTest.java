package io.guildhall.domain.payee;

import static io.guildhall.domain.party.PartyFixture.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.payee.PayeeEvent.PayoutDestinationChanged;
import io.guildhall.domain.payee.PayeeOnboarding.Facts;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.states.ApprovedFile;
import io.guildhall.domain.states.StateMatrix;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PayeeAccountStatesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final UUID KEY = UUID.fromString("0198c0de-0000-7000-8000-0000000000bb");
    private static final UUID OTHER = UUID.fromString("0198c0de-0000-7000-8000-0000000000cc");
    private static final Facts PAYABLE = new Facts(true, List.of(), null, "bank-1");
    private static final Facts WANTING =
            new Facts(false, List.of("document"), "requirements.past_due", null);

    private static final String EXPECTED =
            """
            request:
              nothing -> requested
            opened:
              requested -> incomplete
              incomplete -> incomplete
              incomplete again -> incomplete
              payable -> payable
            opened as another:
              requested -> incomplete
              incomplete, incomplete again, payable !! payout_account_wrong_status
            replace:
              requested, incomplete -> requested
              incomplete again, payable -> requested + PayoutDestinationChanged
            ring:
              requested !! payout_account_wrong_status
              incomplete, incomplete again -> incomplete
              payable -> payable
            look:
              requested !! payout_account_wrong_status
              incomplete, incomplete again -> incomplete
              payable -> payable
            told it is payable:
              requested !! payout_account_wrong_status
              incomplete, incomplete again, payable -> payable
            told it is payable elsewhere:
              requested !! payout_account_wrong_status
              incomplete -> payable
              incomplete again, payable -> payable + PayoutDestinationChanged
            told what is wanted:
              requested !! payout_account_wrong_status
              incomplete, incomplete again, payable -> incomplete
            """;

    private final StateMatrix<PayeeAccount> matrix =
            new StateMatrix<>(PayeeAccount.class, account -> account.status().word())
                    .state("requested", requested())
                    .state("incomplete", opened())
                    .state("incomplete again", told(payable(), WANTING))
                    .state("payable", payable())
                    .creation("request", () -> Decision.accept(requested()))
                    .command("opened", account -> account.opened("acct_1", NOW))
                    .command("opened as another", account -> account.opened("acct_2", NOW))
                    .command("replace", account -> account.replace(OTHER, "FR", NOW))
                    .command("ring", account -> account.ring(NOW))
                    .command("look", account -> account.look(NOW))
                    .command("told it is payable", account -> account.told(PAYABLE, NOW))
                    .command(
                            "told it is payable elsewhere",
                            account ->
                                    account.told(new Facts(true, List.of(), null, "bank-2"), NOW))
                    .command("told what is wanted", account -> account.told(WANTING, NOW));

    @Test
    void everyStatusAnswersEveryCommandAsWritten() {
        matrix.assertHoldsEvery(account -> Stream.of(account.status()), PayeeStatus.class);
        matrix.assertAnswers(EXPECTED);
    }

    @Test
    void diagramShowsWhatTheCodeDoes() {
        ApprovedFile.assertApproved(
                "docs/state-machines/payout-account.md",
                matrix.page("The statuses of a payout account", "PayeeAccountStatesTest"));
    }

    @Test
    void firstDestinationIsUsableAtOnce() {
        assertThat(payable().isUsable(NOW)).isTrue();
        assertThat(opened().isUsable(NOW)).isFalse();
    }

    @Test
    void anotherDestinationIsUsedAfterItsCoolDown() {
        var moved = payable().told(new Facts(true, List.of(), null, "bank-2"), NOW).orThrow();
        Instant from = NOW.plus(PayeeAccount.COOL_DOWN);

        assertThat(moved.state().isUsable(from.minusMillis(1))).isFalse();
        assertThat(moved.state().isUsable(from)).isTrue();
        assertThat(moved.state().lookAt()).as("so that what waits goes on then").isEqualTo(from);
        assertThat(moved.events()).containsExactly(new PayoutDestinationChanged(ANN, from));
    }

    @Test
    void replacingAnAccountDoesNotShortenItsCoolDown() {
        PayeeAccount replaced = payable().replace(OTHER, "FR", NOW).orThrow().state();
        PayeeAccount again = replaced.replace(KEY, "DE", NOW.plusSeconds(60)).orThrow().state();
        PayeeAccount usable =
                told(again.opened("acct_3", NOW.plusSeconds(60)).orThrow().state(), PAYABLE);

        assertThat(usable.isUsable(NOW.plus(PayeeAccount.COOL_DOWN).minusMillis(1))).isFalse();
    }

    private static PayeeAccount requested() {
        return PayeeAccount.request(ANN, KEY, "DE", NOW);
    }

    private static PayeeAccount opened() {
        return requested().opened("acct_1", NOW).orThrow().state();
    }

    private static PayeeAccount payable() {
        return told(opened(), PAYABLE);
    }

    private static PayeeAccount told(PayeeAccount account, Facts facts) {
        return account.told(facts, NOW).orThrow().state();
    }
}
