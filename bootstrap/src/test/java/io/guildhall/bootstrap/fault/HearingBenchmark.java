package io.guildhall.bootstrap.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.bootstrap.fault.Receiver.Habit;
import io.guildhall.messaging.kafka.KafkaForTests;
import io.guildhall.persistence.PostgresForTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * How long an event takes from its commit to each channel, and how many deliveries a second reach
 * one receiver, beside a bare client that posts the same bodies to it as many at once.
 */
class HearingBenchmark {

    private static final int LIVES = Integer.getInteger("benchmark.lives", 300);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);
    private static final int AT_ONCE = 10;
    private static final Duration BETWEEN_LIVES = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void hear() throws Exception {
        try (KafkaForTests kafka = KafkaForTests.start();
                Receiver receiver = new Receiver(Habit.TAKES_ALL);
                ServiceProcess service =
                        ServiceProcess.start(
                                "hearing-benchmark",
                                EverythingIsHeardIT.environment(
                                        PostgresForTests.freshDatabase(), kafka.address()))) {
            Stubborn anonymous = Stubborn.anonymous(service.base());
            Stubborn poster = anonymous.as(Load.poster(anonymous));
            List<Stubborn> agents =
                    Load.agentsOf(anonymous.as(Load.operator(anonymous, "workshop")), 4);
            String webhook =
                    poster.post("/api/webhooks", Map.of("url", receiver.url()), 201)
                            .required("id")
                            .asText();
            try (StreamEar stream = new StreamEar(service.base(), poster.key());
                    KafkaEar broker = new KafkaEar(kafka.address());
                    Load load = new Load(poster, agents)) {
                Awaitility.await().until(stream::isConnected);
                load.begin(BETWEEN_LIVES);
                // What came before the service was warm is not told of.
                Awaitility.await().atMost(PATIENCE).until(() -> load.ended() >= LIVES / 3);
                List<Heard> all = List.of(stream.heard(), receiver.heard(), broker.heard());
                all.forEach(Heard::forgetLatencies);
                Awaitility.await().atMost(PATIENCE).until(() -> load.ended() >= LIVES);
                load.finish();
                all.forEach(HearingBenchmark::tellLatency);
            }
            for (int round = 0; round < ROUNDS; round++) {
                replay(poster, webhook, receiver.heard());
                post(receiver);
            }
        }
    }

    private static void tellLatency(Heard heard) {
        long[] micros = heard.latenciesMicros();
        Arrays.sort(micros);
        System.out.printf(
                "benchmark latency %s: %d events, p50 %.1f ms, p99 %.1f ms%n",
                heard.channel(),
                micros.length,
                micros[micros.length / 2] / 1e3,
                micros[micros.length * 99 / 100] / 1e3);
    }

    private static void replay(Stubborn poster, String webhook, Heard heard) {
        long before = heard.told();
        Instant begin = Instant.now();
        JsonNode replayed =
                poster.post(
                        "/api/webhooks/" + webhook + "/replay",
                        Map.of("since", "2026-01-01T00:00:00Z", "status", "all"),
                        202);
        long count = replayed.required("replayed").longValue();
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> heard.told() >= before + count);
        tellRate("ours", count, begin);
    }

    private static void post(Receiver receiver) throws InterruptedException {
        List<String> bodies = receiver.heard().payloads();
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        URI url = URI.create(receiver.url());
        var slots = new Semaphore(AT_ONCE);
        Instant begin = Instant.now();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String body : bodies) {
                slots.acquire();
                threads.execute(() -> {
                    try {
                        client.send(
                                HttpRequest.newBuilder(url)
                                        .header("Content-Type", "application/json")
                                        .header("webhook-id", "bare")
                                        .POST(BodyPublishers.ofString(body))
                                        .build(),
                                BodyHandlers.discarding());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } finally {
                        slots.release();
                    }
                });
            }
        }
        tellRate("bare client", bodies.size(), begin);
    }

    private static void tellRate(String who, long count, Instant begin) {
        double seconds = Duration.between(begin, Instant.now()).toNanos() / 1e9;
        System.out.printf(
                "benchmark deliveries %s: %d in %.2f s, %.0f /s%n",
                who, count, seconds, count / seconds);
    }
}
