package io.guildhall.application.inmemory;

import io.guildhall.domain.rail.RailNotice;
import io.guildhall.domain.rail.RailNotices;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the rail told by itself, in memory; rows stay in the order in which they came. */
public final class InMemoryRailNotices implements RailNotices {

    private final Rows<String, Kept> rows;

    public InMemoryRailNotices(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    private record Kept(RailNotice notice, Instant dueAt, @Nullable Instant heardAt) {}

    @Override
    public boolean keep(RailNotice notice) {
        if (rows.keep(notice.id()).isPresent()) {
            return false;
        }
        rows.add(notice.id(), new Kept(notice, notice.receivedAt(), null));
        return true;
    }

    @Override
    public Optional<RailNotice> takeDue(Instant now) {
        return rows.where(row -> row.heardAt() == null && !row.dueAt().isAfter(now)).stream()
                .min(Comparator.comparing(Kept::dueAt))
                .map(Kept::notice);
    }

    @Override
    public void heard(RailNotice notice, Instant now) {
        rows.put(notice.id(), new Kept(notice, now, now));
    }

    @Override
    public void postpone(RailNotice failed, Instant dueAt) {
        rows.put(failed.id(), new Kept(failed, dueAt, null));
    }

    @Override
    public boolean replay(String id) {
        Optional<Kept> kept = rows.find(id);
        kept.ifPresent(row -> rows.put(id, fresh(row.notice())));
        return kept.isPresent();
    }

    private static Kept fresh(RailNotice notice) {
        RailNotice fresh =
                RailNotice.received(notice.id(), notice.type(), notice.body(), notice.receivedAt());
        return new Kept(fresh, fresh.receivedAt(), null);
    }

    @Override
    public int forgetHeardBefore(Instant time, int limit) {
        List<String> old =
                rows
                        .keysWhere((_, row) -> {
                            Instant heardAt = row.heardAt();
                            return heardAt != null && heardAt.isBefore(time);
                        })
                        .stream()
                        .limit(limit)
                        .toList();
        old.forEach(rows::remove);
        return old.size();
    }
}
