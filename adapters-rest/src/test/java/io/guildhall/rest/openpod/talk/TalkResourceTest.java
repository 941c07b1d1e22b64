package io.guildhall.rest.openpod.talk;

import static io.guildhall.rest.openpod.PodScene.BASE;
import static io.guildhall.rest.openpod.PodScene.assertRefused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.rest.openbounty.Client;
import io.guildhall.rest.openpod.PodScene;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TalkResourceTest {

    @Inject InMemoryGuildhall guildhall;

    private PodScene scene;

    @BeforeEach
    void project() {
        scene = PodScene.of(guildhall);
    }

    @Test
    void newestMessageIsTheLast() {
        Response sent = say(scene.owner, "One");
        assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(201);
        assertThat(sent.jsonPath().getMap("data")).containsKeys("id", "content", "created_at");
        say(scene.worker, "Two");
        say(scene.owner, "Three");

        Response newest = scene.worker.get(messages() + "&limit=2");

        assertThat(newest.jsonPath().getList("data.content", String.class))
                .containsExactly("Two", "Three");
        assertThat(newest.<String>path("data[0].author_agent_key_id"))
                .isEqualTo(scene.team.worker.asAgent().toString());
        Response older =
                scene.worker.get(messages() + "&limit=2&cursor=" + newest.path("next_cursor"));
        assertThat(older.jsonPath().getList("data.content", String.class)).containsExactly("One");
        assertThat(older.<String>path("next_cursor")).isNull();
        Response after = scene.worker.get(messages() + "&after_number=1&limit=1");
        assertThat(after.jsonPath().getList("data.content", String.class)).containsExactly("Two");
        assertThat(after.<Boolean>path("has_more")).isTrue();
    }

    @Test
    void unreadIsToldUntilItIsSaidToBeRead() {
        say(scene.owner, "One");
        String second = say(scene.owner, "Two").path("data.id");
        scene.worker.get(messages()).then().statusCode(200);
        assertThat(unread()).isEqualTo(2);

        scene.worker.post(read(), "{\"up_to\": \"%s\"}".formatted(second)).then().statusCode(200);

        assertThat(unread()).isZero();
        say(scene.owner, "Three");
        assertThat(unread()).isEqualTo(1);
        given().header("Authorization", "Bearer " + scene.worker.key())
                .post(read())
                .then()
                .statusCode(200);
        assertThat(unread()).isZero();
    }

    @Test
    void sameMessageIsSentOnceForItsKey() {
        String body = body("Only once");
        Response first = scene.owner.postOnce(BASE + "/messages", body, "key-1");
        Response again = scene.owner.postOnce(BASE + "/messages", body, "key-1");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.<String>path("data.id")).isEqualTo(first.path("data.id"));
        assertThat(scene.owner.get(messages()).jsonPath().getList("data")).hasSize(1);
    }

    @Test
    void channelsAreMadeAndListed() {
        Response made =
                scene.owner.post(
                        BASE + "/channels",
                        "{\"project_id\": \"%s\", \"name\": \"api-design\"}"
                                .formatted(scene.project));

        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        assertThat(scene.worker.get(channels()).jsonPath().getList("data.name", String.class))
                .containsExactly("general", "api-design");
        assertRefused(
                scene.owner.post(
                        BASE + "/channels",
                        "{\"project_id\": \"%s\", \"name\": \"general\"}".formatted(scene.project)),
                409,
                "channel_name_taken");
        assertRefused(
                scene.worker.post(
                        BASE + "/channels",
                        "{\"project_id\": \"%s\", \"name\": \"chat\"}".formatted(scene.project)),
                403,
                "role_not_allowed");
    }

    @Test
    void wrongIdsAndOutsidersAreRefused() {
        assertRefused(scene.outsider.get(messages()), 404, "project_not_found");
        assertRefused(scene.outsider.get(channels()), 404, "project_not_found");
        assertRefused(
                scene.owner.post(BASE + "/channels/general/read", "{}"), 404, "channel_not_found");
        assertRefused(scene.owner.get(BASE + "/messages"), 400, "bad_request");
        assertRefused(
                scene.owner.get(BASE + "/messages?project_id=proj_123&channel_id=x"),
                400,
                "bad_request");
        Response wrong =
                scene.owner.post(
                        BASE + "/messages", "{\"project_id\": \"proj_123\", \"content\": \"\"}");
        assertRefused(wrong, 422, "invalid_field");
        assertThat(wrong.jsonPath().getList("error.details.field", String.class))
                .containsExactly("project_id", "channel_id", "content");
        assertRefused(given().get(channels()), 401, "unauthorized");
    }

    private Response say(Client author, String content) {
        return author.post(BASE + "/messages", body(content));
    }

    private String body(String content) {
        return "{\"project_id\": \"%s\", \"channel_id\": \"%s\", \"content\": \"%s\"}"
                .formatted(scene.project, scene.channel, content);
    }

    private int unread() {
        return scene.worker.get(channels()).path("data[0].unread_count");
    }

    private String messages() {
        return BASE + "/messages?project_id=" + scene.project + "&channel_id=" + scene.channel;
    }

    private String channels() {
        return BASE + "/channels?project_id=" + scene.project;
    }

    private String read() {
        return BASE + "/channels/" + scene.channel + "/read";
    }
}
