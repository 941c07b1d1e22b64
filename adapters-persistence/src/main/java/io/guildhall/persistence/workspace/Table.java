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

/** One table of aggregates that are saved by compare-and-set. */
record Table<A>(Sql sql, Columns columns, Row.Reader<A> reader) {

    Optional<A> find(UUID id) {
        return first("id = ?", id);
    }

    Optional<A> first(String condition, @Nullable Object... parameters) {
        return sql.first(columns.select() + condition, reader, parameters);
    }

    List<A> list(String condition, @Nullable Object... parameters) {
        return sql.list(columns.select() + condition, reader, parameters);
    }

    Page<A> page(Conditions conditions, Slice slice) {
        return conditions.page(sql, columns, reader, slice);
    }

    void add(List<@Nullable Object> origin, List<@Nullable Object> state) {
        List<@Nullable Object> values = new ArrayList<>(origin);
        values.addAll(state);
        sql.changeLater(columns.insert(), values.toArray());
    }

    void save(List<@Nullable Object> state, UUID id, long version) {
        List<@Nullable Object> values = new ArrayList<>(state);
        values.add(id);
        values.add(version);
        sql.changeOneLater(columns.table() + " " + id, columns.update(), values.toArray());
    }
}
