package io.guildhall.rest.openbounty.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.rest.InMemoryWiring;
import io.guildhall.rest.openbounty.Client;
import io.guildhall.rest.openbounty.Scene;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TestClockResourceTest {

    private static final String CLOCK = "/api/test/clock";
    private static final String ADVANCE = "/api/test/clock/advance";

    @Inject InMemoryGuildhall guildhall;

    private Scene scene;
    private final Client admin = new Client(InMemoryWiring.ADMIN_KEY);

    @BeforeEach
    void everybodyIsNew() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        scene = Scene.of(guildhall);
    }

    @Test
    void aWeekPassesInASecond() {
        String bounty = scene.claimed();
        scene.submitted(bounty);
        Instant before = now(scene.poster);

        Response advanced = admin.post(ADVANCE, "{\"duration\": \"P7D\"}");

        advanced.then().statusCode(200).body("allowed_actions", contains("advance"));
        assertThat(Instant.parse(advanced.path("now"))).isEqualTo(before.plus(Duration.ofDays(7)));
        assertThat(now(scene.agent)).isEqualTo(before.plus(Duration.ofDays(7)));
        scene.agent.get(bounty).then().body("status", equalTo("paid")).body("timer", nullValue());
        scene.agent
                .get(bounty + "/submissions")
                .then()
                .body("items[0].accepted_by", equalTo("time"));
    }

    @Test
    void whoIsNoAdminCanOnlyLook() {
        scene.poster.get(CLOCK).then().statusCode(200).body("allowed_actions", empty());
        admin.get(CLOCK).then().statusCode(200).body("allowed_actions", contains("advance"));
        scene.poster
                .post(ADVANCE, "{\"seconds\": 60}")
                .then()
                .statusCode(403)
                .body("reason", equalTo("admin_needed"));
        new Client("").get(CLOCK).then().statusCode(401);
    }

    @Test
    void aRepeatedRequestMovesItOnce() {
        Instant before = now(admin);

        Response first = admin.postOnce(ADVANCE, "{\"seconds\": 60}", before.toString());
        Response again = admin.postOnce(ADVANCE, "{\"seconds\": 60}", before.toString());

        first.then().statusCode(200);
        again.then().statusCode(200).header("Idempotency-Replayed", "true");
        assertThat(now(admin)).isEqualTo(before.plusSeconds(60));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                       | seconds",
                "{\"seconds\": \"60\"}                    | seconds",
                "{\"seconds\": 0}                         | seconds",
                "{\"duration\": \"soon\"}                 | duration",
                "{\"seconds\": 1, \"duration\": \"PT1S\"} | duration",
            })
    void whatIsNoTimeIsNamed(String json, String field) {
        admin.post(ADVANCE, json).then().statusCode(422).body("details.field", contains(field));
    }

    private static Instant now(Client reader) {
        return Instant.parse(reader.get(CLOCK).path("now"));
    }
}
