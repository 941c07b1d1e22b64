package io.guildhall.bootstrap.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server that belongs to this process, with everything it owns in one private
 * directory. What it has committed survives a crash of the service, of the server and of the
 * machine; a server that a killed service left behind is stopped by the next one.
 */
public final class EmbeddedPostgreSql implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final String ROLE = "guildhall";
    private static final String DATABASE = "guildhall";
    private static final String SECONDS_TO_START = "120";
    private static final String SECONDS_TO_STOP = "60";
    private static final int PORT_ATTEMPTS_MAX = 3;

    private final Path home;
    private final Path cluster;
    private final Path log;
    private final FileChannel lock;
    private final PostgresPrograms programs;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final String password;
    private int port;

    private EmbeddedPostgreSql(Path home, FileChannel lock) throws IOException {
        this.home = home;
        this.lock = lock;
        this.cluster = home.resolve("cluster");
        this.log = home.resolve("programs.log");
        this.programs = PostgresPrograms.unpackedUnder(home);
        this.password = readOrMakePassword(home.resolve("password"));
    }

    /**
     * Starts the server in the directory, which it makes private to the user and, the first time,
     * fills.
     *
     * @throws PostgreSqlUnavailable when it cannot; nothing keeps running then
     */
    public static EmbeddedPostgreSql start(Path directory) {
        try {
            var home = makePrivate(directory);
            var lock = lock(home);
            try {
                var server = new EmbeddedPostgreSql(home, lock);
                server.start();
                return server;
            } catch (IOException | SQLException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException | SQLException failure) {
            throw new PostgreSqlUnavailable(
                    "PostgreSQL cannot start in %s: %s".formatted(directory, failure), failure);
        }
    }

    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    public String username() {
        return ROLE;
    }

    public String password() {
        return password;
    }

    /** Ends open transactions, writes a checkpoint and stops; a second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed.getCount() == 0) {
            return;
        }
        try (lock) {
            stop();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            closed.countDown();
        }
    }

    /** Waits until someone else has closed the server, and closes it when nobody does in time. */
    public void closeAfter(Duration patience) {
        try {
            if (closed.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    private void start() throws IOException, SQLException {
        new AbandonedServer(home, cluster, programs, log).stop();
        if (!Files.exists(cluster)) {
            initialise();
        }
        startOnFreePort();
        try {
            makeRoleAndDatabase();
        } catch (SQLException failure) {
            stop();
            throw failure;
        }
    }

    private void initialise() throws IOException {
        // Renamed into place when complete, so a crash half way does not leave half a cluster.
        var unfinished = Files.createTempDirectory(home, "initialising-");
        var done =
                programs.run(
                        log,
                        "initdb",
                        "--pgdata=" + unfinished,
                        "--username=" + SUPERUSER,
                        "--auth=scram-sha-256",
                        "--pwfile=" + home.resolve("password"),
                        "--encoding=UTF8",
                        // Sorts the same on every machine and after every upgrade of its libraries.
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--data-checksums");
        if (!done) {
            throw new PostgreSqlUnavailable(
                    "PostgreSQL could not prepare its data directory; %s says why.".formatted(log));
        }
        // What an operator adds below this line wins over our settings.
        Files.writeString(
                unfinished.resolve("postgresql.conf"),
                "\ninclude = 'guildhall.conf'\n",
                StandardOpenOption.APPEND);
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void startOnFreePort() throws IOException {
        for (int attempt = 1; attempt <= PORT_ATTEMPTS_MAX; attempt++) {
            port = freePort();
            Files.writeString(cluster.resolve("guildhall.conf"), settings());
            if (programs.run(
                    log,
                    "pg_ctl",
                    "start",
                    "--pgdata=" + cluster,
                    "--log=" + log,
                    "--wait",
                    "--timeout=" + SECONDS_TO_START)) {
                return;
            }
        }
        stop();
        throw new PostgreSqlUnavailable(
                "PostgreSQL did not start; the newest lines of %s and %s say why."
                        .formatted(log, home.resolve("log")));
    }

    private String settings() {
        return """
        # Written at every start. Settings of your own belong at the end of postgresql.conf.
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        password_encryption = scram-sha-256
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        max_connections = 100
        shared_buffers = 256MB
        wal_compression = on
        timezone = 'UTC'
        log_timezone = 'UTC'
        # One file a weekday, overwritten a week later: a log that cannot fill the disk.
        logging_collector = on
        log_directory = '%s'
        log_filename = 'postgresql-%%a.log'
        log_rotation_age = 1d
        log_rotation_size = 0
        log_truncate_on_rotation = on
        """
                .formatted(port, home.resolve("log").toString().replace("'", "''"));
    }

    private void stop() throws IOException {
        if (!Files.exists(cluster.resolve("postmaster.pid"))) {
            return;
        }
        for (var mode : new String[] {"fast", "immediate"}) {
            if (programs.run(
                    log,
                    "pg_ctl",
                    "stop",
                    "--pgdata=" + cluster,
                    "--mode=" + mode,
                    "--wait",
                    "--timeout=" + SECONDS_TO_STOP)) {
                return;
            }
        }
    }

    /** The service itself is not the superuser: a hole in it does not open the server's files. */
    private void makeRoleAndDatabase() throws SQLException {
        try (var connection = connectAsSuperuser();
                var statement = connection.createStatement()) {
            if (isMissing(connection, "SELECT FROM pg_roles WHERE rolname = ?", ROLE)) {
                statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(ROLE, password));
            }
            if (isMissing(connection, "SELECT FROM pg_database WHERE datname = ?", DATABASE)) {
                statement.execute("CREATE DATABASE %s OWNER %s".formatted(DATABASE, ROLE));
            }
        }
    }

    private static boolean isMissing(Connection connection, String query, String name)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var found = statement.executeQuery()) {
                return !found.next();
            }
        }
    }

    private Connection connectAsSuperuser() throws SQLException {
        return DriverManager.getConnection(jdbcUrl("postgres"), SUPERUSER, password);
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private static Path makePrivate(Path directory) throws IOException {
        var onlyOwner = PosixFilePermissions.fromString("rwx------");
        Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(onlyOwner));
        Files.setPosixFilePermissions(directory, onlyOwner);
        return directory.toRealPath();
    }

    /** Held as long as the process lives: what still runs here once we have it is abandoned. */
    private static FileChannel lock(Path home) throws IOException {
        var channel =
                FileChannel.open(
                        home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException lockedByThisProcess) {
            // Refused below, as if another process had it.
        }
        channel.close();
        throw new PostgreSqlUnavailable(
                "Another Guildhall is running on %s: stop it, or give this one its own GUILDHALL_DATA."
                        .formatted(home));
    }

    private static String readOrMakePassword(Path file) throws IOException {
        if (!Files.exists(file)) {
            var random = new byte[24];
            new SecureRandom().nextBytes(random);
            var password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            // Temporary files are born readable by their owner only.
            var unfinished = Files.createTempFile(file.getParent(), "password-", "");
            try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(password.getBytes(StandardCharsets.US_ASCII)));
                // Without its password the data is as good as lost.
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    private static int freePort() throws IOException {
        var random = new SecureRandom();
        while (true) {
            // Below the range from which the system takes the ports of outgoing connections: one of
            // those could otherwise take it between this look and the start.
            var port = random.nextInt(20_000, 32_000);
            try (var free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (BindException taken) {
                // The next one, then.
            }
        }
    }
}
