package io.guildhall.bootstrap.ordeal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.bootstrap.fault.Form;
import io.guildhall.bootstrap.fault.Load;
import io.guildhall.bootstrap.fault.Row;
import io.guildhall.bootstrap.fault.ServiceProcess;
import io.guildhall.bootstrap.fault.Stubborn;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The service ends as in a power cut, at moments that nobody chose, and is started again. */
class KilledServiceIT {

    private static final int KILLS = Integer.getInteger("faults.kills", Form.of(1, 200));
    private static final int RUSHES = Form.of(1, 5);
    private static final int AT_ONCE = 100;
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static String database;
    private static ServiceProcess service;

    @BeforeAll
    static void start() {
        database = DurablePostgres.forAll().freshDatabase();
        service = ServiceProcess.start("killed", Market.environment("killed", database));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void whatWasAcknowledgedIsThereOnceHoweverOftenItIsKilled() {
        Random chance = new Random(SEED);
        try (Market market = Market.open(service.base())) {
            for (int kill = 0; kill < KILLS; kill++) {
                int until = market.witness().count() + 1 + chance.nextInt(60);
                Awaitility.await()
                        .atMost(Duration.ofMinutes(1))
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> market.witness().count() >= until);
                service.kill();
                service.startAgain();
                market.load().liveOn(2);
            }
            market.load().finish();

            List<String> faults = Books.faults(database, market.load().acknowledged());
            int brokenOff = market.witness().brokenOff();
            new Row(
                            "F1",
                            "kill -9 of the service while it writes, and started again",
                            "%d kills, %d acknowledged, %d requests without an answer, %d lost or wrong"
                                    .formatted(
                                            KILLS,
                                            market.witness().successes(),
                                            brokenOff,
                                            faults.size()),
                            "200 kills, 0 lost, 0 imbalance",
                            faults.isEmpty() && KILLS >= 200)
                    .tell();
            assertThat(faults).as("seed %d", SEED).isEmpty();
            assertThat(brokenOff).as("that it was killed at work").isPositive();
        }
    }

    @Test
    void oneKeyHasOneEffectThoughItIsKilledWhileAHundredSendIt() throws Exception {
        Stubborn anonymous = Stubborn.anonymous(service.base());
        Stubborn ann = anonymous.as(Load.operator(anonymous, "rush"));
        Random chance = new Random(SEED);
        for (int rush = 1; rush <= RUSHES; rush++) {
            String key = "rush-" + rush;
            List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
            for (int caller = 0; caller < AT_ONCE; caller++) {
                sent.add(HTTP.sendAsync(topUp(ann, key, 1_000), BodyHandlers.ofString()));
            }
            int answered = chance.nextInt(AT_ONCE / 2);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() ->
                            sent.stream().filter(CompletableFuture::isDone).count() >= answered);
            service.kill();
            service.startAgain();

            HttpResponse<String> again = HTTP.send(topUp(ann, key, 1_000), BodyHandlers.ofString());
            assertThat(again.statusCode()).isEqualTo(201);
            for (CompletableFuture<HttpResponse<String>> one : sent) {
                HttpResponse<String> answer = one.exceptionally(_ -> again).join();
                if (answer.statusCode() != 409) {
                    assertThat(answer.statusCode()).isEqualTo(201);
                    assertThat(answer.body()).isEqualTo(again.body());
                }
            }
            assertThat(HTTP.send(topUp(ann, key, 2_000), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(422);
        }
        long available = ann.get("/api/balance").at("/balances/0/available_cents").asLong(-1);
        new Row(
                        "F3",
                        "one Idempotency-Key 100 times at once, killed amid, sent again, with"
                                + " another body",
                        "%d rushes with a kill, %d effects; the same status and body; 422"
                                .formatted(RUSHES, available / 1_000),
                        "1 effect each, identical answer, 422",
                        available == RUSHES * 1_000L)
                .tell();
        assertThat(available).isEqualTo(RUSHES * 1_000L);
    }

    private static HttpRequest topUp(Stubborn caller, String key, long cents) {
        return HttpRequest.newBuilder(service.base().resolve("/api/balance/top-up"))
                .header("Authorization", "Bearer " + caller.key())
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"amount_cents\": " + cents + "}"))
                .build();
    }
}
