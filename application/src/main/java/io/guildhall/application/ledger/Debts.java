package io.guildhall.application.ledger;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.ledger.Purpose;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payment.PaymentError.InDebt;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What operators owe after a chargeback of money they had spent. Whatever they have pays it first,
 * and who owes something can neither post nor withdraw: as nothing else leaves a balance, it does
 * not matter how soon after its coming income is taken.
 */
public final class Debts {

    private final Ledger ledger;
    private final Movements movements;

    public Debts(Ledger ledger, IdGenerator ids) {
        this.ledger = ledger;
        this.movements = new Movements(ids);
    }

    /** Takes what the operator has, up to what it owes; what is too much goes back to it. */
    public void level(OperatorId operator, Currency currency, Instant now) {
        Account debt = Account.debt(operator, currency);
        Account available = Account.available(operator, currency);
        // Two that level at once would otherwise both take the same debt.
        Money standing = ledger.lock(debt);
        if (standing.isPositive()) {
            move(debt, available, standing, operator, now);
            return;
        }
        Money owed = Money.zero(currency).minus(standing);
        Money has = ledger.spendable(available);
        Money paid = has.isLessThan(owed) ? has : owed;
        if (paid.isPositive()) {
            move(available, debt, paid, operator, now);
        }
    }

    /**
     * For whoever moves something on the operator's balance first and levels then: as all take the
     * debt before the balance, no two wait for each other.
     */
    public void lock(OperatorId operator, Currency currency) {
        ledger.lock(Account.debt(operator, currency));
    }

    public boolean owes(OperatorId operator, Currency currency) {
        return ledger.spendable(Account.debt(operator, currency)).units() < 0;
    }

    /** Levels, and refuses whoever still owes something. */
    public void mustBeClear(OperatorId operator, Currency currency, Instant now) {
        Account debt = Account.debt(operator, currency);
        if (ledger.spendable(debt).isZero()) {
            return;
        }
        level(operator, currency, now);
        Money left = ledger.spendable(debt);
        if (left.units() < 0) {
            throw new RefusedException(new InDebt(Money.zero(currency).minus(left)));
        }
    }

    /**
     * Levels those who owe something and have something.
     *
     * @return how many; as many as {@code limit} means that there may be more
     */
    public int levelAll(UseCaseContext context, int limit) {
        List<Account> payable = ledger.payableDebts(limit);
        for (Account debt : payable) {
            OperatorId operator = Objects.requireNonNull(debt.holder());
            context.transactions()
                    .run(() -> level(operator, debt.currency(), context.clock().instant()));
        }
        return payable.size();
    }

    private void move(
            Account debit, Account credit, Money amount, OperatorId operator, Instant now) {
        ledger.post(
                movements.of(
                        debit,
                        credit,
                        amount,
                        Purpose.DEBT,
                        new Subject(Subject.Kind.OPERATOR, operator.value()),
                        now));
    }
}
