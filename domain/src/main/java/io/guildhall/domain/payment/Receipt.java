package io.guildhall.domain.payment;

import io.guildhall.domain.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * What the rail says of money that has come.
 *
 * @param reference by which the rail knows the payment once it is made
 * @param fee what the rail keeps of it
 * @param feeKnown whether the rail has counted its fee yet
 */
public record Receipt(String reference, Money fee, boolean feeKnown, List<Chargeback> chargebacks) {

    public Receipt {
        chargebacks = List.copyOf(chargebacks);
    }

    public Money takenBack() {
        return chargebacks.stream()
                .map(Chargeback::taken)
                .reduce(Money.zero(fee.currency()), Money::plus);
    }

    /** What the rail has kept, for the payment and for all its chargebacks. */
    public Money feesInAll() {
        return chargebacks.stream().map(Chargeback::fee).reduce(fee, Money::plus);
    }

    public Optional<Chargeback> chargeback(String named) {
        return chargebacks.stream().filter(one -> one.reference().equals(named)).findFirst();
    }
}
