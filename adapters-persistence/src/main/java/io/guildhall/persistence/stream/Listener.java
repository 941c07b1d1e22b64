package io.guildhall.persistence.stream;

import io.guildhall.domain.shared.BackOff;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Hears what the database notifies, on a connection of its own: one of the pool would be handed on
 * to others. A connection that breaks is made again, and what was missed meanwhile counts as heard.
 */
final class Listener implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Listener.class);

    /** After so long a silence the connection is tried: its other end may be gone. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(30);

    private static final int ANSWER_SECONDS_MAX = 5;
    private static final int CONNECT_SECONDS_MAX = 10;
    private static final BackOff BACK_OFF =
            new BackOff(Duration.ofMillis(100), Duration.ofSeconds(5));
    private static final Duration FAREWELL_MAX = Duration.ofSeconds(5);

    private final PGSimpleDataSource database;
    private final String channel;
    private final Runnable heard;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
    private int failures;

    Listener(PGSimpleDataSource database, String channel, Runnable heard) {
        this.database = database;
        this.channel = channel;
        this.heard = heard;
        database.setApplicationName("guildhall listener");
        database.setConnectTimeout(CONNECT_SECONDS_MAX);
        database.setTcpKeepAlive(true);
    }

    /** The second time nothing happens. */
    void start() {
        Thread ours = Thread.ofVirtual().name("stream-listener").unstarted(this::run);
        if (thread.compareAndSet(null, ours)) {
            ours.start();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        Thread ours = thread.get();
        if (ours == null) {
            return;
        }
        // Waiting for the database ends with its socket, which an interrupt closes.
        ours.interrupt();
        try {
            ours.join(FAREWELL_MAX);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!isClosed()) {
            try (Connection connection = database.getConnection()) {
                listen(connection);
            } catch (SQLException failure) {
                if (!isClosed()) {
                    failures++;
                    complain(failure);
                    rest();
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + channel);
        }
        failures = 0;
        heard.run();
        PGConnection notifying = connection.unwrap(PGConnection.class);
        while (!isClosed()) {
            PGNotification[] notifications =
                    notifying.getNotifications(Math.toIntExact(SILENCE_MAX.toMillis()));
            if (notifications != null && notifications.length > 0) {
                heard.run();
            } else if (!connection.isValid(ANSWER_SECONDS_MAX)) {
                throw new SQLException("The database has fallen silent");
            }
        }
    }

    /** An outage is told once; readers look by themselves meanwhile. */
    private void complain(SQLException failure) {
        if (failures == 1) {
            LOG.warnf("Nothing is heard from the database: %s", failure.getMessage());
        }
    }

    private void rest() {
        try {
            var _ = closed.await(BACK_OFF.after(failures).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            // Only closing interrupts, and the loop looks at that itself.
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }
}
