package io.guildhall.application.payment;

import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.ledger.Purpose;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.ledger.TransferId;
import io.guildhall.domain.ledger.TransferStatus;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.PaymentStage.Ended;
import io.guildhall.domain.payment.PaymentStage.Open;
import io.guildhall.domain.payment.PaymentStage.Received;
import io.guildhall.domain.payment.PaymentStage.Requested;
import io.guildhall.domain.payment.Receipt;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The movements of a payment. What the rail says are sums so far, and what is booked is by how much
 * they changed: told in any order and any number of times, the same is booked.
 */
final class PaymentBooks {

    private final Ledger ledger;
    private final IdGenerator ids;

    PaymentBooks(Ledger ledger, IdGenerator ids) {
        this.ledger = ledger;
        this.ids = ids;
    }

    /** On its way in; ends by the rail's word. */
    void expect(Payment payment, Instant now) {
        ledger.post(
                List.of(
                        transfer(
                                expected(payment),
                                payment,
                                outside(payment),
                                available(payment),
                                payment.amount(),
                                TransferStatus.PENDING,
                                Purpose.TOP_UP,
                                now)));
    }

    /** Books what has come of it since. */
    void follow(Payment before, Payment after, Instant now) {
        List<Transfer> moves = new ArrayList<>();
        switch (after.stage()) {
            case Requested _, Open _ -> {
                // Nothing has moved.
            }
            case Ended _ -> {
                if (!(before.stage() instanceof Ended)) {
                    ledger.settle(expected(after), TransferStatus.VOIDED, now);
                }
            }
            case Received(var _, var receipt, var _) -> {
                arrive(before, after, moves, now);
                Receipt was = before.stage() instanceof Received r ? r.receipt() : null;
                Money none = Money.zero(after.amount().currency());
                fees(after, was == null ? none : was.feesInAll(), receipt.feesInAll(), moves, now);
                taken(after, was == null ? none : was.takenBack(), receipt.takenBack(), moves, now);
            }
        }
        if (!moves.isEmpty()) {
            ledger.post(moves);
        }
    }

    private void arrive(Payment before, Payment after, List<Transfer> moves, Instant now) {
        switch (before.stage()) {
            case Requested _, Open _ -> ledger.settle(expected(after), TransferStatus.POSTED, now);
            // It was given up before, and what was expected then was voided.
            case Ended _ ->
                    moves.add(
                            posted(
                                    after,
                                    outside(after),
                                    available(after),
                                    after.amount(),
                                    Purpose.TOP_UP,
                                    now));
            case Received _ -> {
                // It is here already.
            }
        }
    }

    private void fees(Payment payment, Money was, Money is, List<Transfer> moves, Instant now) {
        Account costs = Account.platformCosts(payment.amount().currency());
        if (was.isLessThan(is)) {
            moves.add(
                    posted(
                            payment,
                            costs,
                            outside(payment),
                            is.minus(was),
                            Purpose.PROCESSOR_FEE,
                            now));
        } else if (is.isLessThan(was)) {
            moves.add(
                    posted(
                            payment,
                            outside(payment),
                            costs,
                            was.minus(is),
                            Purpose.PROCESSOR_FEE,
                            now));
        }
    }

    private void taken(Payment payment, Money was, Money is, List<Transfer> moves, Instant now) {
        Account debt = Account.debt(payment.payer(), payment.amount().currency());
        if (was.isLessThan(is)) {
            moves.add(
                    posted(
                            payment,
                            debt,
                            outside(payment),
                            is.minus(was),
                            Purpose.CHARGEBACK,
                            now));
        } else if (is.isLessThan(was)) {
            moves.add(
                    posted(
                            payment,
                            outside(payment),
                            debt,
                            was.minus(is),
                            Purpose.CHARGEBACK_WON,
                            now));
        }
    }

    private Transfer posted(
            Payment payment,
            Account debit,
            Account credit,
            Money amount,
            Purpose purpose,
            Instant now) {
        return transfer(
                new TransferId(ids.next()),
                payment,
                debit,
                credit,
                amount,
                TransferStatus.POSTED,
                purpose,
                now);
    }

    /** The pending transfer that the payment's outcome ends: it has the payment's own id. */
    private static TransferId expected(Payment payment) {
        return new TransferId(payment.id().value());
    }

    private static Account outside(Payment payment) {
        return Account.outside(payment.rail(), payment.amount().currency());
    }

    private static Account available(Payment payment) {
        return Account.available(payment.payer(), payment.amount().currency());
    }

    private static Transfer transfer(
            TransferId id,
            Payment payment,
            Account debit,
            Account credit,
            Money amount,
            TransferStatus status,
            Purpose purpose,
            Instant now) {
        return new Transfer(
                id,
                debit,
                credit,
                amount,
                status,
                purpose,
                new Subject(Subject.Kind.PAYMENT, payment.id().value()),
                now);
    }
}
