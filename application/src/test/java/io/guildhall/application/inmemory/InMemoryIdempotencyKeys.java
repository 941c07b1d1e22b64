package io.guildhall.application.inmemory;

import io.guildhall.application.access.IdempotencyKeys;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answered writes in memory. As there is one unit of work at a time, no key is ever still running.
 */
public final class InMemoryIdempotencyKeys implements IdempotencyKeys {

    /**
     * @param answer null until the write has ended
     */
    private record Use(
            Scope scope, String fingerprint, Instant at, @Nullable StoredAnswer answer) {}

    private final InMemoryTransactions transactions;
    private final Rows<Scope, Use> rows;

    public InMemoryIdempotencyKeys(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = new Rows<>(transactions);
    }

    @Override
    public Reservation reserve(Scope scope, String fingerprint, Instant now) {
        Use use = rows.find(scope).orElse(null);
        if (use == null || use.answer() == null || !now.isBefore(use.at().plus(KEPT))) {
            rows.put(scope, new Use(scope, fingerprint, now, null));
            return new Reservation.Fresh();
        }
        if (!use.fingerprint().equals(fingerprint)) {
            return new Reservation.UsedOtherwise();
        }
        return new Reservation.Answered(use.answer());
    }

    @Override
    public void answer(Scope scope, StoredAnswer answer) {
        Use use = rows.find(scope).orElseThrow(IllegalStateException::new);
        if (use.answer() != null) {
            throw new IllegalStateException("Answered already: " + scope);
        }
        rows.put(scope, new Use(scope, use.fingerprint(), use.at(), answer));
    }

    @Override
    public int forgetBefore(Instant time, int limit) {
        return transactions.run(() -> {
            List<Use> old = rows.where(use -> use.at().isBefore(time));
            List<Use> forgotten = old.subList(0, Math.min(limit, old.size()));
            forgotten.forEach(use -> rows.remove(use.scope()));
            return forgotten.size();
        });
    }
}
