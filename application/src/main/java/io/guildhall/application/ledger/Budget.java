package io.guildhall.application.ledger;

import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.ledger.Purpose;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.payment.PaymentError.ProjectOnHold;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Subject;
import io.guildhall.domain.workspace.Project;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The movements of a project's budget: in from its owner, out to those whose work was approved and
 * to the platform, back to its owner.
 */
public final class Budget {

    private final Ledger ledger;
    private final Movements movements;
    private final Debts debts;

    public Budget(Ledger ledger, IdGenerator ids) {
        this.ledger = ledger;
        this.movements = new Movements(ids);
        this.debts = new Debts(ledger, ids);
    }

    public boolean canBeFunded(Project project, Money amount) {
        return !debts.owes(project.owner(), Project.CURRENCY)
                && !ledger.spendable(available(project)).isLessThan(amount);
    }

    /** Refused where the owner's balance does not cover it, or it owes for a chargeback. */
    public void fund(Project project, Money amount, Instant now) {
        debts.mustBeClear(project.owner(), Project.CURRENCY, now);
        ledger.post(
                movements.of(
                        available(project),
                        budget(project),
                        amount,
                        Purpose.BUDGET,
                        of(project),
                        now));
    }

    /**
     * What was put aside of a payment that its bank has taken back pays nobody, until the owner
     * owes nothing.
     */
    public void mustNotBeOnHold(Project project) {
        if (debts.owes(project.owner(), Project.CURRENCY)) {
            throw new RefusedException(new ProjectOnHold(project.id()));
        }
    }

    /** Of a few cents the platform's part is nothing. */
    public void pay(Project project, Payout payout, Instant now) {
        Subject cause = new Subject(Subject.Kind.PAYOUT, payout.id().value());
        Account payee = Account.available(payout.payee(), payout.gross().currency());
        Account fees = Account.platformFees(payout.gross().currency());
        List<Transfer> transfers = new ArrayList<>();
        transfers.addAll(
                movements.of(budget(project), payee, payout.net(), Purpose.PAYOUT, cause, now));
        transfers.addAll(
                movements.of(budget(project), fees, payout.fee(), Purpose.FEE, cause, now));
        ledger.post(transfers);
    }

    /** What was not spent is the owner's again; no fee is taken of it. */
    public void giveBack(Project project, Money left, Instant now) {
        if (left.isPositive()) {
            ledger.post(
                    movements.of(
                            budget(project),
                            available(project),
                            left,
                            Purpose.REFUND,
                            of(project),
                            now));
        }
    }

    private static Account available(Project project) {
        return Account.available(project.owner(), Project.CURRENCY);
    }

    private static Account budget(Project project) {
        return Account.budget(project.id(), project.owner(), Project.CURRENCY);
    }

    private static Subject of(Project project) {
        return new Subject(Subject.Kind.PROJECT, project.id().value());
    }
}
