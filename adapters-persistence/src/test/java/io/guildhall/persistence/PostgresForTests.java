package io.guildhall.persistence;

import io.guildhall.domain.loopback.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

/**
 * A real PostgreSQL for tests: one server for each test JVM, which ends with it, and a database of
 * its own for everyone who asks. As a Quarkus test resource it gives the application one.
 */
public final class PostgresForTests implements QuarkusTestResourceLifecycleManager {

    /**
     * Quarkus loads test classes several times over; only the system properties are one for all.
     */
    private static final String PORT = "postgres-for-tests.port";

    private static final String USERNAME = "postgres";

    /** The JDBC URL of a new, empty database. */
    public static String freshDatabase() {
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"));
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return jdbcUrl(name);
    }

    @Override
    public Map<String, String> start() {
        return Map.of("quarkus.datasource.jdbc.url", freshDatabase());
    }

    /** The server ends with the JVM: the next test class would only have to wait for it again. */
    @Override
    public void stop() {}

    private static String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%s/%s?user=%s"
                .formatted(portOfRunningServer(), database, USERNAME);
    }

    private static String portOfRunningServer() {
        Properties properties = System.getProperties();
        synchronized (properties) {
            var running = properties.getProperty(PORT);
            if (running != null) {
                return running;
            }
            var started = Integer.toString(startServer().getPort());
            properties.setProperty(PORT, started);
            return started;
        }
    }

    private static EmbeddedPostgres startServer() {
        var directory = Path.of("target", "postgres-for-tests").toAbsolutePath();
        try {
            return EmbeddedPostgres.builder()
                    .setPort(FreePort.find())
                    .setOverrideWorkingDirectory(directory.resolve("programs").toFile())
                    .setDataDirectory(directory.resolve("data-" + ProcessHandle.current().pid()))
                    .setCleanDataDirectory(true)
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("timezone", "UTC")
                    // Nothing in a test outlives its server, so nothing waits for the disk.
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
