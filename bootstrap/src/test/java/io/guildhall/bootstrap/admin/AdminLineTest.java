package io.guildhall.bootstrap.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guildhall.bootstrap.security.AdminKnown;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The command line against a whole service, whose workers really pause. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(AdminKnown.class)
class AdminLineTest {

    private static final String KEY = AdminKnown.KEY;

    /** Longer than a replica of an earlier test counts as being there. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private record Said(int code, String out, String complaints) {}

    @AfterEach
    void letEverythingGoOn() {
        say(KEY, "resume", "payouts", "--reason", "The test is over");
        say(KEY, "unfreeze-funding", "--reason", "The test is over");
    }

    @Test
    void pausedWorkerIsDrainedAndGoesOnLater() {
        assertThat(say(KEY, "pause", "payouts", "--reason", "The bank is away").code()).isZero();

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(worker("payouts").path("state").asText()).isEqualTo("drained"));
        assertThat(worker("payouts").path("replicas").get(0).path("paused").asBoolean()).isTrue();
        assertThat(worker("timers").path("state").asText()).isEqualTo("running");

        assertThat(say(KEY, "resume", "payouts", "--reason", "It is back").code()).isZero();
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(
                                        worker("payouts")
                                                .path("replicas")
                                                .get(0)
                                                .path("paused")
                                                .asBoolean())
                                .isFalse());
    }

    @Test
    void actIsPrintedReadablyAndFoundInTheLog() {
        Said frozen =
                say(KEY, "freeze-funding", "--currency", "usdc", "--reason", "A price is wrong");
        assertThat(frozen.code()).isZero();
        assertThat(frozen.out()).contains("scope: usdc").contains("reason: A price is wrong");
        assertThat(say(KEY, "unfreeze-funding", "--currency", "usdc", "--reason", "Mended").code())
                .isZero();

        Said log = say(KEY, "audit", "--subject", "usdc");
        assertThat(log.out())
                .contains("act: freeze_funding")
                .contains("act: unfreeze_funding")
                .contains("reason: Mended");
    }

    @Test
    void booksAreCompared() {
        Said said = say(KEY, "reconcile", "--reason", "To see");

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("agrees: true").contains("rail: ledger");
    }

    @Test
    void refusalIsSaidAndTold() {
        Said said = say(KEY, "retry", "pay_00000000000000000000000001", "--reason", "Why not");

        assertThat(said.code()).isEqualTo(AdminLine.REFUSED);
        assertThat(said.complaints()).startsWith("404 payout_not_found: ").contains("request req_");
        assertThat(said.out()).isEmpty();
    }

    @Test
    void strangerIsRefused() {
        Said said = say("obk_live_nobody", "workers");

        assertThat(said.code()).isEqualTo(AdminLine.REFUSED);
        assertThat(said.complaints()).startsWith("401 ").doesNotContain("obk_live_nobody");
    }

    @Test
    void whatIsNotUnderstoodIsNotSent() {
        assertThat(say(KEY, "dance").code()).isEqualTo(AdminLine.NOT_UNDERSTOOD);
        assertThat(say(KEY, "dance").complaints()).contains("Usage: ./guildhall admin");
        assertThat(say(null, "workers").complaints()).contains("GUILDHALL_ADMIN_KEY");
    }

    @Test
    void serviceThatIsNotThereIsSaid() {
        var complaints = new ByteArrayOutputStream();
        int code =
                AdminLine.run(
                        List.of("workers"),
                        URI.create("http://127.0.0.1:1"),
                        KEY,
                        System.out,
                        new PrintStream(complaints, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(AdminLine.UNREACHABLE);
        assertThat(complaints.toString(StandardCharsets.UTF_8)).contains("GUILDHALL_URL");
    }

    private static JsonNode worker(String name) {
        try {
            for (var worker :
                    new ObjectMapper()
                            .readTree(say(KEY, "workers", "--json").out())
                            .path("items")) {
                if (worker.path("name").asText().equals(name)) {
                    return worker;
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("No worker " + name);
    }

    private static Said say(@Nullable String key, String... words) {
        var out = new ByteArrayOutputStream();
        var complaints = new ByteArrayOutputStream();
        int code =
                AdminLine.run(
                        List.of(words),
                        URI.create("http://localhost:" + RestAssured.port),
                        key,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(complaints, true, StandardCharsets.UTF_8));
        return new Said(
                code,
                out.toString(StandardCharsets.UTF_8),
                complaints.toString(StandardCharsets.UTF_8));
    }
}
