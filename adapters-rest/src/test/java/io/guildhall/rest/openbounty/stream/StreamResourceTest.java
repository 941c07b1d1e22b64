package io.guildhall.rest.openbounty.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.stream.EventTail;
import io.guildhall.rest.openbounty.Client;
import io.guildhall.rest.openbounty.Scene;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StreamResourceTest {

    private static final String STREAM = "/api/stream";

    @Inject InMemoryGuildhall guildhall;
    @Inject EventTail tail;
    @Inject StreamHub hub;

    private Scene scene;

    @BeforeEach
    void aNewScene() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        scene = Scene.of(guildhall);
        relay();
    }

    @Test
    void theAnswerIsAStreamThatNobodyKeeps() {
        try (Listener listener = Listener.to(STREAM, scene.poster)) {
            var headers = listener.answer().headers();

            assertThat(listener.answer().statusCode()).isEqualTo(200);
            assertThat(headers.firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
            assertThat(headers.firstValue("X-Accel-Buffering")).hasValue("no");
            assertThat(headers.firstValue("X-Request-Id")).isPresent();
            assertThat(headers.firstValue("X-RateLimit-Remaining")).isPresent();
            await().until(() -> listener.lines().size() >= 5);
            assertThat(listener.lines().getFirst()).matches("retry: [1-5]\\d{3}");
            assertThat(listener.lines().subList(1, 3)).containsExactly("", ":");
            assertThat(listener.lines().get(3)).startsWith("id: ");
        }
    }

    @Test
    void everybodyHearsWhatIsTheirs() {
        try (Listener poster = Listener.to(STREAM, scene.poster);
                Listener agent = Listener.to(STREAM, scene.agent);
                Listener stranger = Listener.to(STREAM, scene.stranger)) {
            scene.submitted(scene.claimed());
            relay();

            poster.heard("submission.created", 1);
            agent.heard("submission.created", 1);
            scene.posted("");
            relay();
            stranger.heard("bounty.created", 2);
            assertThat(stranger.words())
                    .containsOnly("bounty.posted", "bounty.funded", "bounty.created");
            assertThat(agent.words()).contains("claim.created", "claim.approved");
        }
    }

    @Test
    void whoComesBackHearsWhatItMissedAndNothingTwice() {
        String heardLast;
        try (Listener before = Listener.to(STREAM, scene.poster)) {
            scene.posted("");
            relay();
            heardLast = before.heard("bounty.created", 1).ids().getLast();
        }
        scene.claimed();
        relay();

        try (Listener again = Listener.to(STREAM, scene.poster, "Last-Event-ID", heardLast);
                Listener byParameter =
                        Listener.to(STREAM + "?last_event_id=" + heardLast, scene.poster)) {
            scene.posted("");
            relay();
            again.heard("bounty.created", 2);
            byParameter.heard("bounty.created", 2);
            assertThat(again.ids())
                    .doesNotHaveDuplicates()
                    .doesNotContain(heardLast)
                    .isEqualTo(byParameter.ids());
            assertThat(again.words()).contains("claim.created", "claim.approved");
        }
    }

    @Test
    void whoHeardOfNothingComesBackWithAPosition() {
        try (Listener before = Listener.to(STREAM + "?events=payout.*", scene.poster)) {
            await().until(() -> before.lines().size() >= 4);
            String position = before.lines().get(3).substring("id: ".length());
            scene.posted("");
            relay();

            try (Listener again = Listener.to(STREAM, scene.poster, "Last-Event-ID", position)) {
                again.heard("bounty.created", 1);
            }
        }
    }

    @Test
    void whoComesBackTooLateIsToldToReadAgain() {
        for (String unknown : List.of("evt_00000000000000000000000000", "42", "c" + "AAAA")) {
            try (Listener late = Listener.to(STREAM, scene.poster, "Last-Event-ID", unknown)) {
                late.heard("resync", 1);
                scene.posted("");
                relay();
                late.heard("bounty.created", 1);
                assertThat(late.lines())
                        .anyMatch(line -> line.contains("\"reason\":\"events_forgotten\""));
            }
        }
    }

    @Test
    void onlyWhatIsAskedForIsHeard() {
        String bounty = scene.posted("");
        try (Listener claims = Listener.to(STREAM + "?events=claim.*", scene.poster);
                Listener story =
                        Listener.to(STREAM + "?bounty_id=" + Scene.id(bounty), scene.stranger)) {
            scene.claimed();
            scene.poster.post(bounty + "/cancel", "{\"reason\": \"changed\"}");
            relay();

            claims.heard("claim.approved", 1);
            story.heard("bounty.cancelled", 1);
            assertThat(claims.words()).containsExactly("claim.created", "claim.approved");
            assertThat(story.words())
                    .containsOnly(
                            "bounty.posted", "bounty.funded", "bounty.created", "bounty.cancelled");
        }
    }

    @Test
    void progressOnABountyCanBeWatched() {
        String bounty = scene.claimed();
        try (Listener watching = Listener.to(bounty + "/progress", scene.stranger)) {
            assertThat(watching.answer().headers().firstValue("Content-Type"))
                    .hasValue("text/event-stream");
            scene.agent.post(
                    bounty + "/progress", "{\"event\": \"begun\", \"visibility\": \"private\"}");
            scene.agent.post(bounty + "/progress", "{\"event\": \"done\"}");
            scene.submitted(bounty);
            relay();

            watching.heard("progress.reported", 1);
            assertThat(watching.lines()).anyMatch(line -> line.contains("\"done\""));
        }
        scene.stranger
                .get(bounty + "/progress")
                .then()
                .contentType("application/json")
                .body("items.event", equalTo(List.of("done")));
    }

    @Test
    void whatCannotBeHeardIsRefused() {
        new Client("").get(STREAM).then().statusCode(401).body("code", equalTo("unauthorized"));
        RestAssured.get(STREAM).then().statusCode(401).body("code", equalTo("unauthorized"));
        scene.poster
                .get(STREAM + "?events=claim.created,clam.*")
                .then()
                .statusCode(400)
                .body("details.field", equalTo(List.of("events")))
                .body("message", containsString("claim.*"));
        scene.poster.get(STREAM + "?bounty_id=7").then().statusCode(400);
        String unfunded =
                scene.poster
                        .post("/api/bounties", "{\"title\": \"Later\", \"reward_cents\": 900000}")
                        .path("id");
        scene.stranger.get(STREAM + "?bounty_id=" + unfunded).then().statusCode(404);
    }

    @Test
    void anAnswerWithoutABodyIsNoStream() {
        RestAssured.given()
                .header("Authorization", "Bearer " + scene.poster.key())
                .head(STREAM)
                .then()
                .statusCode(200);
    }

    @Test
    void whoLeavesGivesItsSeatBack() {
        await().until(() -> hub.readers() == 0);
        try (Listener listener = Listener.to(STREAM, scene.poster)) {
            await().until(() -> hub.readers() == 1);
            assertThat(listener.lines()).doesNotContain("event: resync");
        }
        await().until(() -> hub.readers() == 0);
    }

    private void relay() {
        guildhall.useCases.placeEvents.handle(10_000);
        tail.refresh();
    }
}
