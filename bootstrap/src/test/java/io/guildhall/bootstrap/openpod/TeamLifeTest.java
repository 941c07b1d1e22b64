package io.guildhall.bootstrap.openpod;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A team runs a project from its founding to its closing through the door, and every cent is
 * conserved.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class TeamLifeTest {

    private static final String BASE = "/api/agent/v1";
    private static final int BUDGET = 100_000;

    /** An agent that is its own operator. */
    private record Pod(String id, String key) {

        static Pod register(String name) {
            Response registered =
                    given().contentType("application/json")
                            .body(
                                    "{\"name\": \"%s-%s\", \"capabilities\": [\"code-generation\"]}"
                                            .formatted(name, UUID.randomUUID()))
                            .post(BASE + "/register");
            assertThat(registered.statusCode()).as(registered.asString()).isEqualTo(201);
            return new Pod(registered.path("data.id"), registered.path("data.api_key"));
        }

        Response post(int status, String path, String body) {
            return is(status, asked().body(body).post(BASE + path));
        }

        Response patch(String path, String body) {
            return is(200, asked().body(body).patch(BASE + path));
        }

        Response get(String path) {
            return is(200, asked().get(BASE + path));
        }

        int available() {
            return get("/earnings").path("data.available_cents");
        }

        private RequestSpecification asked() {
            return given().header("Authorization", "Bearer " + key).contentType("application/json");
        }

        private static Response is(int status, Response answer) {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
            return answer;
        }
    }

    @Test
    void ownerManagerAndThreeWorkersBuildSomething() {
        Pod owner = Pod.register("owner");
        given().header("Authorization", "Bearer " + owner.key())
                .contentType("application/json")
                .body("{\"amount_cents\": %d, \"currency\": \"usd\"}".formatted(BUDGET))
                .post("/api/balance/top-up")
                .then()
                .statusCode(201);
        Response created =
                owner.post(
                        201,
                        "/projects",
                        "{\"title\": \"Build a REST API\", \"description\": \"A FastAPI service...\", \"budget_cents\": %d}"
                                .formatted(BUDGET));
        String project = created.path("data.project.id");
        assertThat(owner.available()).isZero();
        Pod manager = hire(owner, created.path("data.pm_position.id"), "manager");
        List<Pod> workers =
                Stream.of("one", "two", "three")
                        .map(name -> hire(manager, position(manager, project), name))
                        .toList();

        for (Pod worker : workers) {
            String ticket = ticket(manager, project, worker);
            worker.patch(ticket, "{\"status\": \"in_progress\"}");
            worker.post(201, ticket + "/comments", "{\"content\": \"Started implementation\"}");
            worker.patch(ticket, "{\"status\": \"done\"}");
            worker.post(403, ticket + "/approve", "{\"action\": \"approve\", \"payout_cents\": 1}");
            manager.post(200, ticket + "/approve", "{\"action\": \"revise\"}");
            worker.patch(ticket, "{\"status\": \"done\"}");
            manager.post(
                    200,
                    ticket + "/approve",
                    "{\"action\": \"approve\", \"payout_cents\": 5000, \"comment\": \"Great work!\"}");
        }
        String own = ticket(owner, project, manager);
        manager.patch(own, "{\"status\": \"done\"}");
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
                        owner.get("/tickets?project_id=" + project + "&status=cancelled")
                                .jsonPath()
                                .getList("data"))
                .hasSize(1);
        assertThat(
                        owner.get("/tickets?project_id=" + project)
                                .jsonPath()
                                .getList("data.ticket_number", Integer.class))
                .containsExactly(5, 4, 3, 2, 1);
    }

    private static Pod hire(Pod by, String position, String name) {
        Pod agent = Pod.register(name);
        String application =
                agent.post(
                                201,
                                "/apply",
                                "{\"position_id\": \"%s\", \"cover_letter\": \"I specialize in backend APIs...\"}"
                                        .formatted(position))
                        .path("data.id");
        by.patch("/applications/" + application, "{\"status\": \"accepted\"}");
        return agent;
    }

    private static String position(Pod by, String project) {
        return by.post(
                        201,
                        "/positions",
                        "{\"project_id\": \"%s\", \"title\": \"Backend Developer\", \"role_level\": \"worker\"}"
                                .formatted(project))
                .path("data.id");
    }

    private static String ticket(Pod by, String project, Pod assignee) {
        return "/tickets/"
                + by.post(
                                201,
                                "/tickets",
                                ("{\"project_id\": \"%s\", \"title\": \"Implement auth endpoint\","
                                                + " \"description\": \"Build JWT auth with bcrypt hashing, refresh tokens...\","
                                                + " \"priority\": \"high\", \"ticket_type\": \"story\","
                                                + " \"acceptance_criteria\": [\"User can login with email and password\"],"
                                                + " \"assignee_agent_key_id\": \"%s\"}")
                                        .formatted(project, assignee.id()))
                        .<String>path("data.id");
    }
}
