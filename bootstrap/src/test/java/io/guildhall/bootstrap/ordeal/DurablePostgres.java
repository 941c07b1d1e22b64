package io.guildhall.bootstrap.ordeal;

import io.guildhall.bootstrap.postgres.EmbeddedPostgreSql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that keeps what it has committed, whatever is done to it; and it is done here. */
final class DurablePostgres implements AutoCloseable {

    private static final Duration BACK_MAX = Duration.ofMinutes(1);

    private static @Nullable DurablePostgres forAll;

    private final Path home;
    private final EmbeddedPostgreSql server;

    private DurablePostgres(Path home, EmbeddedPostgreSql server) {
        this.home = home;
        this.server = server;
    }

    /** One for all tests, which ends with their JVM: it takes longer to make than many of them. */
    static synchronized DurablePostgres forAll() {
        if (forAll == null) {
            Path home = Path.of("target", "faults", "postgresql").toAbsolutePath();
            deleteAll(home);
            forAll = start(home);
            Runtime.getRuntime().addShutdownHook(new Thread(forAll::close));
        }
        return forAll;
    }

    static DurablePostgres start(Path home) {
        return new DurablePostgres(home, EmbeddedPostgreSql.start(home));
    }

    /** The JDBC URL, with everything in it, of a new and empty database of the service's role. */
    String freshDatabase() {
        String name = "fault_" + UUID.randomUUID().toString().replace("-", "");
        command("CREATE DATABASE " + name + " OWNER " + server.username());
        return url(name, server.username());
    }

    /** Done by the superuser. */
    void command(String sql) {
        try (Connection connection = superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A session of the superuser's in that database. */
    Connection superuserIn(String database) throws SQLException {
        return superuser(database.replaceAll(".*/([^?]+).*", "$1"));
    }

    String role() {
        return server.username();
    }

    /** All sessions of the service's role end at once. */
    void endSessions() {
        command(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '%s'"
                        .formatted(server.username()));
    }

    /** As a power cut and the machine's coming up again, and no checkpoint before. */
    void restartImmediately() {
        program("pg_ctl", "restart", "--mode=immediate", "--no-wait", "--pgdata=" + cluster());
    }

    /**
     * After it broke down: as whoever looks after it would.
     *
     * @return whether it had to be started
     */
    boolean startIfItEnded() {
        if (program("pg_ctl", "status", "--pgdata=" + cluster())) {
            return false;
        }
        program("pg_ctl", "start", "--no-wait", "--pgdata=" + cluster());
        return true;
    }

    /** The moment at which it answers again. */
    Instant awaitAccepting() {
        Awaitility.await("PostgreSQL in " + home)
                .atMost(BACK_MAX)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(this::isAccepting);
        return Instant.now();
    }

    boolean isAccepting() {
        try (Connection connection = superuser("postgres")) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private Path cluster() {
        return home.resolve("cluster");
    }

    private Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database, "postgres"));
    }

    private String url(String database, String user) {
        return server.jdbcUrl().replaceAll("/[^/]*$", "/" + database)
                + "?user="
                + user
                + "&password="
                + server.password();
    }

    private boolean program(String name, String... arguments) {
        try (Stream<Path> files = Files.list(home)) {
            Path programs =
                    files.filter(file -> file.getFileName().toString().startsWith("programs-"))
                            .findFirst()
                            .orElseThrow();
            List<String> command = new ArrayList<>();
            if (Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
                // It refuses to be root; in a user namespace of its own it is nobody.
                command.addAll(List.of("unshare", "--user"));
            }
            command.add(programs.resolve("bin").resolve(name).toString());
            command.addAll(List.of(arguments));
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(
                                    Redirect.appendTo(home.resolve("programs.log").toFile()))
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void deleteAll(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
