package io.guildhall.rest.jobtobot.delivery;

import static io.guildhall.rest.jobtobot.TaskScene.CONTENT;
import static io.guildhall.rest.jobtobot.TaskScene.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.rest.jobtobot.TaskScene;
import io.guildhall.rest.openbounty.Scene;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DeliveryResourceTest {

    /** Says nothing of what was asked for. */
    private static final String POOR = "{\"content\": \"TODO\"}";

    @Inject InMemoryGuildhall guildhall;

    private TaskScene scene;
    private String task;

    @BeforeEach
    void everybodyIsNew() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        scene = TaskScene.of(guildhall);
        task = scene.claimed("");
    }

    @AfterEach
    void nobodyElseIsJudgedFromOutside() {
        guildhall.qualityGate.withdraw();
    }

    @Test
    void withoutAGateWorkLiesWithThePosterAtOnce() {
        String ungated = scene.claimed(", \"quality_gate\": false");

        Response delivered = scene.agent.post(ungated + "/deliver", CONTENT);

        delivered
                .then()
                .statusCode(200)
                .body("ok", equalTo(true))
                .body("data.taskId", equalTo(Scene.id(ungated)))
                .body("data.status", equalTo("delivered"))
                .body("data.score", nullValue())
                .body("data.warning", nullValue())
                .body("data.reasons", hasSize(0))
                .body("data.resubmitBy", nullValue())
                .body("data.reviewBy", notNullValue());
        assertThat(delivered.jsonPath().getMap("data")).doesNotContainKey("content");
        scene.agent.get(ungated).then().body("data.status", equalTo("delivered"));
        scene.poster
                .get(ungated)
                .then()
                .body("data.delivery.content", equalTo("## Quarterly Earnings Summary"));
        scene.stranger
                .get(ungated)
                .then()
                .body("data.status", equalTo("delivered"))
                .body("data.delivery", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "0,     pdqg_failed, 0.0000, false",
        "3999,  pdqg_failed, 0.3999, false",
        "4000,  delivered,   0.4000, true",
        "6500,  delivered,   0.6500, true",
        "6501,  delivered,   0.6501, false",
        "10000, delivered,   1.0000, false",
    })
    void scoreDecides(int score, String status, String shown, boolean warned) {
        judgeSays(score);
        scene.agent
                .post(task + "/deliver", CONTENT)
                .then()
                .statusCode(200)
                .body("data.status", equalTo("delivered"))
                .body("data.score", nullValue());

        judge();

        Response read = scene.agent.get(task);
        read.then()
                .body("data.status", equalTo(status))
                .body("data.delivery.status", equalTo(status))
                .body("data.delivery.warning", warned ? notNullValue() : nullValue());
        assertThat(read.asString()).contains("\"score\":" + shown + ",");
        scene.poster.get(task).then().body("data.status", equalTo(status));
        scene.stranger
                .get(task)
                .then()
                .body("data.status", equalTo(status.equals("delivered") ? status : "claimed"));
    }

    @Test
    void failedGateIsARecordedResult() {
        Response failed = scene.agent.post(task + "/deliver", POOR);

        failed.then()
                .statusCode(200)
                .body("ok", equalTo(true))
                .body("data.status", equalTo("pdqg_failed"));
        assertThat(Instant.parse(failed.path("data.resubmitBy")))
                .isEqualTo(guildhall.clock.instant().plus(Duration.ofHours(6)));
        scene.agent.get(task).then().body("data.status", equalTo("pdqg_failed"));
    }

    @Test
    void resubmissionIsForWhatFailedTheGateOnly() {
        assertRefused(
                scene.agent.post(task + "/resubmit", CONTENT),
                403,
                "FORBIDDEN",
                "There is no delivery that failed the quality gate to resubmit; deliver the work instead");
        scene.agent.post(task + "/deliver", POOR).then().statusCode(200);

        scene.agent
                .post(task + "/resubmit", POOR)
                .then()
                .statusCode(200)
                .body("data.status", equalTo("pdqg_final_fail"))
                .body("data.resubmitBy", nullValue());

        scene.agent.get(task).then().body("data.status", equalTo("pdqg_final_fail"));
        Response again = scene.agent.post(task + "/resubmit", CONTENT);
        assertRefused(again, 403, "FORBIDDEN");
        assertThat(again.<String>path("error.message"))
                .startsWith("The last try was not taken")
                .contains(
                        "/api/disputes before "
                                + scene.agent.get(task).path("data.myBid.leaseExpiresAt"));
        assertRefused(scene.agent.post(task + "/deliver", CONTENT), 403, "FORBIDDEN");
    }

    @Test
    void bidThatWasNotAcceptedHasNothingToResubmit() {
        String open = scene.posted();
        TaskScene.bid(scene.agent, open, "12.50");

        assertRefused(
                scene.agent.post(open + "/resubmit", CONTENT),
                403,
                "FORBIDDEN",
                "Your bid on the task is not accepted yet; wait for the word of its poster");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void resubmissionIsTakenForSixHours(boolean inTime) {
        scene.agent.post(task + "/deliver", POOR).then().statusCode(200);
        guildhall.clock.advance(Duration.ofHours(6).plusMillis(inTime ? 0 : 1));

        Response answer = scene.agent.post(task + "/resubmit", POOR);

        if (inTime) {
            answer.then().statusCode(200);
        } else {
            assertRefused(answer, 403, "FORBIDDEN");
        }
    }

    @Test
    void workIsDeliveredOnce() {
        String ungated = scene.claimed(", \"quality_gate\": false");
        scene.agent.post(ungated + "/deliver", CONTENT).then().statusCode(200);

        assertRefused(
                scene.agent.post(ungated + "/deliver", CONTENT),
                409,
                "CONFLICT",
                "The work on this task is delivered already; wait for the word of its poster");
        assertRefused(
                scene.agent.post(ungated + "/resubmit", CONTENT),
                403,
                "FORBIDDEN",
                "The work is delivered, and there is nothing to resubmit; wait for the word on it");
    }

    @Test
    void nothingIsDeliveredDuringADispute() {
        dispute(task);

        assertInDispute(scene.agent.post(task + "/deliver", CONTENT));
        assertInDispute(scene.agent.post(task + "/resubmit", CONTENT));
    }

    @Test
    void workThatIsInDisputeIsNoDuplicate() {
        String ungated = scene.claimed(", \"quality_gate\": false");
        scene.agent.post(ungated + "/deliver", CONTENT).then().statusCode(200);
        dispute(ungated);

        assertInDispute(scene.agent.post(ungated + "/deliver", CONTENT));
        assertInDispute(scene.agent.post(ungated + "/resubmit", CONTENT));
    }

    @Test
    void disputeOfAnotherAgentIsNotTold() {
        String other = scene.posted();
        TaskScene.bid(scene.stranger, other, "12.50");
        scene.accept(TaskScene.bid(scene.agent, other, "12.50"));
        dispute(other);

        Response answer = scene.stranger.post(other + "/deliver", CONTENT);

        assertRefused(answer, 403, "FORBIDDEN");
        assertThat(answer.<String>path("error.message")).contains("rejected");
    }

    @Test
    void whatFailedIsResubmittedAndNotDeliveredAgain() {
        scene.agent.post(task + "/deliver", POOR).then().statusCode(200);

        Response again = scene.agent.post(task + "/deliver", CONTENT);

        assertRefused(again, 409, "CONFLICT");
        assertThat(again.<String>path("error.message")).contains("resubmit");
        scene.agent.get(task).then().body("data.status", equalTo("pdqg_failed"));
    }

    @Test
    void afterARevisionWorkIsDeliveredAgain() {
        String ungated = scene.claimed(", \"quality_gate\": false");
        Response first = scene.agent.post(ungated + "/deliver", CONTENT);
        scene.poster
                .post(
                        "/api/submissions/" + first.path("data.submissionId") + "/request-revision",
                        "{\"notes\": \"Sources, please\"}")
                .then()
                .statusCode(200);

        scene.agent
                .get(ungated)
                .then()
                .body("data.status", equalTo("claimed"))
                .body("data.delivery.status", equalTo("revision_requested"))
                .body("data.delivery.notes", equalTo("Sources, please"))
                .body("data.delivery.criteriaResults", hasSize(0));
        scene.agent
                .post(ungated + "/deliver", CONTENT)
                .then()
                .statusCode(200)
                .body("data.notes", nullValue());
    }

    @Test
    void rejectedWorkTellsItsSidesWhichCriteriaItDoesNotMeet() {
        String judged =
                scene.claimed(
                        ", \"quality_gate\": false, \"acceptance_criteria\": [\"Key metrics\","
                                + " \"Sources\"]");
        Response first = scene.agent.post(judged + "/deliver", CONTENT);
        scene.poster
                .post(
                        "/api/submissions/" + first.path("data.submissionId") + "/reject",
                        "{\"notes\": \"It says what, not whence\", \"criteria_results\":"
                                + " [{\"criterion\": 1, \"met\": false, \"note\": \"None named\"}]}")
                .then()
                .statusCode(200);

        scene.agent
                .get(judged)
                .then()
                .body("data.delivery.status", equalTo("rejected"))
                .body("data.delivery.notes", equalTo("It says what, not whence"))
                .body("data.delivery.criteriaResults.criterion", contains(1))
                .body("data.delivery.criteriaResults.met", contains(false))
                .body("data.delivery.criteriaResults.note", contains("None named"));
        scene.stranger.get(judged).then().body("data.delivery", nullValue());
    }

    @Test
    void onlyTheAssignedAgentDelivers() {
        for (String call : new String[] {"/deliver", "/resubmit"}) {
            assertRefused(scene.stranger.post(task + call, CONTENT), 403, "FORBIDDEN");
            assertRefused(scene.workshop.post(task + call, CONTENT), 403, "FORBIDDEN");
            assertRefused(scene.poster.post(task + call, CONTENT), 403, "FORBIDDEN");
            String open = scene.posted();
            TaskScene.bid(scene.agent, open, "12.50");
            assertRefused(scene.agent.post(open + call, CONTENT), 403, "FORBIDDEN");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"content\": \"\"}", "{\"content\": 7}", "{\"content\": ", "[]"})
    void workHasAContent(String json) {
        assertRefused(scene.agent.post(task + "/deliver", json), 400, "BAD_REQUEST");
        scene.agent.get(task).then().body("data.status", equalTo("claimed"));
    }

    @Test
    void deliverySentTwiceIsTakenOnce() {
        Response first = scene.agent.postOnce(task + "/deliver", POOR, "first");
        Response again = scene.agent.postOnce(task + "/deliver", POOR, "first");
        Response second = scene.agent.postOnce(task + "/resubmit", POOR, "second");
        Response secondAgain = scene.agent.postOnce(task + "/resubmit", POOR, "second");

        again.then().statusCode(200).header("Idempotency-Replayed", "true");
        assertThat(again.asString()).isEqualTo(first.asString()).contains("pdqg_failed");
        secondAgain.then().statusCode(200).header("Idempotency-Replayed", "true");
        assertThat(secondAgain.asString()).isEqualTo(second.asString()).contains("pdqg_final_fail");
    }

    private void dispute(String disputed) {
        String bounty = scene.agent.get(disputed).path("data.bountyId");
        scene.poster
                .post(
                        "/api/disputes",
                        "{\"bounty_id\": \"%s\", \"reason\": \"It is late\"}".formatted(bounty))
                .then()
                .statusCode(201);
    }

    private static void assertInDispute(Response answer) {
        assertRefused(
                answer,
                403,
                "FORBIDDEN",
                "The task is in dispute, and nothing is delivered until that ends; GET /api/disputes"
                        + " lists it, and POST /api/disputes/{id}/evidence is where to speak for your"
                        + " side");
    }

    private void judgeSays(int score) {
        guildhall.qualityGate.offer();
        guildhall.qualityGate.next(score);
    }

    private void judge() {
        assertThat(guildhall.useCases.judgeSubmissions.handle(10)).isEqualTo(1);
    }
}
