package io.guildhall.persistence.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Waits for a migration as long as it takes: the time limits of the connections, ours for an answer
 * and the database's for a statement, are for requests, and an index over much is made for longer.
 */
public final class PatientMigrations extends BaseCallback {

    private static final int NO_LIMIT = 0;

    private int usual = NO_LIMIT;

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE
                || event == Event.AFTER_EACH_MIGRATE
                || event == Event.AFTER_EACH_MIGRATE_ERROR;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        Connection connection = context.getConnection();
        try {
            if (event == Event.BEFORE_EACH_MIGRATE) {
                usual = connection.getNetworkTimeout();
                connection.setNetworkTimeout(Runnable::run, NO_LIMIT);
                execute("SET statement_timeout = 0", connection);
            } else if (!connection.isClosed()) {
                connection.setNetworkTimeout(Runnable::run, usual);
            }
            // After an error its transaction takes nothing more, and undoes this with the rest.
            if (event == Event.AFTER_EACH_MIGRATE) {
                execute("RESET statement_timeout", connection);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The time limit of a migration cannot be set", failure);
        }
    }

    private static void execute(String sql, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
