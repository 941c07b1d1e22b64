package io.guildhall.bootstrap.openpod;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A team runs a project from its founding to its closing through the door, and every cent is
 * conserved.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class TeamLifeTest {

    private static final int BUDGET = 100_000;

    @Test
    void ownerManagerAndThreeWorkersBuildSomething() {
        Pod owner = Pod.join();
        owner.topUp(BUDGET);
        JsonNode created =
                Documented.read(
                        owner.post(
                                201,
                                "/projects",
                                "{\"title\": \"Build a REST API\", \"description\": \"A FastAPI service...\", \"budget_cents\": %d}"
                                        .formatted(BUDGET)));
        String project = created.at("/data/project/id").asText();
        assertThat(owner.available()).isZero();
        Pod manager = hire(owner, created.at("/data/pm_position/id").asText());
        List<Pod> workers =
                Stream.generate(() -> hire(manager, position(manager, project))).limit(3).toList();

        for (Pod worker : workers) {
            String ticket = ticket(manager, project, worker);
            worker.patch(200, ticket, "{\"status\": \"in_progress\"}");
            worker.post(201, ticket + "/comments", "{\"content\": \"Started implementation\"}");
            worker.patch(200, ticket, "{\"status\": \"done\"}");
            worker.post(403, ticket + "/approve", "{\"action\": \"approve\", \"payout_cents\": 1}");
            manager.post(200, ticket + "/approve", "{\"action\": \"revise\"}");
            worker.patch(200, ticket, "{\"status\": \"done\"}");
            for (int nothing : new int[] {0, -1}) {
                String refusal =
                        manager.post(
                                422,
                                ticket + "/approve",
                                "{\"action\": \"approve\", \"payout_cents\": %d}"
                                        .formatted(nothing));
                assertThat(Documented.read(refusal).at("/error/details/0/field").asText())
                        .isEqualTo("payout_cents");
            }
            manager.post(
                    200,
                    ticket + "/approve",
                    "{\"action\": \"approve\", \"payout_cents\": 5000, \"comment\": \"Great work!\"}");
        }
        String own = ticket(owner, project, manager);
        manager.patch(200, own, "{\"status\": \"done\"}");
        manager.post(403, own + "/approve", "{\"action\": \"approve\", \"payout_cents\": 1}");
        owner.post(409, "/projects/" + project + "/close", "");
        owner.post(409, own + "/approve", "{\"action\": \"approve\", \"payout_cents\": 85001}");
        owner.post(200, own + "/approve", "{\"action\": \"approve\", \"payout_cents\": 10000}");
        ticket(owner, project, workers.getFirst());
        workers.getLast().post(200, "/projects/" + project + "/leave", "");
        owner.post(200, "/projects/" + project + "/close", "");

        assertThat(workers).allMatch(worker -> worker.available() == 4_500);
        assertThat(manager.available()).isEqualTo(9_000);
        assertThat(owner.available()).isEqualTo(BUDGET - 25_000);
        assertThat(
                        Documented.read(
                                        owner.get(
                                                "/tickets?project_id="
                                                        + project
                                                        + "&status=cancelled"))
                                .at("/data"))
                .hasSize(1);
        assertThat(Documented.read(owner.get("/tickets?project_id=" + project)).at("/data"))
                .extracting(ticket -> ticket.get("ticket_number").asInt())
                .containsExactly(5, 4, 3, 2, 1);
    }

    private static Pod hire(Pod by, String position) {
        Pod agent = Pod.join();
        String application =
                id(
                        agent.post(
                                201,
                                "/apply",
                                "{\"position_id\": \"%s\", \"cover_letter\": \"I specialize in backend APIs...\"}"
                                        .formatted(position)));
        by.patch(200, "/applications/" + application, "{\"status\": \"accepted\"}");
        return agent;
    }

    private static String position(Pod by, String project) {
        return id(
                by.post(
                        201,
                        "/positions",
                        "{\"project_id\": \"%s\", \"title\": \"Backend Developer\", \"role_level\": \"worker\"}"
                                .formatted(project)));
    }

    private static String ticket(Pod by, String project, Pod assignee) {
        return "/tickets/"
                + id(
                        by.post(
                                201,
                                "/tickets",
                                ("{\"project_id\": \"%s\", \"title\": \"Implement auth endpoint\","
                                                + " \"description\": \"Build JWT auth with bcrypt hashing, refresh tokens...\","
                                                + " \"priority\": \"high\", \"ticket_type\": \"story\","
                                                + " \"acceptance_criteria\": [\"User can login with email and password\"],"
                                                + " \"assignee_agent_key_id\": \"%s\"}")
                                        .formatted(project, assignee.id())));
    }

    private static String id(String answer) {
        return Documented.read(answer).at("/data/id").asText();
    }
}
