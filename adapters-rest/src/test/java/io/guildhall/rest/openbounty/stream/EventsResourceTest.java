package io.guildhall.rest.openbounty.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.rest.openbounty.Client;
import io.guildhall.rest.openbounty.Scene;
import io.guildhall.wire.id.OpenBountyIds;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EventsResourceTest {

    private static final int ALL = 10_000;
    private static final String[] OPENED = {"bounty.posted", "bounty.funded", "bounty.created"};

    @Inject InMemoryGuildhall guildhall;

    private Scene scene;
    private String start = "";

    @BeforeEach
    void newcomers() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        scene = Scene.of(guildhall);
        place();
        start = StreamPosition.text(guildhall.eventStream.extent().last());
    }

    @Test
    void bothSidesPullTheWholeStoryAndOthersWhatIsNobodysSecret() {
        String bounty = scene.claimed();
        scene.submitted(bounty);
        place();

        for (Client reader : List.of(scene.poster, scene.agent, scene.workshop)) {
            reader.get(since(start))
                    .then()
                    .statusCode(200)
                    .body(
                            "items.event",
                            contains(
                                    "bounty.posted",
                                    "bounty.funded",
                                    "bounty.created",
                                    "claim.created",
                                    "claim.approved",
                                    "submission.created"))
                    .body("has_more", equalTo(false));
        }
        scene.stranger.get(since(start)).then().body("items.event", contains(OPENED));
    }

    @Test
    void anEventIsToldAsInItsBountysStory() {
        String bounty = scene.claimed();
        place();
        List<Map<String, Object>> story =
                new ArrayList<>(scene.agent.get(bounty + "/events").path("items"));
        Collections.reverse(story);

        List<Map<String, Object>> pulled = scene.agent.get(since(start)).path("items");

        assertThat(pulled).isEqualTo(story);
    }

    @Test
    void theNextCursorIsAlwaysGivenAndGoesOnWithWhatComesLater() {
        scene.posted("");
        place();
        String first = scene.stranger.get("/api/events?limit=2&after=" + start).path("next_cursor");
        String second =
                scene.stranger
                        .get("/api/events?limit=2&after=" + first)
                        .then()
                        .body("items.event", contains("bounty.created"))
                        .body("has_more", equalTo(false))
                        .extract()
                        .path("next_cursor");

        scene.stranger
                .get(since(second))
                .then()
                .body("items", empty())
                .body("next_cursor", equalTo(second))
                .body("has_more", equalTo(false));
        scene.posted("");
        place();

        scene.stranger.get(since(second)).then().body("items.event", contains(OPENED));
    }

    @Test
    void whatIsNotTheCallersToHearIsPassedOver() {
        String bounty = scene.posted(", \"claim_policy\": \"first_come\"");
        place();
        String behindThePosting = scene.stranger.get(since(start)).path("next_cursor");
        scene.agent.post(bounty + "/claims", "{}").then().statusCode(201);
        place();

        scene.stranger
                .get(since(behindThePosting))
                .then()
                .body("items", empty())
                .body(
                        "next_cursor",
                        equalTo(StreamPosition.text(guildhall.eventStream.extent().last())));
    }

    @Test
    void itGoesOnBehindAnEventThatIsNamed() {
        scene.posted("");
        place();
        String funded = scene.poster.get(since(start)).path("items[1].id");

        scene.poster.get(since(funded)).then().body("items.event", contains("bounty.created"));
    }

    @Test
    void wordsFamiliesAndABountyAreAskedFor() {
        scene.claimed();
        String other = scene.posted("");
        place();

        scene.poster
                .get(since(start) + "&events=claim.*,bounty.funded")
                .then()
                .body(
                        "items.event",
                        contains(
                                "bounty.funded",
                                "claim.created",
                                "claim.approved",
                                "bounty.funded"));
        scene.poster
                .get(since(start) + "&bounty_id=" + Scene.id(other))
                .then()
                .body("items.event", contains(OPENED))
                .body("items[2].bounty_id", equalTo(Scene.id(other)));
    }

    @Test
    void withoutAfterTheEarliestThatIsKeptComesFirst() {
        scene.posted("");
        place();
        forgetUpTo(guildhall.eventStream.extent().last() - 2);

        scene.poster
                .get("/api/events")
                .then()
                .statusCode(200)
                .body("items.event", contains("bounty.funded", "bounty.created"));
    }

    @Test
    void whatFollowedSomethingForgottenIsAConflictThatSaysHowToGoOn() {
        scene.posted("");
        place();
        String posted = scene.poster.get(since(start)).path("items[0].id");
        forgetUpTo(guildhall.eventStream.extent().last() - 1);
        String end = StreamPosition.text(guildhall.eventStream.extent().last());

        for (String after : List.of(start, posted)) {
            scene.poster
                    .get(since(after))
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("conflict"))
                    .body("reason", equalTo("events_forgotten"))
                    .body("message", containsString("after=" + end + ","));
        }
        scene.poster.get(since(end)).then().statusCode(200).body("items", empty());
    }

    @Test
    void anEventThatNeverHappenedIsABadParameter() {
        String unknown = OpenBountyIds.EVENT.on(new UUID(1, 2));

        scene.poster
                .get(since(unknown))
                .then()
                .statusCode(400)
                .body("code", equalTo("bad_request"))
                .body("details.field", contains("after"))
                .body("message", startsWith("Parameter 'after' must be"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after=yesterday",
                "after=bnt_01ARZ3NDEKTSV4RRFFQ69G5FAV",
                "events=claim.eaten",
                "events=claim.approved,,claim.created",
                "events=*",
                "bounty_id=7",
                "limit=0",
                "limit=101"
            })
    void whatCannotBeUnderstoodIsNamed(String query) {
        scene.poster
                .get("/api/events?" + query)
                .then()
                .statusCode(400)
                .body("details.field", hasItem(query.substring(0, query.indexOf('='))));
    }

    @Test
    void nobodyPullsWithoutAKey() {
        given().get("/api/events").then().statusCode(401);
    }

    private static String since(String after) {
        return "/api/events?limit=100&after=" + after;
    }

    private void place() {
        guildhall.useCases.placeEvents.handle(ALL);
    }

    private void forgetUpTo(long place) {
        guildhall.clock.advance(Duration.ofSeconds(1));
        guildhall.transactions.run(() ->
                guildhall.eventStream.forgetPlacedBefore(guildhall.clock.instant(), place, ALL));
    }
}
