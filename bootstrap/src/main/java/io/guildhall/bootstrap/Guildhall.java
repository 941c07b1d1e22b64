package io.guildhall.bootstrap;

import io.guildhall.bootstrap.admin.AdminLine;
import io.guildhall.bootstrap.configuration.CurrentSettings;
import io.guildhall.bootstrap.configuration.KnownSettings;
import io.guildhall.bootstrap.configuration.WrongSetting;
import io.guildhall.bootstrap.demo.Demo;
import io.guildhall.bootstrap.platform.FirstKeyFile;
import io.guildhall.bootstrap.postgres.EmbeddedPostgreSql;
import io.guildhall.bootstrap.postgres.PostgreSqlUnavailable;
import io.guildhall.bootstrap.wiring.HalfSetups;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The way in: brings its own PostgreSQL up when no other is named, then the service. */
@QuarkusMain
public final class Guildhall {

    // Longer than quarkus.shutdown.timeout, so it only ends a wait that would never end.
    private static final Duration DRAINED_AT_LATEST = Duration.ofSeconds(60);

    private Guildhall() {}

    public static void main(String... arguments) {
        String command = arguments.length == 0 ? "" : arguments[0];
        if (command.equals("config")) {
            System.exit(showSettings());
        }
        Optional<GuildhallConfig> settings = settings();
        if (settings.isEmpty()) {
            System.exit(1);
            return;
        }
        switch (command) {
            case "demo" -> System.exit(demo(settings.get()));
            case "admin" -> {
                List<String> words = List.of(arguments);
                System.exit(admin(settings.get(), words.subList(1, words.size())));
            }
            case "health" -> System.exit(HealthProbe.run(settings.get().port(), System.out));
            default -> {
                tellStrangers();
                serve(settings.get(), arguments);
            }
        }
    }

    private static int showSettings() {
        try {
            CurrentSettings.read().lines().forEach(System.out::println);
        } catch (WrongSetting wrong) {
            // Told below, with whatever else is wrong.
        }
        tellStrangers();
        return settings().isPresent() ? 0 : 1;
    }

    private static void tellStrangers() {
        KnownSettings.strangersAmong(System.getenv().keySet()).forEach(System.err::println);
    }

    /** Says what is wrong before anything has started that would have to be stopped. */
    private static Optional<GuildhallConfig> settings() {
        try {
            CurrentSettings settings = CurrentSettings.read();
            List<String> problems = new ArrayList<>(settings.problems());
            if (problems.isEmpty()) {
                problems.addAll(HalfSetups.in(settings.mapped()));
            }
            problems.forEach(System.err::println);
            return problems.isEmpty() ? Optional.of(settings.mapped()) : Optional.empty();
        } catch (WrongSetting wrong) {
            System.err.println(wrong.getMessage());
            return Optional.empty();
        }
    }

    private static int admin(GuildhallConfig settings, List<String> words) {
        var given = System.getenv(KnownSettings.ADMIN_KEY);
        return AdminLine.run(
                words,
                service(settings),
                given == null || given.isBlank() ? adminKey(settings) : given,
                System.out,
                System.err);
    }

    private static URI service(GuildhallConfig settings) {
        return URI.create(
                Objects.requireNonNullElse(
                        System.getenv("GUILDHALL_URL"), "http://127.0.0.1:" + settings.port()));
    }

    private static int demo(GuildhallConfig settings) {
        return Demo.run(
                service(settings),
                Path.of("examples", "bounties.jsonl"),
                System.out,
                isOnTerminal(),
                adminKey(settings));
    }

    /** The key the service was given, or the one it made; only its owner can read that file. */
    private static @Nullable String adminKey(GuildhallConfig settings) {
        return settings.bootstrapKey().or(() -> FirstKeyFile.read(settings.data())).orElse(null);
    }

    // Which JDKs answer null without a terminal, and which a console that is none, changed twice.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isOnTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    private static void serve(GuildhallConfig settings, String... arguments) {
        settings.tracing()
                .url()
                .ifPresent(_ -> System.setProperty("quarkus.otel.sdk.disabled", "false"));
        if (databaseIsConfigured(settings)) {
            Quarkus.run(Welcome.class, arguments);
            return;
        }
        EmbeddedPostgreSql database;
        try {
            database = EmbeddedPostgreSql.start(settings.data().resolve("postgresql"));
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

    private static boolean databaseIsConfigured(GuildhallConfig settings) {
        return settings.jdbc().url().isPresent()
                || Stream.of(
                                System.getProperty("quarkus.datasource.jdbc.url"),
                                System.getenv("QUARKUS_DATASOURCE_JDBC_URL"))
                        .filter(Objects::nonNull)
                        .anyMatch(url -> !url.isBlank());
    }
}
