package io.guildhall.application.inmemory;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payment.PaymentStage.Open;
import io.guildhall.domain.payment.PaymentStage.Received;
import io.guildhall.domain.payment.PaymentStage.Requested;
import io.guildhall.domain.payment.Payments;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Payments in memory. */
public final class InMemoryPayments implements Payments {

    private final Rows<PaymentId, Payment> rows;

    public InMemoryPayments(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public Optional<Payment> find(PaymentId id) {
        return rows.find(id);
    }

    @Override
    public Optional<Payment> byReceipt(String reference) {
        return rows.where(payment -> hasReceipt(payment, reference)).stream().findFirst();
    }

    @Override
    public Optional<Payment> underWayFor(BountyId bounty) {
        return rows.where(payment -> isUnderWayFor(payment, bounty)).stream().findFirst();
    }

    @Override
    public List<Payment> ofBounty(BountyId bounty, int limit) {
        return rows.where(payment -> bounty.equals(payment.bounty())).stream()
                .sorted(Comparator.comparing(payment -> payment.id().value(), Rows.BY_BYTES))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Payment> takeDue(Instant now, int limit) {
        return rows.where(payment -> isDue(payment, now)).stream()
                .sorted(
                        Comparator.comparing(InMemoryPayments::lookAt)
                                .thenComparing(payment -> payment.id().value(), Rows.BY_BYTES))
                .limit(limit)
                .map(due -> rows.keep(due.id()).orElseThrow())
                .toList();
    }

    @Override
    public Page<Payment> of(OperatorId payer, PageRequest page) {
        return rows.newestFirst(
                payment -> payment.payer().equals(payer), payment -> payment.id().value(), page);
    }

    @Override
    public void add(Payment payment) {
        BountyId bounty = payment.bounty();
        if (bounty != null && underWayFor(bounty).isPresent()) {
            throw new LostRace("payment for bounty " + bounty);
        }
        rows.add(payment.id(), payment);
    }

    @Override
    public Payment save(Payment payment) {
        if (rows.find(payment.id()).orElseThrow().version() != payment.version()) {
            throw new LostRace("payment " + payment.id());
        }
        if (payment.stage() instanceof Received(var _, var receipt, var _)
                && rows.any(other ->
                        hasReceipt(other, receipt.reference())
                                && !other.id().equals(payment.id()))) {
            throw new IllegalStateException("Another has receipt " + receipt.reference());
        }
        Payment saved = payment.atVersion(payment.version() + 1);
        rows.put(saved.id(), saved);
        return saved;
    }

    /** All of them, for whoever wants to check the whole market. */
    public List<Payment> all() {
        return rows.where(_ -> true);
    }

    private static boolean hasReceipt(Payment payment, String reference) {
        return payment.stage() instanceof Received(var _, var receipt, var _)
                && receipt.reference().equals(reference);
    }

    private static boolean isUnderWayFor(Payment payment, BountyId bounty) {
        return bounty.equals(payment.bounty())
                && (payment.stage() instanceof Requested || payment.stage() instanceof Open);
    }

    private static boolean isDue(Payment payment, Instant now) {
        Instant due = payment.lookAt();
        return due != null && !due.isAfter(now);
    }

    private static Instant lookAt(Payment payment) {
        return Objects.requireNonNull(payment.lookAt());
    }
}
