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
import java.util.List;

/** The movements of a withdrawal: set aside, then gone, or back again. */
public final class InTransit {

    private final Ledger ledger;
    private final IdGenerator ids;

    public InTransit(Ledger ledger, IdGenerator ids) {
        this.ledger = ledger;
        this.ids = ids;
    }

    public void setAside(Payout withdrawal, Instant now) {
        Account outside = Account.outside(withdrawal.rail(), withdrawal.net().currency());
        ledger.post(
                List.of(
                        transfer(
                                new TransferId(ids.next()),
                                withdrawal,
                                available(withdrawal),
                                inTransit(withdrawal),
                                TransferStatus.POSTED,
                                Purpose.WITHDRAWAL,
                                now),
                        transfer(
                                outgoing(withdrawal.id()),
                                withdrawal,
                                inTransit(withdrawal),
                                outside,
                                TransferStatus.PENDING,
                                Purpose.WITHDRAWAL,
                                now)));
    }

    /** The rail has paid it. */
    public void gone(Payout withdrawal) {
        ledger.settle(outgoing(withdrawal.id()), TransferStatus.POSTED);
    }

    /** The rail will not pay it, so it is the operator's to spend again. */
    public void comeBack(Payout withdrawal, Instant now) {
        ledger.settle(outgoing(withdrawal.id()), TransferStatus.VOIDED);
        ledger.post(
                List.of(
                        transfer(
                                new TransferId(ids.next()),
                                withdrawal,
                                inTransit(withdrawal),
                                available(withdrawal),
                                TransferStatus.POSTED,
                                Purpose.RETURN,
                                now)));
    }

    /** The pending transfer that a withdrawal's outcome ends: it has the payout's own id. */
    private static TransferId outgoing(PayoutId payout) {
        return new TransferId(payout.value());
    }

    private static Transfer transfer(
            TransferId id,
            Payout withdrawal,
            Account debit,
            Account credit,
            TransferStatus status,
            Purpose purpose,
            Instant now) {
        return new Transfer(
                id,
                debit,
                credit,
                withdrawal.net(),
                status,
                purpose,
                new Subject(Subject.Kind.PAYOUT, withdrawal.id().value()),
                now);
    }

    private static Account available(Payout withdrawal) {
        return Account.available(withdrawal.payee(), withdrawal.net().currency());
    }

    private static Account inTransit(Payout withdrawal) {
        return Account.inTransit(withdrawal.payee(), withdrawal.net().currency());
    }
}
