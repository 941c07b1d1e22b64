package io.guildhall.application.contract;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.domain.payee.PayeeAccount;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.rail.RailMode;
import org.junit.jupiter.api.Test;

/** What every implementation of RailRecords keeps. */
public abstract class RailRecordsContract extends PortContract {

    @Test
    public void latestModeIsKept() {
        for (RailMode mode : RailMode.values()) {
            unit(() -> ports().railRecords().keep(mode));

            assertThat(unit(() -> ports().railRecords().mode())).contains(mode);
        }
    }

    @Test
    public void paymentAndPayoutAccountAreOfTheRail() {
        var payment =
                Payment.request(
                        new PaymentId(ids.next()),
                        operator().id(),
                        usd(2_000),
                        null,
                        Rail.STRIPE,
                        clock.instant());
        var account = PayeeAccount.request(operator().id(), ids.next(), "DE", clock.instant());

        undone(() -> {
            ports().payments().add(payment);
            assertThat(ports().railRecords().any()).isTrue();
        });
        undone(() -> {
            ports().payeeAccounts().add(account);
            assertThat(ports().railRecords().any()).isTrue();
        });
    }

    /** So that no other test finds it due. */
    private void undone(Runnable work) {
        assertThatThrownBy(() ->
                        unit(() -> {
                            work.run();
                            throw new IllegalStateException("undone");
                        }))
                .hasMessage("undone");
    }
}
