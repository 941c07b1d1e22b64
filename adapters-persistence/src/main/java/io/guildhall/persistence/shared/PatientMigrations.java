package io.guildhall.persistence.shared;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Waits for a migration as long as it takes: the connections' time limit for an answer is for
 * requests, and an index over much is made for longer.
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
            } else if (!connection.isClosed()) {
                connection.setNetworkTimeout(Runnable::run, usual);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The time limit of a migration cannot be set", failure);
        }
    }
}
