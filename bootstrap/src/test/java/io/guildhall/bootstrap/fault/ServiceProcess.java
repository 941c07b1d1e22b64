package io.guildhall.bootstrap.fault;

import static java.lang.ProcessBuilder.Redirect.appendTo;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The packaged service in a process of its own, which can be killed and started anew. */
public final class ServiceProcess implements AutoCloseable {

    /** So that a load is not taken for an attack. */
    public static final Map<String, String> WITHOUT_LIMITS = withoutLimits();

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Duration START_MAX = Duration.ofMinutes(3);
    private static final Duration STOP_MAX = Duration.ofSeconds(60);
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(1))
                    .build();

    private final Map<String, String> environment;
    private final Path log;
    private final URI base;
    private Process process;

    private ServiceProcess(Map<String, String> environment, Path log, int port) {
        this.environment = environment;
        this.log = log;
        this.base = URI.create("http://127.0.0.1:" + port);
        this.process = launch();
    }

    public static ServiceProcess start(String name, Map<String, String> environment) {
        Path log = Path.of("target", name + ".log");
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var service = new ServiceProcess(environment, log, FreePort.find());
        service.awaitReady();
        return service;
    }

    public URI base() {
        return base;
    }

    public long pid() {
        return process.pid();
    }

    /** Everything since it was started first, a line each. */
    public List<String> said() {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a power cut ends it: nothing of it runs on. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * As an administrator ends it.
     *
     * @return how long it took
     */
    public Duration stop() {
        Instant begin = Instant.now();
        process.destroy();
        if (!exitsWithin(STOP_MAX)) {
            throw new AssertionError("The service does not stop: see " + log);
        }
        return Duration.between(begin, Instant.now());
    }

    /** What the system has given it of memory. */
    public long residentKilobytes() {
        try (Stream<String> status = Files.lines(Path.of("/proc", pid() + "", "status"))) {
            return status.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void startAgain() {
        process = launch();
        awaitReady();
    }

    @Override
    public void close() {
        process.destroy();
        if (!exitsWithin(Duration.ofSeconds(30))) {
            kill();
        }
    }

    private boolean exitsWithin(Duration patience) {
        try {
            return process.waitFor(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Process launch() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-Xmx512m");
        command.add("-jar");
        command.add(JAR.toAbsolutePath().toString());
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(appendTo(log.toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("GUILDHALL_PORT", String.valueOf(base.getPort()));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        Awaitility.await("the service, whose log is " + log)
                .atMost(START_MAX)
                .until(() -> !process.isAlive() || isReady());
        if (!process.isAlive()) {
            throw new AssertionError("The service did not start: see " + log);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(base.resolve("/q/health/ready"))
                                            .timeout(Duration.ofSeconds(2))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Map<String, String> withoutLimits() {
        Map<String, String> environment = new HashMap<>();
        for (String who : List.of("AGENT", "OPERATOR", "ANONYMOUS")) {
            environment.put("GUILDHALL_LIMITS_" + who + "_READS", "1000000000");
            environment.put("GUILDHALL_LIMITS_" + who + "_WRITES", "1000000000");
        }
        return Map.copyOf(environment);
    }
}
