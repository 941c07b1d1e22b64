package io.guildhall.application.ledger;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Balance;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.ledger.Purpose;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.shared.Subject;
import java.time.Instant;
import java.util.List;

/** Puts pretended money on an operator's balance; exists in sandbox installations only. */
public final class TopUp {

    private final UseCaseContext context;
    private final Ledger ledger;
    private final Movements movements;
    private final Rail rail;

    /**
     * @param rail by which money comes to this installation
     */
    public TopUp(UseCaseContext context, Ledger ledger, Rail rail) {
        this.context = context;
        this.ledger = ledger;
        this.movements = new Movements(context.ids());
        this.rail = rail;
    }

    /** Whether money is pretended here; elsewhere there is nothing of this kind. */
    public boolean isOffered() {
        return rail == Rail.SANDBOX;
    }

    public record Command(Caller caller, Money amount) {}

    public List<Balance> handle(Command command) {
        if (!isOffered()) {
            throw new IllegalStateException("Money is real here and is not made up");
        }
        OperatorId operator = command.caller().asOperator();
        MovableAmount.check(command.amount());
        return context.transactions()
                .run(() -> {
                    Instant now = context.clock().instant();
                    Currency currency = command.amount().currency();
                    context.funding().mustBeOpen(Rail.SANDBOX, currency, now);
                    ledger.post(
                            movements.of(
                                    Account.externalSandbox(currency),
                                    Account.available(operator, currency),
                                    command.amount(),
                                    Purpose.TOP_UP,
                                    new Subject(Subject.Kind.OPERATOR, operator.value()),
                                    now));
                    return ledger.balancesOf(operator);
                });
    }
}
