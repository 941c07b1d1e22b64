package io.guildhall.application.ledger;

import io.guildhall.application.payout.Destinations;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payout.PaymentProvider;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.Payouts;
import java.time.Instant;

/**
 * Takes money out of an operator's balance. Here it is only set aside and the intent stored; a
 * worker carries it out afterwards ({@link io.guildhall.application.payout.SendPayouts}).
 */
public final class Withdraw {

    private final UseCaseContext context;
    private final InTransit inTransit;
    private final Payouts payouts;
    private final PaymentProvider provider;
    private final Destinations destinations;
    private final Debts debts;
    private final PretendedMoney pretended;

    public Withdraw(
            UseCaseContext context,
            Ledger ledger,
            Payouts payouts,
            PaymentProvider provider,
            Destinations destinations) {
        this.context = context;
        this.inTransit = new InTransit(ledger, context.ids());
        this.payouts = payouts;
        this.provider = provider;
        this.destinations = destinations;
        this.debts = new Debts(ledger, context.ids());
        this.pretended = new PretendedMoney(ledger);
    }

    public record Command(Caller caller, Money amount) {}

    public Payout handle(Command command) {
        OperatorId operator = command.caller().asOperator();
        Money amount = command.amount();
        MovableAmount.check(amount);
        return context.transactions()
                .run(() -> {
                    Instant now = context.clock().instant();
                    debts.mustBeClear(operator, amount.currency(), now);
                    destinations.mustBeUsable(operator, amount, provider.rail(), now);
                    var id = new PayoutId(context.ids().next());
                    Payout payout = Payout.withdrawal(id, operator, amount, provider.rail(), now);
                    pretended.mustStay(operator, amount, provider.rail());
                    inTransit.setAside(payout, now);
                    payouts.add(payout);
                    return payout;
                });
    }
}
