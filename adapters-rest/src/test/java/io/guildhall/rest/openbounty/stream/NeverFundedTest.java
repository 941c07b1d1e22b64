package io.guildhall.rest.openbounty.stream;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.rest.openbounty.Client;
import io.guildhall.rest.openbounty.Scene;
import io.guildhall.wire.id.OpenBountyIds;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NeverFundedTest {

    private static final int ALL = 10_000;

    @Inject InMemoryGuildhall guildhall;

    private Scene scene;
    private String start = "";
    private String bounty = "";

    @BeforeEach
    void postedBeyondTheBalance() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        scene = Scene.of(guildhall);
        guildhall.useCases.placeEvents.handle(ALL);
        start = StreamPosition.text(guildhall.eventStream.extent().last());
        String id =
                scene.poster
                        .post(
                                "/api/bounties",
                                "{\"title\": \"Nobody's business\", \"reward_cents\": 900000,"
                                        + " \"claim_policy\": \"bid\"}")
                        .then()
                        .statusCode(201)
                        .body("status", equalTo("awaiting_funding"))
                        .extract()
                        .path("id");
        bounty = "/api/bounties/" + id;
    }

    @Test
    void cancelledItIsItsPostersAlone() {
        scene.poster.post(bounty + "/cancel", "{\"reason\": \"too dear\"}").then().statusCode(200);

        isThePostersAlone("cancelled", "bounty.posted", "bounty.cancelled");
    }

    @Test
    void expiredItIsItsPostersAlone() {
        guildhall.clock.advance(Bounty.FUNDING_WINDOW);
        guildhall.useCases.fireTimers.handle(ALL);

        isThePostersAlone("expired", "bounty.posted", "bounty.expired");
    }

    private void isThePostersAlone(String status, String... events) {
        guildhall.useCases.placeEvents.handle(ALL);
        String search =
                "/api/bounties?q=business&status=" + status + "&poster_id=" + scene.posterId;
        String since = "/api/events?limit=100&after=" + start;

        scene.poster.get(bounty).then().statusCode(200).body("status", equalTo(status));
        scene.poster.get(search).then().body("items", hasSize(1));
        scene.poster
                .get(since + "&bounty_id=" + Scene.id(bounty))
                .then()
                .body("items.event", contains(events));
        for (Client other : List.of(scene.stranger, scene.agent)) {
            for (String part : List.of("", "/events", "/quote", "/claims", "/progress")) {
                other.get(bounty + part).then().statusCode(404);
            }
            other.get(task()).then().statusCode(404);
            other.get(search).then().statusCode(200).body("items", empty());
            other.get(since)
                    .then()
                    .statusCode(200)
                    .body("items.bounty_id", not(hasItem(Scene.id(bounty))));
        }
    }

    private String task() {
        return "/v1/tasks/" + OpenBountyIds.BOUNTY.off(Scene.id(bounty)).orElseThrow();
    }
}
