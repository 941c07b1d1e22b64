package io.guildhall.application.ledger;

import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.ledger.Purpose;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.ledger.TransferId;
import io.guildhall.domain.ledger.TransferStatus;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The movements of a withdrawal: set aside, then gone, or back again. */
public final class InTransit {

    private final Ledger ledger;
    private final Movements movements;

    public InTransit(Ledger ledger, IdGenerator ids) {
        this.ledger = ledger;
        this.movements = new Movements(ids);
    }

    public void setAside(Payout withdrawal, Instant now) {
        List<Transfer> both =
                new ArrayList<>(
                        moved(
                                available(withdrawal),
                                inTransit(withdrawal),
                                withdrawal,
                                Purpose.WITHDRAWAL,
                                now));
        both.add(
                new Transfer(
                        outgoing(withdrawal.id()),
                        inTransit(withdrawal),
                        outside(withdrawal),
                        withdrawal.net(),
                        TransferStatus.PENDING,
                        Purpose.WITHDRAWAL,
                        of(withdrawal),
                        now));
        ledger.post(both);
    }

    /** The rail has paid it. */
    public void gone(Payout withdrawal, Instant now) {
        ledger.settle(outgoing(withdrawal.id()), TransferStatus.POSTED, now);
    }

    /** The rail will not pay it, so it is the operator's to spend again. */
    public void comeBack(Payout withdrawal, Instant now) {
        ledger.settle(outgoing(withdrawal.id()), TransferStatus.VOIDED, now);
        ledger.post(
                moved(
                        inTransit(withdrawal),
                        available(withdrawal),
                        withdrawal,
                        Purpose.RETURN,
                        now));
    }

    /** The rail had paid it, and has it again: so has the operator. */
    public void bounced(Payout refund, Instant now) {
        ledger.post(moved(outside(refund), available(refund), refund, Purpose.RETURN, now));
    }

    private List<Transfer> moved(
            Account debit, Account credit, Payout payout, Purpose purpose, Instant now) {
        return movements.of(debit, credit, payout.net(), purpose, of(payout), now);
    }

    /** The pending transfer that a withdrawal's outcome ends: it has the payout's own id. */
    private static TransferId outgoing(PayoutId payout) {
        return new TransferId(payout.value());
    }

    private static Subject of(Payout payout) {
        return new Subject(Subject.Kind.PAYOUT, payout.id().value());
    }

    private static Account outside(Payout payout) {
        return Account.outside(payout.rail(), payout.net().currency());
    }

    private static Account available(Payout payout) {
        return Account.available(payout.payee(), payout.net().currency());
    }

    private static Account inTransit(Payout payout) {
        return Account.inTransit(payout.payee(), payout.net().currency());
    }
}
