package io.guildhall.bootstrap.packaged;

import io.guildhall.domain.loopback.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** What this build packaged, running: the native executable where it made one, else the jar. */
final class Packaged implements AutoCloseable {

    private static final String EXECUTABLE = "guildhall.executable";
    private static final Duration START_MAX = Duration.ofSeconds(90);
    private static final long STOP_SECONDS_MAX = 30;

    private final Process process;
    private final Path log;
    private final URI base;

    private Packaged(Process process, Path log, URI base) {
        this.process = process;
        this.log = log;
        this.base = base;
    }

    static boolean isNative() {
        return System.getProperty(EXECUTABLE) != null;
    }

    static Packaged start(String name, Map<String, String> environment) {
        Path log = Path.of("target", name + ".log");
        int port = FreePort.find();
        ProcessBuilder builder =
                new ProcessBuilder(command())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("GUILDHALL_PORT", String.valueOf(port));
        try {
            return new Packaged(builder.start(), log, URI.create("http://127.0.0.1:" + port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI base() {
        return base;
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Packaged onceReady() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            Awaitility.await("the service, whose log is " + log)
                    .atMost(START_MAX)
                    .until(() -> !process.isAlive() || isReady(http));
        }
        if (!process.isAlive()) {
            throw new AssertionError("The service did not start: " + said());
        }
        return this;
    }

    /** What it ended with, of itself or told to. */
    int exitCode() {
        try {
            if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new AssertionError("It still runs: " + said());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int stop() {
        process.destroy();
        return exitCode();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private boolean isReady(HttpClient http) throws InterruptedException {
        try {
            return http.send(
                                    HttpRequest.newBuilder(base.resolve("/q/health/ready")).build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static List<String> command() {
        String executable = System.getProperty(EXECUTABLE);
        if (executable != null) {
            return List.of(executable);
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx512m",
                "-jar",
                Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath().toString());
    }
}
