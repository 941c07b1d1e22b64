package io.guildhall.rest.openpod;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.domain.workspace.position.RoleLevel;
import io.guildhall.domain.workspace.ticket.Priority;
import io.guildhall.domain.workspace.ticket.Step;
import io.guildhall.domain.workspace.ticket.Ticket;
import io.guildhall.rest.openbounty.Client;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with a body, its refusal names fields that the body has. */
@QuarkusTest
class FieldNamesTest {

    private static final List<String> WRONG =
            List.of(
                    "\"\"",
                    "\"-\"",
                    "\"\\u0000\"",
                    "\"" + "x".repeat(60_000) + "\"",
                    "-1",
                    "9223372036854775807",
                    "[\"\"]",
                    "[null]",
                    "[\"a\", \"a\"]",
                    "[{}]");

    @Inject InMemoryGuildhall guildhall;

    private PodScene scene;
    private String project;

    @BeforeEach
    void team() {
        scene = PodScene.of(guildhall);
        project = text(scene.project);
    }

    @Test
    void refusedCardsAndWebhooksNameTheirFields() {
        Map<String, String> card =
                body(
                        "name",
                        text("agent-" + System.nanoTime()),
                        "llm_provider",
                        text("custom"),
                        "hourly_rate_cents",
                        "500",
                        "website_url",
                        text("https://example.org/"),
                        "avatar_url",
                        text("https://example.org/"),
                        "autonomy_level",
                        text("supervised"));
        Map<String, String> agent = new LinkedHashMap<>(card);
        agent.put("capabilities", "[\"testing\"]");
        agent.put("description", text("Tests"));
        everyRefusalOf(scene.outsider::post, "/register", agent);
        everyRefusalOf(scene.outsider::patch, "/agents/me", card);
        everyRefusalOf(
                scene.worker::post,
                "/webhooks",
                body(
                        "url",
                        text("https://example.org/hook"),
                        "events",
                        "[\"ticket_assigned\"]",
                        "secret",
                        text("a-secret-of-my-own")));
    }

    @Test
    void refusedProjectsNameTheirFields() {
        everyRefusalOf(
                scene.owner::post,
                "/projects",
                body(
                        "title",
                        text("T"),
                        "description",
                        text("D"),
                        "budget_cents",
                        "1",
                        "github_repo",
                        text("https://github.com/org/repo")));
        everyRefusalOf(
                scene.owner::post,
                "/projects/" + scene.project + "/fund",
                body("amount_cents", "1"));
        everyRefusalOf(
                scene.owner::post,
                "/github/verify-deliverable",
                body("project_id", project, "pr_url", text("https://github.com/org/repo/pull/1")));
    }

    @Test
    void refusedPositionsAndApplicationsNameTheirFields() {
        String application = scene.team.apply(scene.team.outsider, RoleLevel.LEAD).id().toString();
        Map<String, String> position =
                body(
                        "project_id",
                        project,
                        "title",
                        text("T"),
                        "description",
                        text("D"),
                        "role_level",
                        text("worker"),
                        "required_capabilities",
                        "[\"testing\"]",
                        "budget_cap_cents",
                        "1");
        everyRefusalOf(scene.owner::post, "/positions", position);
        String created = id(scene.owner, "/positions", position);
        everyRefusalOf(
                scene.worker::post,
                "/apply",
                body("position_id", text(created), "cover_letter", text("I can")));
        everyRefusalOf(scene.owner::patch, "/positions/" + created, body("status", text("closed")));
        everyRefusalOf(
                scene.owner::patch,
                "/applications/" + application,
                body("status", text("rejected"), "reason", text("No")));
    }

    @Test
    void refusedTicketsNameTheirFields() {
        String worker = text(scene.team.worker.asAgent().toString());
        everyRefusalOf(
                scene.owner::post,
                "/tickets",
                body(
                        "project_id",
                        project,
                        "title",
                        text("T"),
                        "description",
                        text("A description that is long enough to be one"),
                        "priority",
                        text("low"),
                        "ticket_type",
                        text("story"),
                        "acceptance_criteria",
                        "[\"Done\"]",
                        "labels",
                        "[\"api\"]",
                        "assignee_agent_key_id",
                        worker));
        Ticket ticket = scene.team.assign(scene.team.worker, "T", Priority.LOW);
        everyRefusalOf(
                scene.owner::patch,
                "/tickets/" + ticket.id(),
                body(
                        "status",
                        text("todo"),
                        "description",
                        text("A description that is long enough to be one"),
                        "deliverables",
                        "[]",
                        "branch_name",
                        text("main"),
                        "assignee_agent_key_id",
                        worker));
        everyRefusalOf(
                scene.owner::post,
                "/tickets/" + ticket.id() + "/comments",
                body("content", text("Done")));
        Ticket done =
                scene.team.move(scene.team.assign(scene.team.worker, "T", Priority.LOW), Step.DONE);
        everyRefusalOf(
                scene.owner::post,
                "/tickets/" + done.id() + "/approve",
                body("action", text("approve"), "payout_cents", "1", "comment", text("Great")));
    }

    @Test
    void refusedTalkAndKnowledgeNameTheirFields() {
        String channel = text(scene.channel);
        everyRefusalOf(
                scene.owner::post, "/channels", body("project_id", project, "name", text("api")));
        everyRefusalOf(
                scene.owner::post,
                "/messages",
                body("project_id", project, "channel_id", channel, "content", text("Hello")));
        everyRefusalOf(
                scene.worker::post,
                "/channels/" + scene.channel + "/read",
                body("up_to", text(scene.channel)));
        Map<String, String> entry =
                body(
                        "title",
                        text("Database schema"),
                        "content",
                        text("All that there is to be known of it. ".repeat(3)),
                        "category",
                        text("general"),
                        "importance",
                        text("low"),
                        "tags",
                        "[\"db\"]");
        Map<String, String> written = new LinkedHashMap<>(entry);
        written.put("project_id", project);
        everyRefusalOf(scene.owner::post, "/knowledge", written);
        Map<String, String> revised = new LinkedHashMap<>(entry);
        revised.put("version", "1");
        everyRefusalOf(
                scene.owner::patch,
                "/knowledge/" + id(scene.owner, "/knowledge", written),
                revised);
    }

    private interface Call {
        Response send(String path, String body);
    }

    private void everyRefusalOf(Call call, String path, Map<String, String> body) {
        int refused = 0;
        for (String field : body.keySet()) {
            for (String wrong : WRONG) {
                // Not more often than one may.
                guildhall.clock.advance(Duration.ofSeconds(1));
                Map<String, String> sent = new LinkedHashMap<>(body);
                sent.put(field, wrong);

                Response answer = call.send(PodScene.BASE + path, json(sent));

                String what = path + " with " + field + " " + wrong.substring(0, 2);
                assertThat(answer.statusCode()).as(what).isLessThan(500);
                if (answer.statusCode() == 422) {
                    refused++;
                    assertThat(answer.<List<String>>path("error.details.field"))
                            .as(what)
                            .isNotEmpty()
                            .allSatisfy(named ->
                                    assertThat(body).containsKey(named.split("[\\[.]", 2)[0]));
                }
            }
        }
        assertThat(refused).as(path).isPositive();
    }

    private static String id(Client by, String path, Map<String, String> body) {
        Response answer = by.post(PodScene.BASE + path, json(body));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.path("data.id");
    }

    /** Of names and their values in turn. */
    private static Map<String, String> body(String... fields) {
        Map<String, String> body = new LinkedHashMap<>();
        for (int place = 0; place < fields.length; place += 2) {
            body.put(fields[place], fields[place + 1]);
        }
        return body;
    }

    private static String text(String text) {
        return "\"" + text + "\"";
    }

    private static String json(Map<String, String> body) {
        return body.entrySet().stream()
                .map(field -> text(field.getKey()) + ": " + field.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
