package io.guildhall.application.payment;

import io.guildhall.application.audit.Audit;
import io.guildhall.application.audit.Mandate;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.audit.AdminAct;
import io.guildhall.domain.audit.AuditSubject;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payment.Payments;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.PayoutSource.Refund;
import io.guildhall.domain.payout.PayoutStage.Blocked;
import io.guildhall.domain.payout.PayoutStage.Completed;
import io.guildhall.domain.payout.PayoutStage.Confirming;
import io.guildhall.domain.payout.PayoutStage.Failed;
import io.guildhall.domain.payout.PayoutStage.Pending;
import io.guildhall.domain.payout.PayoutStage.Returned;
import io.guildhall.domain.payout.PayoutStage.Sending;
import io.guildhall.domain.payout.Payouts;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.rail.RailBooks;
import io.guildhall.domain.rail.RailBooks.Line;
import io.guildhall.domain.rail.RailBooks.Lines;
import io.guildhall.domain.rail.RailBooks.Mark;
import io.guildhall.domain.rail.RailSnapshot;
import io.guildhall.domain.rail.RailSnapshots;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Subject;
import io.guildhall.domain.shared.Worded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Lays what the rail has written down beside the ledger and names each difference. What is only
 * under way is no difference and is counted instead. It books nothing, and keeps what was found for
 * everybody to see; of a payment that differs the rail is asked once more, so that what it failed
 * to tell is found by the next time.
 */
public final class ReconcileRail {

    /** Whoever has more than that needs another way than to read all. */
    private static final int LINES_MAX = 1_000_000;

    private static final Currency CURRENCY = Currency.USD;
    private static final Account OUTSIDE = Account.externalStripe(CURRENCY);

    private final UseCaseContext context;
    private final Ledger ledger;
    private final Payments payments;
    private final Payouts payouts;
    private final RailBooks books;
    private final RailSnapshots snapshots;
    private final Audit audit;

    public ReconcileRail(
            UseCaseContext context,
            Ledger ledger,
            Payments payments,
            Payouts payouts,
            RailBooks books,
            RailSnapshots snapshots,
            Audit audit) {
        this.context = context;
        this.ledger = ledger;
        this.payments = payments;
        this.payouts = payouts;
        this.books = books;
        this.snapshots = snapshots;
        this.audit = audit;
    }

    /** What was laid side by side. */
    public enum About implements Worded {
        /** What the rail holds for us in all. */
        BALANCE,
        PAYMENT,
        PAYOUT,
        /** Something that the rail has written down and that is nothing of ours. */
        LINE
    }

    /**
     * @param subject null when it is about the balance or a line
     * @param line as the rail names it; null when it is about another thing
     */
    public record Difference(
            About about,
            @Nullable Subject subject,
            @Nullable String line,
            Money ours,
            Money rails) {}

    /**
     * @param held what the rail says that it holds
     * @param owed what it should hold by the ledger
     * @param compared how many causes were
     * @param underWay how many of them are not compared now, for something of them is under way
     */
    public record Report(
            Instant at,
            Money held,
            Money owed,
            int compared,
            int underWay,
            List<Difference> differences) {

        public boolean agrees() {
            return differences.isEmpty();
        }

        RailSnapshot snapshot() {
            return new RailSnapshot(Rail.STRIPE, at, held, owed, differences.size(), underWay);
        }
    }

    public record Command(Mandate mandate) {}

    /**
     * @throws io.guildhall.domain.shared.RefusedException also when the rail is away
     */
    public Report handle(Command command) {
        command.mandate().require();
        Report report = handle();
        context.transactions()
                .run(() ->
                        audit.record(
                                command.mandate(),
                                AdminAct.RECONCILE_RAIL,
                                AuditSubject.BOOKS,
                                Map.of(),
                                Map.of(
                                        "differences",
                                        String.valueOf(report.differences().size()))));
        return report;
    }

    /** The same for a schedule. */
    public Report handle() {
        Map<Subject, Money> before = ledger.movedThrough(OUTSIDE);
        Money held = books.held(CURRENCY);
        List<Difference> differences = new ArrayList<>();
        Map<Subject, Money> theirs = theirs(differences);
        Map<Subject, Money> ours = ledger.movedThrough(OUTSIDE);
        Money expected = none();
        int underWay = 0;
        int compared = 0;
        for (Subject subject : all(ours, theirs)) {
            Money our = ours.getOrDefault(subject, none());
            Money their = theirs.getOrDefault(subject, none());
            compared++;
            if (our.equals(their)) {
                expected = expected.plus(our);
            } else if (isUnderWay(subject) || !our.equals(before.getOrDefault(subject, none()))) {
                underWay++;
                // Something always is: by the rail's word for it the rest can be compared.
                expected = expected.plus(their);
            } else {
                differences.add(new Difference(about(subject), subject, null, our, their));
                expected = expected.plus(our);
                askAgain(subject);
            }
        }
        Money owed = ours.values().stream().reduce(none(), Money::plus);
        // What moved while the lines were read may be in them and not yet in what was held.
        if (!expected.equals(held) && books.held(CURRENCY).equals(held)) {
            differences.add(new Difference(About.BALANCE, null, null, expected, held));
        }
        Report report =
                new Report(
                        context.clock().instant(),
                        held,
                        owed,
                        compared,
                        underWay,
                        List.copyOf(differences));
        context.transactions().run(() -> snapshots.keep(report.snapshot()));
        return report;
    }

    private Map<Subject, Money> theirs(List<Difference> differences) {
        Map<Subject, Money> sums = new HashMap<>();
        String last = null;
        int read = 0;
        Lines page;
        do {
            page = books.lines(CURRENCY, last);
            for (Line line : page.lines()) {
                Optional<Subject> subject = Optional.ofNullable(line.mark()).flatMap(this::subject);
                if (subject.isPresent()) {
                    sums.merge(subject.get(), line.net(), Money::plus);
                } else {
                    differences.add(
                            new Difference(
                                    About.LINE,
                                    null,
                                    line.reference() + " (" + line.type() + ")",
                                    none(),
                                    line.net()));
                }
                last = line.reference();
            }
            read += page.lines().size();
        } while (page.hasMore() && read < LINES_MAX);
        return sums;
    }

    private Optional<Subject> subject(Mark mark) {
        return switch (mark) {
            case Mark.OfPayment(var id) ->
                    payments.find(id).map(found -> new Subject(Subject.Kind.PAYMENT, id.value()));
            case Mark.OfReceipt(var reference) ->
                    payments.byReceipt(reference)
                            .map(found -> new Subject(Subject.Kind.PAYMENT, found.id().value()));
            case Mark.OfPayout(var id) ->
                    payouts.find(id).map(found -> new Subject(Subject.Kind.PAYOUT, id.value()));
        };
    }

    private boolean isUnderWay(Subject subject) {
        return subject.kind() == Subject.Kind.PAYMENT
                ? payments.find(new PaymentId(subject.id()))
                        .map(payment -> payment.lookAt() != null)
                        .orElse(false)
                : payouts.find(new PayoutId(subject.id()))
                        .map(ReconcileRail::isUnderWay)
                        .orElse(false);
    }

    private static boolean isUnderWay(Payout payout) {
        return switch (payout.stage()) {
            case Pending _, Sending _, Confirming _, Failed _ -> true;
            case Completed _, Blocked _, Returned _ -> false;
        };
    }

    /** Of a refund it is its payment that the rail is asked about. */
    private void askAgain(Subject subject) {
        context.transactions()
                .run(() -> {
                    Optional<Payment> payment = paymentOf(subject).flatMap(payments::find);
                    if (payment.isPresent()
                            && payment.get().ring(context.clock().instant())
                                    instanceof Decision.Accepted<Payment>(var rung, var _)) {
                        payments.save(rung);
                    }
                });
    }

    private Optional<PaymentId> paymentOf(Subject subject) {
        if (subject.kind() == Subject.Kind.PAYMENT) {
            return Optional.of(new PaymentId(subject.id()));
        }
        return payouts.find(new PayoutId(subject.id()))
                .flatMap(payout ->
                        payout.source() instanceof Refund(var payment)
                                ? Optional.of(payment)
                                : Optional.empty());
    }

    private static About about(Subject subject) {
        return subject.kind() == Subject.Kind.PAYMENT ? About.PAYMENT : About.PAYOUT;
    }

    /** In an order that is the same each time. */
    private static Set<Subject> all(Map<Subject, Money> ours, Map<Subject, Money> theirs) {
        Set<Subject> all =
                new TreeSet<>(Comparator.comparing(Subject::kind).thenComparing(Subject::id));
        all.addAll(ours.keySet());
        all.addAll(theirs.keySet());
        return all;
    }

    private static Money none() {
        return Money.zero(CURRENCY);
    }
}
