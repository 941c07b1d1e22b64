package io.guildhall.application.inmemory;

import io.guildhall.domain.codehost.Notice;
import io.guildhall.domain.codehost.Notices;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What GitHub told us, in memory; rows stay in the order in which they came. */
public final class InMemoryNotices implements Notices {

    private final Rows<String, Kept> rows;

    public InMemoryNotices(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    private record Kept(
            Notice notice, Instant dueAt, @Nullable Outcome outcome, @Nullable Instant settledAt) {

        boolean isDue(Instant now) {
            return outcome == null && !dueAt.isAfter(now);
        }

        boolean isSettledBefore(Instant time) {
            return settledAt != null && settledAt.isBefore(time);
        }
    }

    @Override
    public boolean keep(Notice notice) {
        if (rows.keep(notice.id()).isPresent()) {
            return false;
        }
        rows.add(notice.id(), new Kept(notice, notice.receivedAt(), null, null));
        return true;
    }

    @Override
    public Optional<Notice> takeDue(Instant now) {
        return rows.where(row -> row.isDue(now)).stream().findFirst().map(Kept::notice);
    }

    @Override
    public void settle(Notice notice, Outcome outcome, Instant now) {
        rows.put(notice.id(), new Kept(notice, now, outcome, now));
    }

    @Override
    public void postpone(Notice failed, Instant dueAt) {
        rows.put(failed.id(), new Kept(failed, dueAt, null, null));
    }

    /** When those are due that nobody has heard yet. */
    List<Instant> dueAt() {
        return rows.where(row -> row.outcome() == null).stream().map(Kept::dueAt).toList();
    }

    @Override
    public int forgetSettledBefore(Instant time, int limit) {
        List<String> old =
                rows.keysWhere((_, row) -> row.isSettledBefore(time)).stream()
                        .limit(limit)
                        .toList();
        old.forEach(rows::remove);
        return old.size();
    }
}
