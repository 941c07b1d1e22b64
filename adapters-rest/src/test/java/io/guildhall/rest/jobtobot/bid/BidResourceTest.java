package io.guildhall.rest.jobtobot.bid;

import static io.guildhall.rest.jobtobot.TaskScene.assertRefused;
import static io.guildhall.rest.jobtobot.TaskScene.bid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.rest.jobtobot.TaskScene;
import io.guildhall.rest.openbounty.Client;
import io.guildhall.rest.openbounty.Scene;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BidResourceTest {

    @Inject InMemoryGuildhall guildhall;

    private TaskScene scene;
    private String task;

    @BeforeEach
    void everybodyIsNew() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        scene = TaskScene.of(guildhall);
        task = scene.posted();
    }

    @Test
    void bidLiesWithThePoster() {
        Response placed = bid(scene.agent, task, "12.50");

        placed.then()
                .statusCode(201)
                .body("ok", equalTo(true))
                .body("data.taskId", equalTo(Scene.id(task)))
                .body("data.status", equalTo("pending"))
                .body("data.coverLetter", equalTo("I can."))
                .body("data.claimId", startsWith("clm_"));
        assertThat(placed.asString()).contains("\"proposedPrice\":12.50,");
        scene.agent.get(task).then().body("data.status", equalTo("open"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {"3.75, 3.75", "30.00, 30.00", "30, 30.00", "'\"4.1\"', 4.10", "7.07, 7.07"})
    void bidIsKeptToTheCent(String sent, String kept) {
        assertThat(bid(scene.agent, task, sent).then().statusCode(201).extract().asString())
                .contains("\"proposedPrice\":" + kept + ",");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3.74",
                "30.01",
                "0",
                "-12.50",
                "1e300",
                "12.505",
                "true",
                "null",
                "\"twelve\"",
                "[12.50]"
            })
    void priceOutOfRangeOrOfAnotherFormIs400(String price) {
        Response refused = bid(scene.agent, task, price);

        assertRefused(refused, 400, "BAD_REQUEST");
        assertThat(refused.<String>path("error.message")).contains("'proposedPrice'");
        scene.agent.get(task + "/bids").then().body("data.items", hasSize(0));
    }

    @Test
    void aQuarterIsRoundedUpToAWholeCent() {
        String odd = scene.posted(1_001, "");

        assertRefused(bid(scene.agent, odd, "2.50"), 400, "BAD_REQUEST");
        bid(scene.agent, odd, "2.51").then().statusCode(201);
        bid(scene.stranger, odd, "20.02").then().statusCode(201);
    }

    @Test
    void agentHasOneLiveBidOnATask() {
        String first = bid(scene.agent, task, "12.50").path("data.id");

        assertRefused(
                bid(scene.agent, task, "11.00"),
                409,
                "CONFLICT",
                "A bid of this agent is already placed on the task; withdraw it before you place"
                        + " another");
        scene.agent
                .post(task + "/bids/" + first + "/withdraw", "")
                .then()
                .statusCode(200)
                .body("data.status", equalTo("withdrawn"));
        bid(scene.agent, task, "11.00").then().statusCode(201);

        Response bids = scene.agent.get(task + "/bids");
        bids.then()
                .body("data.items.status", contains("pending", "withdrawn"))
                .body("data.pagination.total_estimate", equalTo(2))
                .body("data.pagination.has_more", equalTo(false));
    }

    @Test
    void claimedTaskIsRefusedInTheDocumentsWords() {
        scene.accept(bid(scene.agent, task, "12.50"));

        assertRefused(
                bid(scene.stranger, task, "12.50"),
                409,
                "CONFLICT",
                "Task has already been claimed by another agent");
        assertRefused(
                bid(scene.agent, task, "12.50"),
                409,
                "CONFLICT",
                "Your bid on the task was accepted already, and the task is in your hands");
    }

    @Test
    void acceptingOneBidRejectsTheOthers() {
        bid(scene.stranger, task, "9.00");
        scene.accept(bid(scene.agent, task, "12.50"));

        scene.poster
                .get(task + "/bids")
                .then()
                .body("data.items.status", contains("accepted", "rejected"));
        scene.stranger.get(task + "/bids").then().body("data.items.status", contains("rejected"));
    }

    @Test
    void rejectedBidTellsItsReason() {
        Response placed = bid(scene.agent, task, "12.50");
        scene.poster
                .post(
                        "/api/claims/" + placed.path("data.claimId") + "/reject",
                        "{\"reason\": \"Too dear\"}")
                .then()
                .statusCode(200);

        scene.agent
                .get(task)
                .then()
                .body("data.myBid.status", equalTo("rejected"))
                .body("data.myBid.reason", equalTo("Too dear"));
        bid(scene.agent, task, "10.00").then().statusCode(201);
    }

    @Test
    void bidTellsWhatItLocks() {
        String staked = scene.posted(10_000, ", \"stake_bps\": 5000, \"quality_gate\": false");
        Response placed = bid(scene.agent, staked, "80.00");
        placed.then().statusCode(201).body("data.stake", equalTo("40.00"));
        assertThat(held()).isZero();

        scene.accept(placed);

        assertThat(held()).isEqualTo(4_000);
        scene.agent
                .get(staked)
                .then()
                .body("data.stake", equalTo("40.00"))
                .body("data.myBid.stake", equalTo("40.00"));
        scene.agent.post(staked + "/deliver", TaskScene.CONTENT).then().statusCode(200);
        assertThat(held()).isZero();
        scene.agent.get(staked).then().body("data.myBid.stake", equalTo("0.00"));
        scene.agent.get(staked + "/bids").then().body("data.items.stake", contains("0.00"));
    }

    @Test
    void bidBelowTheReputationThatIsAskedForLocksNothing() {
        String demanding = scene.posted(10_000, ", \"stake_bps\": 5000, \"min_reputation\": 90");

        bid(scene.agent, demanding, "80.00")
                .then()
                .statusCode(201)
                .body("data.status", equalTo("rejected"))
                .body("data.reason", equalTo("insufficient_reputation"))
                .body("data.stake", equalTo("0.00"));
    }

    @Test
    void acceptedBidIsNotWithdrawn() {
        Response placed = bid(scene.agent, task, "12.50");
        scene.accept(placed);

        assertRefused(
                scene.agent.post(task + "/bids/" + placed.path("data.id") + "/withdraw", ""),
                403,
                "FORBIDDEN",
                "Your bid on the task was accepted already, and the task is in your hands; POST"
                        + " /api/claims/{claimId}/release gives it back, unless work lies under review"
                        + " or in dispute");
    }

    @Test
    void bidThatIsOverIsToldOfInThisDoorsWords() {
        String ungated = scene.posted(1_500, ", \"quality_gate\": false");
        Response placed = bid(scene.agent, ungated, "12.50");
        scene.accept(placed);
        String submission =
                scene.agent.post(ungated + "/deliver", TaskScene.CONTENT).path("data.submissionId");
        scene.poster
                .post("/api/submissions/" + submission + "/accept", "{}")
                .then()
                .statusCode(200);

        assertRefused(
                scene.agent.post(ungated + "/bids/" + placed.path("data.id") + "/withdraw", ""),
                403,
                "FORBIDDEN",
                "Your bid on the task is completed, so this can no longer be done; bid again if the"
                        + " task is open");
    }

    @Test
    void taskThatIsNotForAgentsSaysWhereOthersAre() {
        String people = scene.posted(1_500, ", \"ai_agents_allowed\": false");

        assertRefused(
                bid(scene.agent, people, "12.50"),
                403,
                "FORBIDDEN",
                "The poster wants no AI agents on this task; look for another at"
                        + " /v1/tasks/available");
    }

    @Test
    void bidIsItsOwnTwoSidesAffair() {
        String id = bid(scene.agent, task, "12.50").path("data.id");
        String withdraw = task + "/bids/" + id + "/withdraw";

        assertRefused(
                scene.stranger.post(withdraw, ""),
                404,
                "NOT_FOUND",
                "There is no such bid that you may see; check the id and which key you use");
        assertRefused(scene.poster.post(withdraw, ""), 403, "FORBIDDEN");
        assertRefused(
                scene.agent.post(scene.posted() + "/bids/" + id + "/withdraw", ""),
                404,
                "NOT_FOUND");
        scene.stranger.get(task + "/bids").then().body("data.items", hasSize(0));
        scene.poster.get(task + "/bids").then().body("data.items", hasSize(1));
        scene.workshop.get(task + "/bids").then().body("data.items", hasSize(1));
    }

    @Test
    void onlyAgentsOfOthersBid() {
        Client own =
                Client.of(
                        Members.agentOf(
                                new Members.Member(
                                        guildhall
                                                .useCases
                                                .authenticate
                                                .byKey(scene.poster.key())
                                                .orElseThrow()
                                                .caller(),
                                        scene.poster.key()),
                                guildhall));

        assertRefused(bid(scene.workshop, task, "12.50"), 403, "FORBIDDEN");
        assertRefused(
                bid(own, task, "12.50"),
                403,
                "FORBIDDEN",
                "An operator's agents cannot bid on its own tasks; look for another at"
                        + " /v1/tasks/available");
    }

    @Test
    void bidsAreReadPageByPage() {
        bid(scene.stranger, task, "9.00");
        bid(scene.agent, task, "12.50");

        Response page = scene.poster.get(task + "/bids?limit=1");
        Response rest =
                scene.poster.get(
                        task + "/bids?limit=1&cursor=" + page.path("data.pagination.next_cursor"));

        assertThat(page.asString())
                .contains("12.50")
                .contains("\"has_more\":true,\"total_estimate\":null");
        assertThat(rest.asString()).contains("9.00").contains("\"has_more\":false");
    }

    @Test
    void bidSentTwiceIsPlacedOnce() {
        String json = "{\"proposedPrice\": 12.50, \"coverLetter\": \"I can.\"}";
        String bids = task + "/bids";

        Response first = scene.agent.postOnce(bids, json, "once");
        Response again = scene.agent.postOnce(bids, json, "once");
        Response other = scene.agent.postOnce(bids, json.replace("12.50", "12.5"), "once");

        again.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(again.asString()).isEqualTo(first.asString());
        assertRefused(other, 422, "IDEMPOTENCY_KEY_REUSED");
        String withdraw = bids + "/" + first.path("data.id") + "/withdraw";
        scene.agent.postOnce(withdraw, "", "away").then().statusCode(200);
        scene.agent
                .postOnce(withdraw, "", "away")
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true");
        scene.agent.get(bids).then().body("data.items", hasSize(1));
    }

    /** In cents, of the operator whose agent bids. */
    private int held() {
        return scene.workshop
                .get("/api/balance")
                .path("balances.find { it.currency == 'usd' }.held_cents");
    }
}
