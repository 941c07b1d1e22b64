package io.guildhall.persistence.schema;

import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** A database from before there was a stream, in which much has happened already. */
public final class PostgresBeforeTheStream implements QuarkusTestResourceLifecycleManager {

    static final int EVENTS = 2_500;

    private static final String HAPPENED =
            """
            INSERT INTO outbox (event_id, kind, subject_kind, subject_id, story_kind, story_id, payload, occurred_at)
            SELECT gen_random_uuid(), 'bounty.expired', 'bounty', id, 'bounty', id,
                '{"bounty_id":"bnt_01ARZ3NDEKTSV4RRFFQ69G5FAV","poster_id":"opr_01ARZ3NDEKTSV4RRFFQ69G5FAV"}',
                timestamptz '2026-11-01 10:00Z' + number * interval '1 second'
            FROM (SELECT number, gen_random_uuid() AS id FROM generate_series(1, ${EVENTS}) AS number)
            ORDER BY number
            """
                    .replace("${EVENTS}", Integer.toString(EVENTS));

    @Override
    public Map<String, String> start() {
        String url = PostgresForTests.freshDatabase();
        Flyway.configure().dataSource(url, null, null).target("5").load().migrate();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(HAPPENED);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return Map.of("quarkus.datasource.jdbc.url", url);
    }

    /** The last one counts, and this is the only one that its test means. */
    @Override
    public int order() {
        return 2;
    }

    @Override
    public void stop() {}
}
