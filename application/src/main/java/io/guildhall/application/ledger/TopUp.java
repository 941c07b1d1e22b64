package io.guildhall.application.ledger;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Balance;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.ledger.Purpose;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.ledger.TransferId;
import io.guildhall.domain.ledger.TransferStatus;
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

    public TopUp(UseCaseContext context, Ledger ledger) {
        this.context = context;
        this.ledger = ledger;
    }

    public record Command(Caller caller, Money amount) {}

    public List<Balance> handle(Command command) {
        OperatorId operator = command.caller().asOperator();
        MovableAmount.check(command.amount());
        return context.transactions()
                .run(() -> {
                    Instant now = context.clock().instant();
                    context.funding().mustBeOpen(Rail.SANDBOX, command.amount().currency(), now);
                    ledger.post(
                            List.of(
                                    new Transfer(
                                            new TransferId(context.ids().next()),
                                            Account.externalSandbox(command.amount().currency()),
                                            Account.available(
                                                    operator, command.amount().currency()),
                                            command.amount(),
                                            TransferStatus.POSTED,
                                            Purpose.TOP_UP,
                                            new Subject(Subject.Kind.OPERATOR, operator.value()),
                                            now)));
                    return ledger.balancesOf(operator);
                });
    }
}
