package io.guildhall.bootstrap.money;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Lets time pass for what waits in the database, as if the machine had been off for so long: leases
 * of those who died in the middle run out, and what is to be asked again is due.
 */
final class TimePasses {

    private static final String[] WAITING = {
        "UPDATE payment SET look_at = look_at - ? * interval '1 millisecond' WHERE look_at IS NOT NULL",
        "UPDATE payout SET due_at = due_at - ? * interval '1 millisecond'"
                + " WHERE stage IN ('sending', 'confirming', 'failed')"
    };

    private TimePasses() {}

    static void by(Duration time, String database) {
        try (var connection = DriverManager.getConnection(database)) {
            for (String waiting : WAITING) {
                try (var statement = connection.prepareStatement(waiting)) {
                    statement.setLong(1, time.toMillis());
                    statement.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
