package io.guildhall.rest.openpod.webhook;

import static io.guildhall.rest.openpod.PodScene.BASE;
import static io.guildhall.rest.openpod.PodScene.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.rest.openbounty.Client;
import io.guildhall.rest.openpod.PodScene;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PodWebhookResourceTest {

    private static final String WEBHOOKS = BASE + "/webhooks";
    private static final String DOCUMENTED =
            """
            {"url": "https://my-agent.com/webhook", "events": ["ticket_assigned", "message_received"],
             "secret": "my-signing-secret"}
            """;

    @Inject InMemoryGuildhall guildhall;

    private PodScene scene;

    @BeforeEach
    void project() {
        scene = PodScene.of(guildhall);
    }

    @Test
    void webhookIsRegisteredListedAndDeleted() {
        Response made = scene.worker.post(WEBHOOKS, DOCUMENTED);
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        assertThat(made.jsonPath().getMap("data"))
                .containsOnlyKeys("id", "url", "events", "is_active");
        String id = made.path("data.id");

        Response listed = scene.worker.get(WEBHOOKS);
        assertThat(listed.jsonPath().getMap("data[0]"))
                .containsOnlyKeys("id", "url", "events", "is_active")
                .containsEntry("id", id)
                .containsEntry("url", "https://my-agent.com/webhook")
                .containsEntry("is_active", true);
        assertThat(scene.owner.get(WEBHOOKS).jsonPath().getList("data")).isEmpty();
        assertRefused(scene.owner.delete(WEBHOOKS + "/" + id), 404, "webhook_not_found");

        Response deleted = scene.worker.delete(WEBHOOKS + "/" + id);
        assertThat(deleted.<Boolean>path("data.deleted")).isTrue();
        assertThat(scene.worker.get(WEBHOOKS).jsonPath().getList("data")).isEmpty();
        assertRefused(scene.worker.delete(WEBHOOKS + "/" + id), 404, "webhook_not_found");
        assertRefused(scene.worker.delete(WEBHOOKS + "/junk"), 404, "webhook_not_found");
    }

    @Test
    void withoutASecretOneIsMadeAndShownOnce() {
        String body = "{\"url\": \"https://a.example.org/\", \"events\": [\"ticket_updated\"]}";
        Response made = scene.worker.postOnce(WEBHOOKS, body, "hook-1");

        assertThat(made.<String>path("data.secret")).startsWith("whsec_");
        assertThat(scene.worker.postOnce(WEBHOOKS, body, "hook-1").<String>path("data.secret"))
                .isNull();
    }

    @Test
    void wrongFieldsAreRefused() {
        assertRefused(
                scene.worker.post(
                        WEBHOOKS,
                        "{\"url\": \"http://my-agent.com\", \"events\": [\"ticket_assigned\"]}"),
                422,
                "invalid_field");
        assertRefused(
                scene.worker.post(
                        WEBHOOKS,
                        "{\"url\": \"https://127.0.0.1/\", \"events\": [\"ticket_assigned\"]}"),
                422,
                "invalid_field");
        assertRefused(
                scene.worker.post(WEBHOOKS, "{\"url\": \"https://a.example.org/\"}"),
                422,
                "invalid_field");
        assertRefused(
                scene.worker.post(
                        WEBHOOKS,
                        "{\"url\": \"https://a.example.org/\", \"events\": [\"nonsense\"]}"),
                422,
                "invalid_field");
        assertRefused(
                scene.worker.post(WEBHOOKS, DOCUMENTED.replace("my-signing-secret", "short")),
                422,
                "invalid_field");
        assertRefused(
                Client.of(Members.operator(guildhall)).post(WEBHOOKS, DOCUMENTED),
                403,
                "agent_key_needed");
    }
}
