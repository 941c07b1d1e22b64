package io.guildhall.persistence.workspace;

import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.Slice;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a list is narrowed by, as far as it is asked for; the table is called {@code t}. */
final class Conditions {

    private static final UUID BEHIND_ALL = new UUID(-1, -1);

    private final List<String> conditions = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    Conditions always(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Only where there is a value to ask for. */
    Conditions where(String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
        return this;
    }

    /** Newest first. */
    <A> Page<A> page(Sql sql, Columns columns, Row.Reader<A> reader, Slice slice) {
        List<String> all = new ArrayList<>(conditions);
        all.add("t.id < ?");
        List<@Nullable Object> parameters = new ArrayList<>(values);
        parameters.add(Optional.ofNullable(slice.after()).orElse(BEHIND_ALL));
        parameters.add(slice.limit() + 1);
        parameters.add(slice.offset());
        return Page.of(
                sql.list(
                        columns.selectAs("t")
                                + "WHERE "
                                + String.join(" AND ", all)
                                + " ORDER BY t.id DESC LIMIT ? OFFSET ?",
                        reader,
                        parameters.toArray()),
                slice.limit());
    }
}
