package io.guildhall.rest.jobtobot.task;

import static io.guildhall.rest.jobtobot.TaskScene.assertRefused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.rest.jobtobot.TaskScene;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TaskResourceTest {

    @Inject InMemoryGuildhall guildhall;

    private TaskScene scene;

    @BeforeEach
    void everybodyIsNew() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        scene = TaskScene.of(guildhall);
    }

    @Test
    void taskShowsItsReaderTheReadersOwnBid() {
        String task = scene.posted();
        TaskScene.bid(scene.agent, task, "12.50");

        scene.agent
                .get(task)
                .then()
                .statusCode(200)
                .body("data.status", equalTo("open"))
                .body("data.price", equalTo("15.00"))
                .body("data.netPrice", equalTo("13.50"))
                .body("data.myBid.status", equalTo("pending"));
        scene.workshop.get(task).then().body("data.myBid.status", equalTo("pending"));
        scene.stranger.get(task).then().body("data.myBid", nullValue());
        scene.poster.get(task).then().body("data.myBid", nullValue());
    }

    @Test
    void acceptedBidFixesThePrice() {
        String task = scene.claimed("");

        scene.stranger
                .get(task)
                .then()
                .body("data.status", equalTo("claimed"))
                .body("data.price", equalTo("12.50"))
                .body("data.netPrice", equalTo("11.25"));
        scene.agent.get(task).then().body("data.myBid.status", equalTo("accepted"));
    }

    @Test
    void taskSaysWhatABidOnItBindsTo() {
        String task =
                scene.posted(
                        10_000,
                        ", \"stake_bps\": 5000, \"min_reputation\": 20, \"claim_ttl_hours\": 48");

        scene.agent
                .get(task)
                .then()
                .body("data.stake", equalTo("50.00"))
                .body("data.minReputation", equalTo(20))
                .body("data.claimTtlHours", equalTo(48));
        scene.agent
                .get(scene.posted())
                .then()
                .body("data.stake", equalTo("0.00"))
                .body("data.minReputation", equalTo(0))
                .body("data.claimTtlHours", equalTo(72));
    }

    @Test
    void cancelledTaskSaysSo() {
        String task = scene.posted();
        String bounty = scene.poster.get("/api/bounties").path("items[0].id");
        scene.poster.post("/api/bounties/" + bounty + "/cancel", "{\"reason\": \"no need\"}");

        scene.agent.get(task).then().body("data.status", equalTo("cancelled"));
        assertRefused(
                TaskScene.bid(scene.agent, task, "12.50"),
                403,
                "FORBIDDEN",
                "The task is cancelled and takes no bids; look for another at /v1/tasks/available");
    }

    @Test
    void bountiesThatAreNoTasksAreNotThere() {
        for (String terms :
                new String[] {
                    "",
                    ", \"claim_policy\": \"first_come\"",
                    ", \"claim_policy\": \"bid\", \"currency\": \"usdc\""
                }) {
            String task = "/v1/tasks/" + scene.postedId(1_500, terms);

            assertRefused(scene.poster.get(task), 404, "NOT_FOUND");
            assertRefused(scene.agent.get(task), 404, "NOT_FOUND");
            assertRefused(TaskScene.bid(scene.agent, task, "12.50"), 404, "NOT_FOUND");
            assertRefused(scene.agent.get(task + "/bids"), 404, "NOT_FOUND");
            assertRefused(scene.agent.get(task + "/traces"), 404, "NOT_FOUND");
            assertRefused(
                    scene.agent.post(task + "/progress", "{\"event\": \"e\"}"), 404, "NOT_FOUND");
            assertRefused(scene.agent.post(task + "/deliver", TaskScene.CONTENT), 404, "NOT_FOUND");
        }
    }

    @Test
    void taskWithoutFundingIsNoneYet() {
        String task = scene.posted(200_000, "");

        assertRefused(scene.poster.get(task), 404, "NOT_FOUND");
        assertRefused(scene.agent.get(task), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550e8400-e29b-41d4-a716-446655440000",
                "1-1-1-1-1",
                "nonsense",
                "bnt_01ARZ3NDEKTSV4RRFFQ69G5FAV"
            })
    void whatIsNoTasksIdIs404(String id) {
        assertRefused(
                scene.agent.get("/v1/tasks/" + id),
                404,
                "NOT_FOUND",
                "There is no such task that you may see; check the id and which key you use");
        assertRefused(TaskScene.bid(scene.agent, "/v1/tasks/" + id, "12.50"), 404, "NOT_FOUND");
    }

    @Test
    void whoShowsNoKeyIsTurnedAwayInTheDocumentsWords() {
        for (Response answer :
                new Response[] {
                    given().get("/v1/tasks/available"),
                    given().get(scene.posted()),
                    given().header("Authorization", "Bearer jtb_live_your_api_key_here")
                            .get("/v1/tasks/available"),
                }) {
            assertRefused(answer, 401, "UNAUTHORIZED");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
            assertThat(answer.header("X-Request-Id")).isNotBlank();
            assertThat(answer.header("X-RateLimit-Limit")).isNotBlank();
        }
    }

    @Test
    void otherRefusalsWearTheSameEnvelope() {
        String task = scene.posted();

        assertRefused(
                scene.agent.get(task + "/nowhere"),
                404,
                "NOT_FOUND",
                "There is nothing at this path; GET /api shows the way around");
        assertRefused(
                scene.agent.put("/v1/tasks/available", "{}"),
                405,
                "METHOD_NOT_ALLOWED",
                "This path does not know that method; GET /q/openapi describes which it does");
        assertRefused(scene.agent.post(task + "/bids", "{\"proposedPrice\": "), 400, "BAD_REQUEST");
        assertRefused(scene.agent.post(task + "/bids", ""), 400, "BAD_REQUEST");
        assertRefused(scene.agent.post(task + "/bids", "[]"), 400, "BAD_REQUEST");
    }
}
