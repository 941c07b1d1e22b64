package io.guildhall.application.inmemory;

import io.guildhall.domain.rail.RailNotice;
import io.guildhall.domain.rail.RailNotices;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the rail told by itself, in memory; rows stay in the order in which they came. */
public final class InMemoryRailNotices implements RailNotices {

    private final Rows<String, Kept> rows;

    public InMemoryRailNotices(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    private record Kept(RailNotice notice, @Nullable Instant heardAt) {}

    @Override
    public boolean keep(RailNotice notice) {
        if (rows.keep(notice.id()).isPresent()) {
            return false;
        }
        rows.add(notice.id(), new Kept(notice, null));
        return true;
    }

    @Override
    public Optional<RailNotice> takeUnheard(@Nullable RailNotice behind) {
        return rows.where(_ -> true).stream()
                .dropWhile(row -> behind != null && !row.notice().id().equals(behind.id()))
                .skip(behind == null ? 0 : 1)
                .filter(row -> row.heardAt() == null)
                .findFirst()
                .map(Kept::notice);
    }

    @Override
    public void heard(RailNotice notice, Instant now) {
        rows.put(notice.id(), new Kept(notice, now));
    }

    @Override
    public boolean replay(String id) {
        Optional<Kept> kept = rows.find(id);
        kept.ifPresent(row -> rows.put(id, new Kept(row.notice(), null)));
        return kept.isPresent();
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
