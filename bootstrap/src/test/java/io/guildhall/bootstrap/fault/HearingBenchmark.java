package io.guildhall.bootstrap.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.bootstrap.benchmark.Processor;
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
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * How long an event takes from its commit to each channel, and how many deliveries a second reach
 * one receiver, beside a bare client that posts the same bodies to it as many at once.
 */
class HearingBenchmark {

    private static final int LIVES = Integer.getInteger("benchmark.lives", 300);

    /** As fast as they can be lived, for a backlog that takes seconds to deliver. */
    private static final int MORE_LIVES = Integer.getInteger("benchmark.more-lives", 900);

    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);
    private static final int AT_ONCE = 10;
    private static final Duration BETWEEN_LIVES = Duration.ofMillis(100);
    private static final Duration BETWEEN_MORE = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What was used up to now. */
    private record Used(Instant at, long told, double service, double postgres, double receiver) {

        static Used now(ServiceProcess service, Heard heard) {
            return new Used(
                    Instant.now(),
                    heard.told(),
                    Processor.secondsOf(service.pid()),
                    Processor.secondsOfPostgres(),
                    Processor.secondsOf(ProcessHandle.current().pid()));
        }

        void tellSince(Used begin, String who) {
            double seconds = Duration.between(begin.at, at).toNanos() / 1e9;
            long count = told - begin.told;
            System.out.printf(
                    "benchmark deliveries %s: %d in %.2f s, %.0f /s; CPU µs each: service %.0f,"
                            + " PostgreSQL %.0f, receiver and bare client %.0f%n",
                    who,
                    count,
                    seconds,
                    count / seconds,
                    (service - begin.service) * 1e6 / count,
                    (postgres - begin.postgres) * 1e6 / count,
                    (receiver - begin.receiver) * 1e6 / count);
        }
    }

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
            try (Load load = new Load(poster, agents)) {
                load.begin(BETWEEN_MORE);
                Awaitility.await().atMost(PATIENCE).until(() -> load.ended() >= MORE_LIVES);
                load.finish();
            }
            awaitSilence(receiver.heard());
            for (int round = 0; round < ROUNDS; round++) {
                replay(poster, webhook, service, receiver.heard());
                post(service, receiver);
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

    private static void awaitSilence(Heard heard) {
        AtomicLong before = new AtomicLong(-1);
        Awaitility.await()
                .pollInterval(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .until(() -> heard.told() == before.getAndSet(heard.told()));
    }

    /** From when all is planned, so that only taking up, sending and keeping are measured. */
    private static void replay(
            Stubborn poster, String webhook, ServiceProcess service, Heard heard) {
        long before = heard.told();
        long count = 0;
        String since = "2026-01-01T00:00:00Z";
        while (since != null) {
            JsonNode replayed =
                    poster.post(
                            "/api/webhooks/" + webhook + "/replay",
                            Map.of("since", since, "status", "all"),
                            202);
            count += replayed.required("replayed").longValue();
            since = replayed.path("next_since").textValue();
        }
        long all = before + count;
        long some = heard.told();
        awaitTold(heard, some + 1);
        Used begin = Used.now(service, heard);
        awaitTold(heard, all);
        Used.now(service, heard).tellSince(begin, "ours");
    }

    private static void awaitTold(Heard heard, long count) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> heard.told() >= count);
    }

    private static void post(ServiceProcess service, Receiver receiver)
            throws InterruptedException {
        List<String> bodies = receiver.heard().payloads();
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        URI url = URI.create(receiver.url());
        var slots = new Semaphore(AT_ONCE);
        Used begin = Used.now(service, receiver.heard());
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
        Used.now(service, receiver.heard()).tellSince(begin, "bare client");
    }
}
