package io.guildhall.persistence.race;

import io.guildhall.persistence.shared.Sql;
import java.time.Duration;
import org.awaitility.Awaitility;

/** That somebody in the database waits for what another has locked. */
final class SomebodyWaits {

    private SomebodyWaits() {}

    /** Asks in a thread of its own: within a unit of work it is always the same moment. */
    static void await(Sql sql) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(() ->
                        sql.exists(
                                "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                        + " AND datname = current_database()"));
    }
}
