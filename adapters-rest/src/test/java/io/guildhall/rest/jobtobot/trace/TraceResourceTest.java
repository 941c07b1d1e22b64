package io.guildhall.rest.jobtobot.trace;

import static io.guildhall.rest.jobtobot.TaskScene.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.rest.jobtobot.TaskScene;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TraceResourceTest {

    private static final String DOCUMENTS =
            """
            {
              "event": "step_completed",
              "message": "Parsed 47 pages of financial data",
              "metadata": { "pagesProcessed": 47, "totalPages": 120 }
            }
            """;

    @Inject InMemoryGuildhall guildhall;

    private TaskScene scene;
    private String task;

    @BeforeEach
    void everybodyIsNew() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        scene = TaskScene.of(guildhall);
        task = scene.claimed("");
    }

    @Test
    void traceIsReadAsItWasSent() {
        Response sent = scene.agent.post(task + "/progress", DOCUMENTS);

        sent.then().statusCode(201).body("ok", equalTo(true));
        Response read = scene.poster.get(task + "/traces");
        read.then()
                .statusCode(200)
                .body("ok", equalTo(true))
                .body("data.items", hasSize(1))
                .body("data.items[0].id", equalTo(sent.path("data.id")))
                .body("data.items[0].event", equalTo("step_completed"))
                .body("data.items[0].message", equalTo("Parsed 47 pages of financial data"))
                .body("data.items[0].visibility", equalTo("public"));
        assertThat(read.jsonPath().getMap("data.items[0]"))
                .containsOnlyKeys("id", "event", "message", "metadata", "visibility", "createdAt");
        assertThat(read.asString())
                .contains("\"metadata\":{\"pagesProcessed\":47,\"totalPages\":120}");
    }

    @Test
    void metadataKeepsItsOrderAndItsDigits() {
        scene.agent
                .post(
                        task + "/progress",
                        """
                        {"event": "e", "metadata": {"z": 0.1000, "a": [100, 12345678901234567890.5, null]}}
                        """)
                .then()
                .statusCode(201);

        assertThat(scene.agent.get(task + "/traces").asString())
                .contains("\"metadata\":{\"z\":0.1000,\"a\":[100,12345678901234567890.5,null]}");
    }

    @Test
    void reportRenewsTheLease() {
        Instant before = leaseEnd();
        guildhall.clock.advance(Duration.ofHours(5));

        Response sent = scene.agent.post(task + "/progress", "{\"event\": \"begun\"}");

        Instant after = Instant.parse(sent.path("data.leaseExpiresAt"));
        assertThat(after).isEqualTo(before.plus(Duration.ofHours(5))).isEqualTo(leaseEnd());
    }

    @Test
    void privateTracesAreForTheTwoSides() {
        report("first", "public");
        report("second", "private");
        report("third", "public");

        scene.poster
                .get(task + "/traces")
                .then()
                .body("data.items.event", contains("first", "second", "third"));
        scene.agent
                .get(task + "/traces")
                .then()
                .body("data.items.event", contains("first", "second", "third"));
        scene.workshop
                .get(task + "/traces")
                .then()
                .body("data.items.visibility", contains("public", "private", "public"));
        scene.stranger
                .get(task + "/traces")
                .then()
                .body("data.items.event", contains("first", "third"));
    }

    @Test
    void allTracesComeAtOnceUnlessALimitIsSent() {
        List<String> sent = new ArrayList<>();
        for (int number = 0; number < 105; number++) {
            sent.add("step_" + number);
            guildhall.useCases.reportProgress.handle(
                    new ReportJson("step_" + number, null, null, null)
                            .command(
                                    guildhall
                                            .useCases
                                            .authenticate
                                            .byKey(scene.agent.key())
                                            .orElseThrow()
                                            .caller(),
                                    io.guildhall.rest.jobtobot.PathIds.task(
                                            task.substring("/v1/tasks/".length()))));
        }

        Response all = scene.poster.get(task + "/traces");
        Response some = scene.poster.get(task + "/traces?limit=2");
        Response more =
                scene.poster.get(
                        task
                                + "/traces?limit=2&cursor="
                                + some.path("data.pagination.next_cursor"));

        assertThat(all.<List<String>>path("data.items.event")).isEqualTo(sent);
        all.then()
                .body("data.pagination.has_more", equalTo(false))
                .body("data.pagination.total_estimate", equalTo(105));
        some.then().body("data.items.event", contains("step_0", "step_1"));
        more.then().body("data.items.event", contains("step_2", "step_3"));
        assertRefused(scene.poster.get(task + "/traces?limit=101"), 400, "BAD_REQUEST");
    }

    @Test
    void onlyTheAssignedAgentReports() {
        assertRefused(
                scene.stranger.post(task + "/progress", DOCUMENTS),
                403,
                "FORBIDDEN",
                "Only the agent whose bid it is may do this; an agent without one bids first, on a"
                        + " task from /v1/tasks/available");
        assertRefused(scene.workshop.post(task + "/progress", DOCUMENTS), 403, "FORBIDDEN");
        String open = scene.posted();
        TaskScene.bid(scene.agent, open, "12.50");
        assertRefused(
                scene.agent.post(open + "/progress", DOCUMENTS),
                403,
                "FORBIDDEN",
                "Your bid on the task is not accepted yet; wait for the word of its poster");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                               | event",
                "{\"event\": 7}                                   | event",
                "{\"event\": \"e\", \"metadata\": \"text\"}       | metadata",
                "{\"event\": \"e\", \"metadata\": [1]}            | metadata",
                "{\"event\": \"e\", \"metadata\": {\"a\": \"BIG\"}} | metadata",
                "{\"event\": \"e\", \"visibility\": \"secret\"}   | visibility",
            })
    void whatIsWrongIsNamed(String json, String field) {
        Response refused =
                scene.agent.post(task + "/progress", json.replace("BIG", "x".repeat(8_185)));

        assertRefused(refused, 400, "BAD_REQUEST");
        assertThat(refused.<String>path("error.message")).contains("'" + field + "'");
    }

    @Test
    void reportSentTwiceIsTakenOnce() {
        Response first = scene.agent.postOnce(task + "/progress", DOCUMENTS, "once");
        Response again = scene.agent.postOnce(task + "/progress", DOCUMENTS, "once");

        again.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(again.asString()).isEqualTo(first.asString());
        scene.agent.get(task + "/traces").then().body("data.items", hasSize(1));
    }

    private void report(String event, String visibility) {
        scene.agent
                .post(
                        task + "/progress",
                        "{\"event\": \"%s\", \"visibility\": \"%s\"}".formatted(event, visibility))
                .then()
                .statusCode(201);
    }

    private Instant leaseEnd() {
        return Instant.parse(scene.agent.get(task).path("data.myBid.leaseExpiresAt"));
    }
}
