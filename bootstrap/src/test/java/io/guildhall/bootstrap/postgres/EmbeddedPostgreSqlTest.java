package io.guildhall.bootstrap.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgreSqlTest {

    // One for all: unpacking and preparing it takes longer than all the tests.
    @TempDir static Path directory;

    @Test
    void dataSurviveARestart() throws Exception {
        try (var server = EmbeddedPostgreSql.start(home())) {
            execute(server, "CREATE TABLE restarted AS SELECT 42 AS value");
        }

        try (var server = EmbeddedPostgreSql.start(home())) {
            assertThat(query(server, "SELECT value FROM restarted")).isEqualTo("42");
        }
        assertThat(home().resolve("cluster/postmaster.pid")).doesNotExist();
    }

    @Test
    void serverOfAKilledServiceIsTakenOverWithItsData() throws Exception {
        var service = startServiceInItsOwnJvm();
        var orphan = postmaster();

        service.destroyForcibly().waitFor();
        assertThat(runs(orphan)).isTrue();

        try (var server = EmbeddedPostgreSql.start(home())) {
            assertThat(runs(orphan)).isFalse();
            assertThat(postmaster().pid()).isNotEqualTo(orphan.pid());
            assertThat(query(server, "SELECT value FROM orphaned")).isEqualTo("7");
        }
    }

    @Test
    void pidThatNowBelongsToAnotherProgramIsLeftAlone() throws Exception {
        EmbeddedPostgreSql.start(home()).close();
        var stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(
                    home().resolve("cluster/postmaster.pid"),
                    stranger.pid() + "\n" + home().resolve("cluster") + "\n0\n");

            EmbeddedPostgreSql.start(home()).close();

            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void secondServiceOnTheSameDataIsRefused() {
        try (var server = EmbeddedPostgreSql.start(home())) {
            assertThatThrownBy(() -> EmbeddedPostgreSql.start(home()))
                    .isInstanceOf(PostgreSqlUnavailable.class)
                    .hasMessageContaining("Another Guildhall is running");
            assertThat(server.password()).isNotBlank();
        }
    }

    @Test
    void nobodyGetsInWithoutThePassword() {
        try (var server = EmbeddedPostgreSql.start(home())) {
            for (var user : new String[] {"postgres", server.username()}) {
                assertThatThrownBy(() ->
                                DriverManager.getConnection(
                                        server.jdbcUrl(), user, "not the password"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
        }
    }

    @Test
    void everythingIsPrivateDurableAndLocal() throws Exception {
        try (var server = EmbeddedPostgreSql.start(home())) {
            assertThat(permissions(home())).isEqualTo("rwx------");
            assertThat(permissions(home().resolve("cluster"))).isEqualTo("rwx------");
            assertThat(permissions(home().resolve("password"))).isEqualTo("rw-------");
            assertThat(query(server, "SHOW fsync")).isEqualTo("on");
            assertThat(query(server, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(query(server, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(query(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(server, "SHOW is_superuser")).isEqualTo("off");
        }
    }

    /** What {@link #startServiceInItsOwnJvm} runs: a service that never gets to stop its server. */
    static final class KilledService {
        public static void main(String... arguments) throws Exception {
            var server = EmbeddedPostgreSql.start(Path.of(arguments[0]));
            execute(server, "CREATE TABLE orphaned AS SELECT 7 AS value");
            System.out.println("ready");
            Thread.sleep(TimeUnit.MINUTES.toMillis(5));
        }
    }

    private Process startServiceInItsOwnJvm() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var service =
                new ProcessBuilder(
                                java.toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledService.class.getName(),
                                home().toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        assertThat(service.inputReader().readLine()).isEqualTo("ready");
        return service;
    }

    private ProcessHandle postmaster() throws IOException {
        var pid = Files.readAllLines(home().resolve("cluster/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** A process that has ended counts as alive until its parent collects it, but runs nothing. */
    private static boolean runs(ProcessHandle process) {
        return process.info().command().isPresent();
    }

    private static Path home() {
        return directory.resolve("postgresql");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void execute(EmbeddedPostgreSql server, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                server.jdbcUrl(), server.username(), server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedPostgreSql server, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                server.jdbcUrl(), server.username(), server.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
