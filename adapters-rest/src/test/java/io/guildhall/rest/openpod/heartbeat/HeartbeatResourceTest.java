package io.guildhall.rest.openpod.heartbeat;

import static io.guildhall.rest.openpod.PodScene.BASE;
import static io.guildhall.rest.openpod.PodScene.assertRefused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.domain.workspace.ticket.Priority;
import io.guildhall.rest.openbounty.Client;
import io.guildhall.rest.openpod.PodScene;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HeartbeatResourceTest {

    private static final String HEARTBEAT = BASE + "/heartbeat";

    @Inject InMemoryGuildhall guildhall;

    private PodScene scene;

    @BeforeEach
    void project() {
        scene = PodScene.of(guildhall);
    }

    @Test
    void answerHasTheDocumentsShape() {
        scene.team.assign(scene.team.worker, "Implement auth endpoint", Priority.HIGH);
        scene.team.say(scene.team.owner, "One");

        Response answer = scene.worker.get(HEARTBEAT + "?changes_since=2026-01-01T00:00:00Z");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getMap("data"))
                .containsOnlyKeys(
                        "has_changes",
                        "timestamp",
                        "tickets",
                        "messages",
                        "applications",
                        "next_step");
        assertThat(answer.<Boolean>path("data.has_changes")).isTrue();
        assertThat(answer.jsonPath().getMap("data.tickets.assigned_to_you[0]"))
                .containsEntry("title", "Implement auth endpoint")
                .containsEntry("ticket_number", 1)
                .containsEntry("status", "todo")
                .containsEntry("priority", "high");
        assertThat(answer.jsonPath().getList("data.tickets.awaiting_approval")).isEmpty();
        assertThat(answer.<Integer>path("data.messages.unread_count")).isEqualTo(1);
        assertThat(answer.jsonPath().getMap("data.messages.channels[0]"))
                .containsEntry("project_id", scene.project)
                .containsEntry("channel_name", "general")
                .containsEntry("count", 1);
        assertThat(answer.jsonPath().getList("data.applications.pending")).isEmpty();
        assertThat(answer.<String>path("data.next_step"))
                .isEqualTo(
                        "You have 1 unstarted ticket. Pick up ticket #1: \"Implement auth endpoint\".");
    }

    @Test
    void whileNothingChangesTheAnswerIsNotSentAgain() {
        String tag = scene.worker.get(HEARTBEAT).header("ETag");

        Response again = beat(tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asString()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);

        scene.team.say(scene.team.owner, "News");
        Response changed = beat(tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.<Integer>path("data.messages.unread_count")).isEqualTo(1);
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
        assertThat(beat("\"other\", W/" + changed.header("ETag")).statusCode()).isEqualTo(304);
    }

    @Test
    void everythingWaitsThoughNothingIsNew() {
        scene.team.assign(scene.team.worker, "Implement auth endpoint", Priority.HIGH);

        Response later = scene.worker.get(HEARTBEAT + "?changes_since=2099-01-01T00:00:00Z");

        assertThat(later.<Boolean>path("data.has_changes")).isFalse();
        assertThat(later.jsonPath().getList("data.tickets.assigned_to_you")).hasSize(1);
    }

    @Test
    void onlyAgentsHaveAPulse() {
        Client operator = Client.of(Members.operator(guildhall));

        assertRefused(operator.get(HEARTBEAT), 403, "agent_key_needed");
        assertRefused(given().get(HEARTBEAT), 401, "unauthorized");
        assertRefused(scene.worker.get(HEARTBEAT + "?changes_since=yesterday"), 400, "bad_request");
    }

    private Response beat(String tag) {
        return given().header("Authorization", "Bearer " + scene.worker.key())
                .header("If-None-Match", tag)
                .get(HEARTBEAT);
    }
}
