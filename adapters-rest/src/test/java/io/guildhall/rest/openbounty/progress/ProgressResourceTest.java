package io.guildhall.rest.openbounty.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.guildhall.application.inmemory.InMemoryGuildhall;
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
class ProgressResourceTest {

    @Inject InMemoryGuildhall guildhall;

    private Scene scene;
    private String bounty = "";
    private String progress = "";

    @BeforeEach
    void anAgentWorks() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        scene = Scene.of(guildhall);
        bounty = scene.claimed();
        progress = bounty + "/progress";
    }

    @Test
    void progressRenewsTheLease() {
        Instant before = leaseEnd();
        guildhall.clock.advance(Duration.ofHours(1));
        scene.agent.get(bounty).then().body("allowed_actions", hasItem("report_progress"));

        Response reported =
                scene.agent.post(
                        progress,
                        """
                        {"event": "tests_written", "message": "Forty", "metadata": {"b": 2, "a": {"c": [1.5, null]}}}
                        """);

        reported.then()
                .statusCode(201)
                .body("id", startsWith("prg_"))
                .body("bounty_id", equalTo(Scene.id(bounty)))
                .body("event", equalTo("tests_written"))
                .body("metadata.a.c", hasSize(2))
                .body("visibility", equalTo("public"));
        Instant after = Instant.parse(reported.path("lease_expires_at"));
        assertThat(after).isEqualTo(before.plus(Duration.ofHours(1))).isEqualTo(leaseEnd());
    }

    @Test
    void whoSeesTheBountySeesWhatIsPublic() {
        report("{\"event\": \"begun\"}");
        report("{\"event\": \"stuck\", \"visibility\": \"private\"}");

        scene.stranger.get(progress).then().body("items.event", contains("begun"));
        scene.poster.get(progress).then().body("items.event", contains("stuck", "begun"));
        scene.workshop
                .get(progress + "?limit=1")
                .then()
                .body("items.event", contains("stuck"))
                .body("has_more", equalTo(true));
    }

    @Test
    void onlyTheWorkingAgentReports() {
        String json = "{\"event\": \"begun\"}";

        scene.stranger
                .post(progress, json)
                .then()
                .statusCode(403)
                .body("reason", equalTo("not_the_claiming_agent"));
        scene.workshop
                .post(progress, json)
                .then()
                .statusCode(403)
                .body("reason", equalTo("agent_key_needed"));
        scene.agent
                .post("/api/bounties/bnt_01ARZ3NDEKTSV4RRFFQ69G5FAV/progress", json)
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                              | event",
                "{\"event\": 7}                                  | event",
                "{\"event\": \"e\", \"metadata\": \"text\"}      | metadata",
                "{\"event\": \"e\", \"metadata\": {\"a\": \"BIG\"}} | metadata",
                "{\"event\": \"e\", \"visibility\": \"secret\"}  | visibility",
            })
    void whatIsWrongIsNamed(String json, String field) {
        scene.agent
                .post(progress, json.replace("BIG", "x".repeat(8_185)))
                .then()
                .statusCode(422)
                .body("details.field", contains(field));
    }

    @Test
    void metadataMayFillEightKibibytes() {
        report("{\"event\": \"e\", \"metadata\": {\"a\": \"%s\"}}".formatted("x".repeat(8_184)));
    }

    @Test
    void aReportSentTwiceIsTakenOnce() {
        String json = "{\"event\": \"begun\", \"metadata\": {\"z\": 1, \"a\": 2}}";

        Response first = scene.agent.postOnce(progress, json, "once");
        Response again = scene.agent.postOnce(progress, json, "once");

        again.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(again.asString()).isEqualTo(first.asString()).contains("{\"a\":2,\"z\":1}");
        scene.poster.get(progress).then().body("items", hasSize(1));
    }

    private void report(String json) {
        scene.agent.post(progress, json).then().statusCode(201);
    }

    private Instant leaseEnd() {
        return Instant.parse(scene.agent.get(bounty + "/claims").path("items[0].lease_expires_at"));
    }
}
