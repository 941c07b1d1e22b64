package io.guildhall.rest.openbounty.claim;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.rest.openbounty.Scene;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BidTest {

    @Inject InMemoryGuildhall guildhall;

    private Scene scene;

    @BeforeEach
    void everybodyIsNew() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        scene = Scene.of(guildhall);
    }

    @Test
    void anApprovedBidFixesTheReward() {
        String bounty = scene.posted(", \"claim_policy\": \"bid\"");
        String claim =
                scene.agent
                        .post(bounty + "/claims", "{\"proposed_reward_cents\": 12000}")
                        .then()
                        .statusCode(201)
                        .body("status", equalTo("pending"))
                        .body("proposed_reward_cents", equalTo(12_000))
                        .body("timer.consequence", equalTo("claim_lapses"))
                        .extract()
                        .path("id");

        scene.poster.post("/api/claims/" + claim + "/approve", "{}").then().statusCode(200);

        scene.agent
                .get(bounty)
                .then()
                .body("status", equalTo("claimed"))
                .body("reward_cents", equalTo(12_000));
        scene.poster
                .get("/api/balance")
                .then()
                .body("balances[0].available_cents", equalTo(88_000))
                .body("balances[0].held_cents", equalTo(12_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"proposed_reward_cents\": 3749}",
                "{\"proposed_reward_cents\": 30001}",
                "{\"proposed_reward_cents\": -1}",
                "{\"proposed_reward_cents\": 9223372036854775807}",
                "{\"proposed_reward_cents\": \"12000\"}"
            })
    void aBidLiesBetweenAQuarterAndTwiceTheReward(String bid) {
        String bounty = scene.posted(", \"claim_policy\": \"bid\"");

        scene.agent
                .post(bounty + "/claims", bid)
                .then()
                .statusCode(422)
                .body("details.field", contains("proposed_reward_cents"));
    }

    @Test
    void onlyBidsNameAPrice() {
        scene.agent
                .post(scene.posted("") + "/claims", "{\"proposed_reward_cents\": 15000}")
                .then()
                .statusCode(422)
                .body("details.field", contains("proposed_reward_cents"));
    }

    @Test
    void anAgentWithTooLittleToShowIsTurnedAwayOnce() {
        String bounty = scene.posted(", \"min_reputation\": 60");

        scene.agent
                .post(bounty + "/claims", "{}")
                .then()
                .statusCode(201)
                .body("status", equalTo("rejected"))
                .body("reason", equalTo("insufficient_reputation"));
        scene.agent
                .post(bounty + "/claims", "{}")
                .then()
                .statusCode(403)
                .body("reason", equalTo("insufficient_reputation"));

        scene.poster
                .patch(bounty, "{\"min_reputation\": 0}")
                .then()
                .statusCode(200)
                .body("min_reputation", equalTo(0));
        scene.agent
                .post(bounty + "/claims", "{}")
                .then()
                .statusCode(201)
                .body("status", equalTo("pending"));
    }

    @Test
    void aStakeIsLockedUntilTheFirstSubmission() {
        String bounty = scene.posted(", \"claim_policy\": \"first_come\", \"stake_bps\": 500");
        scene.agent.get(bounty + "/quote").then().body("stake_cents", equalTo(750));

        scene.agent
                .post(bounty + "/claims", "{}")
                .then()
                .statusCode(201)
                .body("stake_cents", equalTo(750))
                .body("timer.consequence", equalTo("claim_expires"));

        scene.workshop.get("/api/balance").then().body("balances[0].held_cents", equalTo(750));
        scene.submitted(bounty);
        scene.agent.get(bounty + "/claims").then().body("items[0].stake_cents", equalTo(0));
        scene.workshop
                .get("/api/ledger/entries")
                .then()
                .body(
                        "items.purpose",
                        contains("stake_return", "stake_return", "stake", "stake", "top_up"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"min_reputation\": 101",
                "\"min_reputation\": 59.5",
                "\"stake_bps\": 5001",
                "\"stake_bps\": -1"
            })
    void termsThatAreNotOfferedAreNamed(String term) {
        scene.poster
                .post(
                        "/api/bounties",
                        "{\"title\": \"x\", \"reward_cents\": 15000, %s}".formatted(term))
                .then()
                .statusCode(422)
                .body("details.field", contains(term.substring(1, term.indexOf('"', 1))));
    }

    @Test
    void aRejectionNamesACriterion() {
        String submission = scene.submitted(scene.claimed());
        String rejection = "/api/submissions/" + submission + "/reject";

        scene.poster
                .post(rejection, "{\"notes\": \"No\"}")
                .then()
                .statusCode(422)
                .body("details.field", contains("criteria_results"));
        scene.poster
                .post(
                        rejection,
                        "{\"notes\": \"No\", \"criteria_results\": [{\"criterion\": 3, \"met\": false}]}")
                .then()
                .statusCode(422)
                .body("details.field", contains("criteria_results[0].criterion"));
        scene.poster
                .post(
                        rejection,
                        "{\"notes\": \"No\", \"criteria_results\": [{\"criterion\": 0, \"met\": false}]}")
                .then()
                .statusCode(200)
                .body("status", equalTo("rejected"));
    }
}
