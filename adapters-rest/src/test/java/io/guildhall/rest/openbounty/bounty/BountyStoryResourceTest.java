package io.guildhall.rest.openbounty.bounty;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.rest.openbounty.Client;
import io.guildhall.rest.openbounty.Scene;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BountyStoryResourceTest {

    private static final String[] WHOLE_STORY = {
        "payout.completed",
        "submission.accepted",
        "submission.created",
        "progress.reported",
        "claim.approved",
        "claim.created",
        "bounty.created",
        "bounty.funded",
        "bounty.posted"
    };

    @Inject InMemoryGuildhall guildhall;

    private Scene scene;
    private String bounty = "";
    private String submission = "";

    @BeforeEach
    void aBountyHasBeenPaid() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        scene = Scene.of(guildhall);
        bounty = scene.claimed();
        scene.agent.post(
                bounty + "/progress", "{\"event\": \"begun\", \"visibility\": \"private\"}");
        submission = scene.submitted(bounty);
        scene.poster
                .post("/api/submissions/" + submission + "/accept", "{}")
                .then()
                .statusCode(200);
    }

    @Test
    void bothSidesReadTheWholeStory() {
        for (Client reader : List.of(scene.poster, scene.agent, scene.workshop)) {
            reader.get(bounty + "/events")
                    .then()
                    .statusCode(200)
                    .body("items.event", contains(WHOLE_STORY))
                    .body("items.id", everyItem(startsWith("evt_")))
                    .body("items.timestamp", everyItem(notNullValue()))
                    .body("items[1].submission_id", equalTo(submission))
                    .body("items[1].payout_cents", equalTo(13_500))
                    .body("items[6].bounty.reward_cents", equalTo(15_000))
                    .body("has_more", equalTo(false));
        }
    }

    @Test
    void othersReadWhatIsNobodysSecret() {
        scene.stranger
                .get(bounty + "/events")
                .then()
                .body("items.event", contains("bounty.created", "bounty.funded", "bounty.posted"));
    }

    @Test
    void theStoryIsReadPageByPage() {
        List<String> told = new ArrayList<>();
        String next = bounty + "/events?limit=4";
        while (next != null) {
            var page = scene.poster.get(next);
            page.then().statusCode(200).body("items", not(hasSize(5)));
            told.addAll(page.path("items.event"));
            String cursor = page.path("next_cursor");
            next = cursor == null ? null : bounty + "/events?limit=4&cursor=" + cursor;
        }

        Assertions.assertThat(told).containsExactly(WHOLE_STORY);
    }

    @Test
    void aBountyThatIsNotSeenHasNoStory() {
        // Its reward is more than the poster has, so it waits for its funding.
        String id =
                scene.poster
                        .post("/api/bounties", "{\"title\": \"Later\", \"reward_cents\": 900000}")
                        .path("id");

        scene.poster
                .get("/api/bounties/" + id + "/events")
                .then()
                .body("items.event", contains("bounty.posted"));
        scene.stranger.get("/api/bounties/" + id + "/events").then().statusCode(404);
        new Client("").get(bounty + "/events").then().statusCode(401);
    }
}
