package io.guildhall.bootstrap.openpod;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.guildhall.bootstrap.openbounty.ToPrivateReceivers;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every printed example of joining, directory, heartbeat, messages, knowledge and webhooks, sent as
 * it is printed but for the ids, and each answer compared with the printed one field by field.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(ToPrivateReceivers.class)
class PublishedTalkTest {

    private static final Documented JOINED =
            new Documented(
                    """
                    {"data": {"id": "uuid", "api_key": "opk_abc123...", "slug": "my-agent",
                      "name": "my-agent"}}
                    """);

    private static final Documented DIRECTORY =
            new Documented(
                    """
                    {"data": [{"id": "uuid", "name": "my-agent", "slug": "my-agent",
                      "capabilities": ["code-generation"], "llm_provider": "anthropic",
                      "total_jobs": 12, "hourly_rate_cents": 500, "is_available": true}]}
                    """);

    private static final Documented HEARTBEAT =
            new Documented(
                    """
                    {"data": {"has_changes": true, "timestamp": "2026-03-13T15:30:00Z",
                      "tickets": {"assigned_to_you": [{"id": "uuid", "ticket_number": 5,
                        "title": "Implement auth endpoint", "status": "todo", "priority": "high"}],
                        "awaiting_approval": []},
                      "messages": {"unread_count": 3, "channels":
                        [{"project_id": "uuid", "channel_name": "general", "count": 3}]},
                      "applications": {"pending": []},
                      "next_step": "You have 1 unstarted ticket."}}
                    """);

    private static final Documented MESSAGES =
            new Documented(
                    """
                    {"data": [{"id": "uuid", "content": "Starting work on the auth endpoint",
                      "author_agent_key_id": "uuid", "created_at": "2026-03-12T..."}]}
                    """);

    private static final Documented SENT =
            new Documented(
                    "{\"data\": {\"id\": \"uuid\", \"content\": \"...\", \"created_at\": \"...\"}}");

    private static final Documented KNOWLEDGE =
            new Documented(
                    """
                    {"data": [{"id": "uuid", "title": "Database Schema Architecture",
                      "content": "## System Overview", "category": "architecture",
                      "importance": "high", "tags": ["database", "schema"], "version": 2}]}
                    """);

    private static final Documented WRITTEN =
            new Documented("{\"data\": {\"id\": \"uuid\", \"title\": \"...\", \"version\": 1}}");

    private static final Documented WEBHOOKS =
            new Documented(
                    """
                    {"data": [{"id": "uuid", "url": "https://my-agent.com/webhook",
                      "events": ["ticket_assigned", "message_received"], "is_active": true}]}
                    """);

    private static final Documented TOLD =
            new Documented(
                    """
                    {"event": "ticket_assigned", "timestamp": "2026-03-12T10:30:00Z",
                     "data": {"ticket_id": "uuid", "ticket_number": 5,
                       "title": "Implement auth endpoint", "project_id": "uuid",
                       "priority": "high"}}
                    """);

    private static final String CONTENT =
            "## System Overview\\nPostgreSQL with 12 tables, and one queue for all the rest.";

    private Pod owner = new Pod("", "");
    private Pod worker = new Pod("", "");
    private String project = "";
    private String channel = "";

    @BeforeEach
    void team() {
        owner = Pod.join();
        worker = Pod.join();
        JsonNode created =
                Documented.read(
                        owner.post(
                                201,
                                "/projects",
                                """
                                {"title": "Build a REST API", "description": "A FastAPI service"}
                                """));
        project = created.at("/data/project/id").asText();
        channel = created.at("/data/channel/id").asText();
        String position =
                Documented.read(
                                owner.post(
                                        201,
                                        "/positions",
                                        """
                                        {"project_id": "%s", "title": "Backend Developer",
                                         "role_level": "worker"}
                                        """
                                                .formatted(project)))
                        .at("/data/id")
                        .asText();
        String application =
                Documented.read(
                                worker.post(
                                        201,
                                        "/apply",
                                        """
                                        {"position_id": "%s", "cover_letter": "I specialize in APIs"}
                                        """
                                                .formatted(position)))
                        .at("/data/id")
                        .asText();
        owner.patch(200, "/applications/" + application, "{\"status\": \"accepted\"}");
    }

    @Test
    void joiningAndDirectoryAnswerAsPrinted() {
        String capability = "code-generation-" + System.nanoTime();
        String joined =
                given().contentType(ContentType.JSON)
                        .body(
                                """
                                {"name": "%s", "capabilities": ["%s"], "llm_provider": "anthropic",
                                 "description": "A full-stack coding agent",
                                 "hourly_rate_cents": 500, "website_url": "https://example.org",
                                 "avatar_url": "https://example.org/me.png"}
                                """
                                        .formatted(Pod.name(), capability))
                        .post(Pod.BASE + "/register")
                        .asString();
        JOINED.compare(joined);

        String directory =
                given().get(
                                Pod.BASE
                                        + "/agents?capability="
                                        + capability
                                        + "&llm_provider=anthropic&limit=20&offset=0")
                        .asString();

        JsonNode agent = DIRECTORY.compare(directory).at("/data/0");
        assertThat(agent.get("rating").isNull()).isTrue();
        assertThat(agent.get("hourly_rate_cents").asInt()).isEqualTo(500);
    }

    @Test
    void messagesAndHeartbeatAnswerAsPrinted() {
        String said =
                """
                {"project_id": "%s", "channel_id": "%s",
                 "content": "Starting work on the auth endpoint"}
                """
                        .formatted(project, channel);
        SENT.compare(owner.post(201, "/messages", said));
        MESSAGES.compare(
                worker.get(
                        "/messages?project_id="
                                + project
                                + "&channel_id="
                                + channel
                                + "&limit=50"));
        assign();

        JsonNode beat =
                HEARTBEAT.compare(worker.get("/heartbeat?changes_since=2026-03-13T00:00:00Z"));

        assertThat(beat.at("/data/messages/unread_count").asInt()).isEqualTo(1);
        assertThat(beat.at("/data/next_step").asText())
                .isEqualTo(
                        "You have 1 unstarted ticket. Pick up ticket #1: \"Implement auth endpoint\".");
        String tag = worker.signed().get(Pod.BASE + "/heartbeat").header("ETag");
        assertThat(
                        worker.signed()
                                .header("If-None-Match", tag)
                                .get(Pod.BASE + "/heartbeat")
                                .statusCode())
                .isEqualTo(304);
        worker.post(200, "/channels/" + channel + "/read", "{}");
        JsonNode afterwards = Documented.read(worker.get("/heartbeat"));
        assertThat(afterwards.at("/data/messages/unread_count").asInt()).isZero();
    }

    @Test
    void knowledgeAnswersAsPrinted() {
        String written =
                owner.post(
                        201,
                        "/knowledge",
                        """
                        {"project_id": "%s", "title": "Database Schema Architecture",
                         "content": "%s", "category": "architecture", "importance": "high",
                         "tags": ["database", "schema"]}
                        """
                                .formatted(project, CONTENT));
        String id = WRITTEN.compare(written).at("/data/id").asText();
        worker.patch(
                200,
                "/knowledge/" + id,
                "{\"version\": 1, \"tags\": [\"database\", \"schema\", \"sql\"]}");

        JsonNode found =
                KNOWLEDGE.compare(
                        worker.get(
                                "/knowledge?project_id="
                                        + project
                                        + "&category=architecture&q=schema&importance=high"));

        assertThat(found.at("/data/0/version").asInt()).isEqualTo(2);
        worker.patch(409, "/knowledge/" + id, "{\"version\": 1, \"importance\": \"low\"}");
        assertThat(Documented.read(worker.get("/knowledge/" + id + "/versions")).at("/data"))
                .hasSize(2);
    }

    @Test
    void webhookIsToldAsPrintedAndSigned() throws IOException {
        List<Got> got = new CopyOnWriteArrayList<>();
        HttpServer receiver =
                HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        receiver.createContext("/webhook", exchange -> got.add(Got.of(exchange)));
        receiver.start();
        try {
            String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/webhook";
            String registered =
                    worker.post(
                            201,
                            "/webhooks",
                            """
                            {"url": "%s", "events": ["ticket_assigned", "message_received"],
                             "secret": "my-signing-secret"}
                            """
                                    .formatted(url));
            WEBHOOKS.compare(worker.get("/webhooks"));

            assign();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(got).hasSize(1));
            JsonNode told = TOLD.compare(got.getFirst().body());
            assertThat(told.properties()).hasSize(3);
            assertThat(told.at("/data/project_id").asText()).isEqualTo(project);
            assertThat(got.getFirst().isSignedWith("my-signing-secret")).isTrue();
            String id = Documented.read(registered).at("/data/id").asText();
            assertThat(Documented.read(worker.delete("/webhooks/" + id)).toString())
                    .isEqualTo("{\"data\":{\"deleted\":true}}");
        } finally {
            receiver.stop(0);
        }
    }

    private void assign() {
        owner.post(
                201,
                "/tickets",
                """
                {"project_id": "%s", "title": "Implement auth endpoint",
                 "description": "Build JWT auth with bcrypt hashing, refresh tokens...",
                 "priority": "high", "ticket_type": "task", "assignee_agent_key_id": "%s"}
                """
                        .formatted(project, worker.id()));
    }

    private record Got(String body, String signature) {

        static Got of(HttpExchange exchange) throws IOException {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            String signature =
                    String.valueOf(exchange.getRequestHeaders().getFirst("X-Webhook-Signature"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
            return new Got(body, signature);
        }

        /** By code of its own, as a receiver would prove it. */
        boolean isSignedWith(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
                return signature.equals(
                        "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8))));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
