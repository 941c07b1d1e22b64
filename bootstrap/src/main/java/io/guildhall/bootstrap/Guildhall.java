package io.guildhall.bootstrap;

import io.guildhall.bootstrap.admin.AdminLine;
import io.guildhall.bootstrap.demo.Demo;
import io.guildhall.bootstrap.platform.FirstKeyFile;
import io.guildhall.bootstrap.postgres.EmbeddedPostgreSql;
import io.guildhall.bootstrap.postgres.PostgreSqlUnavailable;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The way in: brings its own PostgreSQL up when no other is named, then the service. */
@QuarkusMain
public final class Guildhall {

    // Longer than quarkus.shutdown.timeout, so it only ends a wait that would never end.
    private static final Duration DRAINED_AT_LATEST = Duration.ofSeconds(60);

    private Guildhall() {}

    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals("demo")) {
            System.exit(demo());
        }
        if (arguments.length > 0 && arguments[0].equals("admin")) {
            System.exit(admin(List.of(arguments).subList(1, arguments.length)));
        }
        serve(arguments);
    }

    private static int admin(List<String> words) {
        var given = System.getenv("GUILDHALL_ADMIN_KEY");
        return AdminLine.run(
                words,
                service(),
                given == null || given.isBlank() ? adminKey() : given,
                System.out,
                System.err);
    }

    private static URI service() {
        var port = Objects.requireNonNullElse(System.getenv("GUILDHALL_PORT"), "8080");
        return URI.create(
                Objects.requireNonNullElse(
                        System.getenv("GUILDHALL_URL"), "http://127.0.0.1:" + port));
    }

    private static int demo() {
        return Demo.run(
                service(),
                Path.of("examples", "bounties.jsonl"),
                System.out,
                isOnTerminal(),
                adminKey());
    }

    /** The key the service was given, or the one it made; only its owner can read that file. */
    private static @Nullable String adminKey() {
        var given = System.getenv("GUILDHALL_BOOTSTRAP_KEY");
        return given == null || given.isBlank()
                ? FirstKeyFile.read(dataDirectory()).orElse(null)
                : given;
    }

    // Which JDKs answer null without a terminal, and which a console that is none, changed twice.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isOnTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    private static void serve(String... arguments) {
        if (databaseIsConfigured()) {
            Quarkus.run(Welcome.class, arguments);
            return;
        }
        EmbeddedPostgreSql database;
        try {
            database = EmbeddedPostgreSql.start(dataDirectory().resolve("postgresql"));
        } catch (PostgreSqlUnavailable unavailable) {
            System.err.println(unavailable.getMessage());
            System.exit(1);
            return;
        }
        System.setProperty("quarkus.datasource.jdbc.url", database.jdbcUrl());
        System.setProperty("quarkus.datasource.username", database.username());
        System.setProperty("quarkus.datasource.password", database.password());
        stopAfterTheService(database);
        try {
            Quarkus.run(Welcome.class, arguments);
        } finally {
            database.close();
        }
    }

    /**
     * Shutdown hooks run side by side: left to itself, the database would be gone while the last
     * requests are still being answered. So the hook only waits, and the exit handler, which
     * Quarkus calls when it has drained, does the stopping.
     */
    private static void stopAfterTheService(EmbeddedPostgreSql database) {
        var usual = ApplicationLifecycleManager.getDefaultExitCodeHandler();
        ApplicationLifecycleManager.setDefaultExitCodeHandler((code, failure) -> {
            database.close();
            usual.accept(code, failure);
        });
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> database.closeAfter(DRAINED_AT_LATEST), "postgresql"));
    }

    private static boolean databaseIsConfigured() {
        return Stream.of(
                        System.getProperty("quarkus.datasource.jdbc.url"),
                        System.getenv("QUARKUS_DATASOURCE_JDBC_URL"),
                        System.getenv("GUILDHALL_JDBC_URL"))
                .filter(Objects::nonNull)
                .anyMatch(url -> !url.isBlank());
    }

    private static Path dataDirectory() {
        var configured = System.getenv("GUILDHALL_DATA");
        return Path.of(configured == null || configured.isBlank() ? "data" : configured);
    }
}
