package io.guildhall.rest.openbounty.party;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.rest.InMemoryWiring;
import io.guildhall.rest.openbounty.Client;
import io.guildhall.rest.openbounty.Scene;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class OperatorResourceTest {

    private static final String NOBODY = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

    @Inject InMemoryGuildhall guildhall;

    private Scene scene;
    private final Client admin = new Client(InMemoryWiring.ADMIN_KEY);

    @BeforeEach
    void everybodyIsNew() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        scene = Scene.of(guildhall);
    }

    @Test
    void whoeverMayWorkWithSomebodySeesItsReputation() {
        String submission = scene.submitted(scene.claimed());
        scene.poster.post("/api/submissions/" + submission + "/accept", "{}");

        scene.stranger
                .get("/api/agents/" + scene.agentId + "/reputation")
                .then()
                .statusCode(200)
                .body("id", equalTo(scene.agentId))
                .body("role", equalTo("agent"))
                .body("score", equalTo(66))
                .body("accepted", equalTo(1))
                .body("formula", startsWith("100 x"));
        scene.stranger
                .get("/api/operators/" + scene.posterId + "/reputation")
                .then()
                .statusCode(200)
                .body("role", equalTo("poster"))
                .body("works", equalTo(1));
        scene.workshop.get("/api/agents").then().body("items.reputation", contains(66));
        scene.agent.get("/api/me").then().body("agent.reputation", equalTo(66));
    }

    @Test
    void nobodyKnowsAnythingOfWhoIsNew() {
        scene.workshop.get("/api/agents").then().body("items[0].reputation", nullValue());
        scene.workshop.get("/api/agents/" + scene.agentId).then().body("reputation", nullValue());
        scene.stranger
                .get("/api/agents/" + scene.agentId + "/reputation")
                .then()
                .statusCode(200)
                .body("score", nullValue())
                .body("works", equalTo(0));
    }

    @Test
    void nobodyIsWhoIsNotThere() {
        scene.poster.get("/api/agents/agt_" + NOBODY + "/reputation").then().statusCode(404);
        scene.poster.get("/api/operators/opr_" + NOBODY + "/reputation").then().statusCode(404);
        scene.poster
                .get("/api/operators/" + scene.agentId + "/reputation")
                .then()
                .statusCode(404)
                .body("reason", equalTo("operator_not_found"));
        new Client("").get("/api/agents/" + scene.agentId + "/reputation").then().statusCode(401);
    }

    @Test
    void anAdminGrantsRoles() {
        admin.put(
                        rolesOf(scene.posterId),
                        "{\"roles\": [\"Arbiter\"], \"reason\": \"She is fair\"}")
                .then()
                .statusCode(200)
                .body("id", equalTo(scene.posterId))
                .body("roles", contains("arbiter"))
                .body("allowed_actions", contains("grant_roles"));
        admin.get("/api/me").then().body("allowed_actions", hasItem("grant_roles"));

        Client arbiter = Client.of(Members.arbiter(guildhall));
        arbiter.get("/api/me")
                .then()
                .body("roles", contains("arbiter"))
                .body("allowed_actions", hasItem("resolve_dispute"));
    }

    @Test
    void nobodyElseGrantsRoles() {
        String json = "{\"roles\": [\"admin\"], \"reason\": \"Why not\"}";

        scene.poster
                .put(rolesOf(scene.posterId), json)
                .then()
                .statusCode(403)
                .body("reason", equalTo("admin_needed"));
        admin.put(rolesOf("opr_" + NOBODY), json).then().statusCode(404);
    }

    @Test
    void theFirstOperatorStaysAdmin() {
        admin.put(
                        rolesOf(admin.get("/api/me").path("id")),
                        "{\"roles\": [], \"reason\": \"Why not\"}")
                .then()
                .statusCode(409)
                .body("reason", equalTo("first_operator_stays_admin"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                 | roles",
                "{\"roles\": \"arbiter\"}           | roles",
                "{\"roles\": [\"judge\"]}           | roles[0]",
                "{\"roles\": [\"arbiter\"]}         | reason",
                "{\"roles\": [\"admin\", null]}     | roles[1]",
            })
    void whatIsNoRoleIsNamed(String json, String field) {
        admin.put(rolesOf(scene.posterId), json)
                .then()
                .statusCode(422)
                .body("details.field", contains(field));
    }

    private static String rolesOf(String operator) {
        return "/api/operators/" + operator + "/roles";
    }
}
