package io.guildhall.application.ledger;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.ledger.Purpose;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.ledger.TransferId;
import io.guildhall.domain.ledger.TransferStatus;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payout.PaymentProvider;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.Payouts;
import io.guildhall.domain.shared.Subject;
import java.time.Instant;
import java.util.List;

/**
 * Takes money out of an operator's balance. Here it is only set aside and the intent stored; a
 * worker carries it out afterwards ({@link io.guildhall.application.payout.SendPayouts}).
 */
public final class Withdraw {

    private final UseCaseContext context;
    private final Ledger ledger;
    private final Payouts payouts;
    private final PaymentProvider provider;

    public Withdraw(
            UseCaseContext context, Ledger ledger, Payouts payouts, PaymentProvider provider) {
        this.context = context;
        this.ledger = ledger;
        this.payouts = payouts;
        this.provider = provider;
    }

    public record Command(Caller caller, Money amount) {}

    public Payout handle(Command command) {
        OperatorId operator = command.caller().asOperator();
        Money amount = command.amount();
        MovableAmount.check(amount);
        return context.transactions()
                .run(() -> {
                    Instant now = context.clock().instant();
                    var id = new PayoutId(context.ids().next());
                    Payout payout = Payout.withdrawal(id, operator, amount, provider.rail(), now);
                    Subject cause = new Subject(Subject.Kind.PAYOUT, id.value());
                    Account available = Account.available(operator, amount.currency());
                    Account inTransit = Account.inTransit(operator, amount.currency());
                    Account outside = Account.externalSandbox(amount.currency());
                    ledger.post(
                            List.of(
                                    new Transfer(
                                            new TransferId(context.ids().next()),
                                            available,
                                            inTransit,
                                            amount,
                                            TransferStatus.POSTED,
                                            Purpose.WITHDRAWAL,
                                            cause,
                                            now),
                                    new Transfer(
                                            outgoing(id),
                                            inTransit,
                                            outside,
                                            amount,
                                            TransferStatus.PENDING,
                                            Purpose.WITHDRAWAL,
                                            cause,
                                            now)));
                    payouts.add(payout);
                    return payout;
                });
    }

    /** The pending transfer that a withdrawal's outcome ends: it has the payout's own id. */
    public static TransferId outgoing(PayoutId payout) {
        return new TransferId(payout.value());
    }
}
