package io.guildhall.bootstrap.ordeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.guildhall.bootstrap.fault.Form;
import io.guildhall.bootstrap.fault.Row;
import io.guildhall.bootstrap.fault.ServiceProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** PostgreSQL's write-ahead log has no room left, and some time later it has. */
@EnabledIfSystemProperty(named = Form.FULL, matches = "true", disabledReason = Form.TAKES_MINUTES)
class FullDiskIT {

    private static final String ROOM = "96m";
    private static final int REFUSED = 50;

    @Test
    void fullDiskIsAnOutageAndNoMore() throws IOException {
        Path home = Path.of("target", "faults", "full-postgresql").toAbsolutePath();
        DurablePostgres.deleteAll(home);
        DurablePostgres.start(home).close();
        try (SmallDisk disk = SmallDisk.below(home.resolve("cluster").resolve("pg_wal"))) {
            try (DurablePostgres postgres = DurablePostgres.start(home)) {
                String database = postgres.freshDatabase();
                try (ServiceProcess service =
                                ServiceProcess.start("full", Market.environment("full", database));
                        Market market = Market.open(service.base())) {
                    disk.fill();
                    useUpTheLog(postgres);
                    Awaitility.await("that callers are refused")
                            .atMost(Duration.ofMinutes(1))
                            .until(() -> market.witness().unavailable() >= REFUSED);
                    boolean inside = postgres.isAccepting();
                    disk.empty();
                    boolean started = postgres.startIfItEnded();
                    postgres.awaitAccepting();
                    market.load().liveOn(20);
                    market.load().finish();

                    List<String> faults = Books.faults(database, market.load().acknowledged());
                    Map<Integer, Integer> statuses = market.witness().statuses();
                    new Row(
                                    "F13 disk",
                                    "no room for WAL (tmpfs of %s)".formatted(ROOM),
                                    ("answers %s; PostgreSQL %s, %s; the service went on by itself,"
                                                    + " %d lost or wrong")
                                            .formatted(
                                                    statuses,
                                                    inside ? "stayed up" : "broke down",
                                                    started
                                                            ? "was started again"
                                                            : "came back by itself",
                                                    faults.size()),
                                    "503 + Retry-After, no partial writes, recovers alone",
                                    faults.isEmpty() && service.isAlive())
                            .tell();
                    assertThat(faults).isEmpty();
                    assertThat(service.isAlive()).isTrue();
                    assertThat(statuses.keySet()).isSubsetOf(200, 201, 409, 503);
                }
            }
        }
    }

    /** Segment by segment, until it fails. */
    private static void useUpTheLog(DurablePostgres postgres) {
        Awaitility.await("that the log is full")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    try (Connection connection = postgres.superuserIn("/postgres");
                            var statement = connection.createStatement()) {
                        statement.execute("CREATE TABLE IF NOT EXISTS filler (text text)");
                        statement.execute("INSERT INTO filler VALUES ('more')");
                        statement.execute("SELECT pg_switch_wal()");
                        return false;
                    } catch (SQLException full) {
                        return true;
                    }
                });
    }

    /** A file system of its own, in memory, in place of a directory. */
    private static final class SmallDisk implements AutoCloseable {

        private final Path mounted;
        private final Path ballast;

        private SmallDisk(Path mounted) {
            this.mounted = mounted;
            this.ballast = mounted.resolve("ballast");
        }

        static SmallDisk below(Path directory) throws IOException {
            Path mounted = Files.createDirectories(directory.resolveSibling("small-disk"));
            int mount = run("mount", "-t", "tmpfs", "-o", "size=" + ROOM, "tmpfs", mounted + "");
            assumeTrue(mount == 0, "only root may mount a small file system");
            assertThat(run("cp", "--archive", directory + "", mounted + "/log")).isZero();
            DurablePostgres.deleteAll(directory);
            Files.createSymbolicLink(directory, /* target= */ mounted.resolve("log"));
            return new SmallDisk(mounted);
        }

        void fill() throws IOException {
            byte[] some = new byte[1 << 16];
            try (OutputStream out = Files.newOutputStream(ballast)) {
                while (true) {
                    out.write(some);
                }
            } catch (IOException full) {
                assertThat(full).hasMessageContaining("No space left");
            }
        }

        void empty() throws IOException {
            Files.deleteIfExists(ballast);
        }

        @Override
        public void close() {
            run("umount", mounted + "");
        }

        private static int run(String... command) {
            try {
                return new ProcessBuilder(command).inheritIO().start().waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
