package io.guildhall.persistence.shared;

import io.guildhall.domain.shared.LostRace;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Plain SQL on the unit of work's own connection, or on any when there is no unit of work. */
@Singleton
public final class Sql {

    /**
     * The protocol counts a statement's parameters by two bytes, and the driver those of all that
     * it is given as one text together: 65,535 is where it refuses.
     */
    static final int PARAMETERS_MAX = 30_000;

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry unitOfWork;

    Sql(DataSource dataSource, TransactionSynchronizationRegistry unitOfWork) {
        this.dataSource = dataSource;
        this.unitOfWork = unitOfWork;
    }

    /** A statement that waits, and what is lost if it finds no row; null where that is well. */
    private record Change(String sql, List<@Nullable Object> parameters, @Nullable String raced) {

        void check(int changed) {
            if (raced != null && changed == 0) {
                throw new LostRace(raced);
            }
        }
    }

    /** What a unit of work has not sent yet, in its order. */
    private record Waiting(List<Change> changes) {}

    /** What is done with a statement whose parameters are set. */
    private interface Execution<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    public <T> Optional<T> first(String sql, Row.Reader<T> reader, @Nullable Object... parameters) {
        return execute(
                sql,
                parameters,
                statement -> {
                    try (ResultSet result = statement.executeQuery()) {
                        return result.next()
                                ? Optional.of(reader.read(new Row(result)))
                                : Optional.<T>empty();
                    }
                });
    }

    /** The rows that a change returns. */
    public <T> List<T> changeReturning(
            String sql, Row.Reader<T> reader, @Nullable Object... parameters) {
        mustBeInUnitOfWork();
        return list(sql, reader, parameters);
    }

    /** The row that a change of at most one returns. */
    public <T> Optional<T> changeReturningFirst(
            String sql, Row.Reader<T> reader, @Nullable Object... parameters) {
        mustBeInUnitOfWork();
        return first(sql, reader, parameters);
    }

    public <T> List<T> list(String sql, Row.Reader<T> reader, @Nullable Object... parameters) {
        return execute(
                sql,
                parameters,
                statement -> {
                    try (ResultSet result = statement.executeQuery()) {
                        List<T> rows = new ArrayList<>();
                        Row row = new Row(result);
                        while (result.next()) {
                            rows.add(reader.read(row));
                        }
                        return rows;
                    }
                });
    }

    public boolean exists(String query, @Nullable Object... parameters) {
        return first(query, _ -> true, parameters).isPresent();
    }

    /**
     * @return how many rows were changed
     */
    public int change(String sql, @Nullable Object... parameters) {
        mustBeInUnitOfWork();
        return execute(sql, parameters, PreparedStatement::executeUpdate);
    }

    /**
     * Changes something together with what else waits: by one round trip, before the next statement
     * of this unit of work or at its end. What is wrong with it is told then.
     */
    public void changeLater(String sql, @Nullable Object... parameters) {
        keepWaiting(new Change(sql, Arrays.asList(parameters), null));
    }

    /**
     * The same for what is there unless somebody else was faster.
     *
     * @param raced what the race was for, if no row is found
     */
    public void changeOneLater(String raced, String sql, @Nullable Object... parameters) {
        keepWaiting(new Change(sql, Arrays.asList(parameters), raced));
    }

    /**
     * Inserts all rows by one statement, or by few where they are too many for one.
     *
     * @param start the statement up to {@code VALUES}
     */
    public void insert(String start, List<List<@Nullable Object>> rows) {
        insert(start, rows, "");
    }

    /**
     * The same.
     *
     * @param end each statement from its last row on
     */
    public void insert(String start, List<List<@Nullable Object>> rows, String end) {
        if (rows.isEmpty()) {
            return;
        }
        int columns = rows.getFirst().size();
        int together = PARAMETERS_MAX / columns;
        for (int from = 0; from < rows.size(); from += together) {
            var some = rows.subList(from, Math.min(rows.size(), from + together));
            changeLater(
                    start + " VALUES " + rows(some.size(), columns) + end,
                    some.stream().flatMap(List::stream).toArray());
        }
    }

    /** As many rows of so many question marks. */
    public static String rows(int count, int columns) {
        return String.join(", ", Collections.nCopies(count, "(" + placeholders(columns) + ")"));
    }

    /** As many question marks, with commas in between. */
    public static String placeholders(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    /**
     * Sends what waits; outside a unit of work nothing does.
     *
     * @throws LostRace if somebody was faster
     */
    void sendWaiting() {
        if (isInUnitOfWork()
                && unitOfWork.getResource(Waiting.class) instanceof Waiting(var changes)
                && !changes.isEmpty()) {
            List<Change> sent = List.copyOf(changes);
            changes.clear();
            inPieces(sent).forEach(this::send);
        }
    }

    /** In their order, and each piece with no more parameters than one statement may have. */
    private static List<List<Change>> inPieces(List<Change> changes) {
        List<List<Change>> pieces = new ArrayList<>();
        int from = 0;
        int parameters = 0;
        for (int next = 0; next < changes.size(); next++) {
            int more = changes.get(next).parameters().size();
            if (next > from && parameters + more > PARAMETERS_MAX) {
                pieces.add(changes.subList(from, next));
                from = next;
                parameters = 0;
            }
            parameters += more;
        }
        pieces.add(changes.subList(from, changes.size()));
        return pieces;
    }

    /** The driver sends statements that are one text without a wait between them. */
    private void send(List<Change> changes) {
        executeNow(
                changes.stream().map(Change::sql).collect(Collectors.joining("; ")),
                changes.stream().flatMap(change -> change.parameters().stream()).toArray(),
                statement -> {
                    statement.execute();
                    for (Change change : changes) {
                        change.check(statement.getUpdateCount());
                        statement.getMoreResults();
                    }
                    return changes.size();
                });
    }

    private <T> T execute(String sql, @Nullable Object[] parameters, Execution<T> execution) {
        sendWaiting();
        return executeNow(sql, parameters, execution);
    }

    private <T> T executeNow(String sql, @Nullable Object[] parameters, Execution<T> execution) {
        try (Connection connection = connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int place = 0; place < parameters.length; place++) {
                set(statement, place + 1, parameters[place]);
            }
            return execution.of(statement);
        } catch (SQLException e) {
            throw Failures.translated(e);
        }
    }

    private Connection connection() {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw Failures.unavailable(e);
        }
    }

    private void keepWaiting(Change change) {
        mustBeInUnitOfWork();
        if (unitOfWork.getResource(Waiting.class) instanceof Waiting waiting) {
            waiting.changes().add(change);
        } else {
            unitOfWork.putResource(Waiting.class, new Waiting(new ArrayList<>(List.of(change))));
        }
    }

    private boolean isInUnitOfWork() {
        return unitOfWork.getTransactionKey() != null;
    }

    private void mustBeInUnitOfWork() {
        if (!isInUnitOfWork()) {
            throw new IllegalStateException("Nothing is changed outside a unit of work");
        }
    }

    private static void set(PreparedStatement statement, int place, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case null -> statement.setNull(place, Types.NULL);
            // Cut to what the column keeps; the driver would round it up.
            case Instant time ->
                    statement.setObject(
                            place, time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
            case UUID id -> statement.setObject(place, id);
            case String text -> statement.setString(place, text);
            case Integer number -> statement.setInt(place, number);
            case Long number -> statement.setLong(place, number);
            case Boolean flag -> statement.setBoolean(place, flag);
            case byte[] bytes -> statement.setBytes(place, bytes);
            case Json(var text) -> statement.setObject(place, text, Types.OTHER);
            case Ids(var ids) ->
                    statement.setArray(
                            place, statement.getConnection().createArrayOf("uuid", ids.toArray()));
            case List<?> texts ->
                    statement.setArray(
                            place,
                            statement.getConnection().createArrayOf("text", texts.toArray()));
            default -> throw new IllegalArgumentException("No column for " + value.getClass());
        }
    }
}
