package io.guildhall.messaging.kafka;

import io.guildhall.domain.loopback.FreePort;
import io.guildhall.domain.shared.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A real broker in a process of its own, from the jars of the tests. It keeps its address and what
 * it has when it is stopped or killed and started again.
 */
public final class KafkaForTests implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String CLUSTER = "Z3VpbGRoYWxsLXRlc3RzMQ";

    private final Path folder;
    private final int port;
    private @Nullable Process process;

    private KafkaForTests(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** One that has nothing yet. */
    public static KafkaForTests start() {
        KafkaForTests kafka = notStarted();
        kafka.startAgain();
        return kafka;
    }

    /** One of which only the address is known. */
    public static KafkaForTests notStarted() {
        try {
            Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
            Path folder = Files.createTempDirectory(target, "kafka-");
            int port = FreePort.find();
            Files.createDirectory(folder.resolve("data"));
            Files.writeString(folder.resolve("data/meta.properties"), identity());
            Files.writeString(
                    folder.resolve("broker.properties"),
                    configuration(folder, port, FreePort.find()));
            return new KafkaForTests(folder, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Returns when it answers. */
    public void startAgain() {
        try {
            process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx256m",
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "kafka.Kafka",
                                    folder.resolve("broker.properties").toString())
                            .redirectErrorStream(true)
                            .redirectOutput(
                                    ProcessBuilder.Redirect.appendTo(
                                            folder.resolve("broker.log").toFile()))
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Awaitility.await().atMost(PATIENCE).until(this::answers);
    }

    /** Goes on until a fresh broker on a busy machine has taken what is sent. */
    public static void untilTaken(Runnable sending) {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(RefusedException.class)
                .until(() -> {
                    sending.run();
                    return true;
                });
    }

    /** As an administrator does. */
    public void stop() {
        end(Process::destroy);
    }

    /** As a power cut does. */
    public void kill() {
        end(Process::destroyForcibly);
    }

    @Override
    public void close() {
        kill();
    }

    private void end(Consumer<Process> signal) {
        Process running = process;
        if (running == null) {
            return;
        }
        signal.accept(running);
        try {
            if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The broker does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        process = null;
    }

    private boolean answers() {
        if (process == null || !process.isAlive()) {
            throw new IllegalStateException(
                    "The broker ended: see " + folder.resolve("broker.log"));
        }
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static String identity() {
        return """
        version=1
        cluster.id=%s
        node.id=1
        """
                .formatted(CLUSTER);
    }

    private static String configuration(Path folder, int port, int controllerPort) {
        return String.join(
                "\n",
                List.of(
                        "process.roles=broker,controller",
                        "node.id=1",
                        "controller.quorum.voters=1@127.0.0.1:" + controllerPort,
                        "controller.listener.names=CONTROLLER",
                        "listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                                .formatted(port, controllerPort),
                        "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                        "log.dirs=" + folder.resolve("data"),
                        "auto.create.topics.enable=false",
                        "offsets.topic.replication.factor=1",
                        "share.coordinator.state.topic.replication.factor=1",
                        "transaction.state.log.replication.factor=1",
                        "transaction.state.log.min.isr=1",
                        "group.initial.rebalance.delay.ms=0",
                        ""));
    }
}
