package io.guildhall.application.ledger;

import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payment.PaymentError.PretendedMoneyStays;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.shared.RefusedException;
import java.util.Arrays;

/**
 * What a sandbox gave away on a database that has a real rail by now. Nobody can tell any more on
 * whose balance it lies. As long as everybody who takes something out leaves as much on its own
 * balance, what goes out is what somebody has paid in.
 */
public final class PretendedMoney {

    private final Ledger ledger;

    public PretendedMoney(Ledger ledger) {
        this.ledger = ledger;
    }

    public boolean isThere() {
        return Arrays.stream(Currency.values())
                .anyMatch(
                        currency -> !ledger.spendable(Account.externalSandbox(currency)).isZero());
    }

    /**
     * For the unit of work in which the amount is taken off the operator's balance.
     *
     * @param rail by which it is to leave
     */
    public void mustStay(OperatorId operator, Money leaving, Rail rail) {
        if (rail == Rail.SANDBOX) {
            return;
        }
        Currency currency = leaving.currency();
        Money pretended =
                Money.zero(currency).minus(ledger.spendable(Account.externalSandbox(currency)));
        if (!pretended.isPositive()) {
            return;
        }
        // Two at once would otherwise both leave the same.
        Money has = ledger.lock(Account.available(operator, currency));
        if (has.minus(leaving).isLessThan(pretended)) {
            throw new RefusedException(new PretendedMoneyStays(pretended));
        }
    }
}
