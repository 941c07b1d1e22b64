package io.guildhall.application.reconciliation;

import io.guildhall.application.audit.Audit;
import io.guildhall.application.audit.Mandate;
import io.guildhall.application.reconciliation.ComparedBooks.Findings;
import io.guildhall.domain.audit.AdminAct;
import io.guildhall.domain.audit.AuditSubject;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares the books of all rails now, each by itself: one that cannot be reached is told of and
 * keeps nobody from comparing the others. It books nothing; a processor is asked once more about
 * what differs, and what was done is in the audit log.
 */
public final class ReconcileRails {

    private final Transactions transactions;
    private final WatchedBooks watchedBooks;
    private final Audit audit;
    private final InstantSource worldClock;

    public ReconcileRails(
            Transactions transactions,
            WatchedBooks watchedBooks,
            Audit audit,
            InstantSource worldClock) {
        this.transactions = transactions;
        this.watchedBooks = watchedBooks;
        this.audit = audit;
        this.worldClock = worldClock;
    }

    public record Command(Mandate mandate) {}

    /**
     * @param findings null when it could not be compared
     * @param trouble why not; null when it was
     */
    public record Rail(String name, @Nullable Findings findings, @Nullable String trouble) {

        public boolean agrees() {
            return findings != null && findings.differences().isEmpty();
        }
    }

    public record Report(Instant at, List<Rail> rails) {

        public boolean agrees() {
            return rails.stream().allMatch(Rail::agrees);
        }
    }

    public Report handle(Command command) {
        command.mandate().require();
        List<Rail> compared = watchedBooks.books().stream().map(this::compare).toList();
        Map<String, String> found = new TreeMap<>();
        compared.forEach(rail -> found.put(rail.name(), word(rail)));
        transactions.run(() ->
                audit.record(
                        command.mandate(),
                        AdminAct.RECONCILE,
                        AuditSubject.BOOKS,
                        Map.of(),
                        found));
        return new Report(worldClock.instant(), compared);
    }

    private Rail compare(ComparedBooks books) {
        try {
            return new Rail(books.name(), watchedBooks.compare(books), null);
        } catch (RefusedException away) {
            return new Rail(books.name(), null, away.error().message());
        }
    }

    private static String word(Rail rail) {
        Findings findings = rail.findings();
        return findings == null
                ? "not compared"
                : rail.agrees() ? "agrees" : findings.differences().size() + " differences";
    }
}
