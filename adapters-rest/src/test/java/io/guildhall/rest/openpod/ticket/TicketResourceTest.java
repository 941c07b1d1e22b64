package io.guildhall.rest.openpod.ticket;

import static io.guildhall.rest.openpod.PodScene.assertRefused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.ledger.TopUp;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.rest.openpod.PodScene;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TicketResourceTest {

    private static final String TICKETS = PodScene.BASE + "/tickets";
    @Inject InMemoryGuildhall guildhall;

    private PodScene scene;
    private String workerId;

    @BeforeEach
    void project() {
        scene = PodScene.of(guildhall);
        workerId = scene.team.worker.asAgent().toString();
        guildhall.useCases.topUp.handle(
                new TopUp.Command(scene.team.owner, Money.cents(20_000, Currency.USD)));
        scene.owner
                .post(project("/fund"), "{\"amount_cents\": 10000}")
                .then()
                .statusCode(200)
                .body("data.funded_cents", equalTo(10_000))
                .body("data.your_role", equalTo("owner"));
    }

    @Test
    void ticketGoesFromPostToPay() {
        Response posted = post(", \"assignee_agent_key_id\": \"" + workerId + "\"");
        posted.then()
                .statusCode(201)
                .body("data.ticket_number", equalTo(1))
                .body("data.title", equalTo("Implement auth endpoint"))
                .body("data.status", equalTo("todo"))
                .body("data.assignee_agent_key_id", equalTo(workerId));
        String ticket = TICKETS + "/" + posted.path("data.id");
        scene.worker
                .post(ticket + "/comments", "{\"content\": \"Started implementation\"}")
                .then()
                .statusCode(201)
                .body("data.content", equalTo("Started implementation"))
                .body("data.created_at", notNullValue());

        scene.worker
                .patch(
                        ticket,
                        """
                        {"status": "done", "branch_name": "feature/auth", "deliverables": [{"type": "pull_request",
                         "url": "https://github.com/org/repo/pull/42", "label": "Auth endpoint PR",
                         "content_hash": "%s"}]}
                        """
                                .formatted("ab".repeat(32)))
                .then()
                .statusCode(200)
                .body("data.status", equalTo("done"))
                .body("data.approval_status", equalTo("pending"));
        scene.owner
                .get(ticket)
                .then()
                .body("data.comments.content", contains("Started implementation"))
                .body("data.deliverables[0].label", equalTo("Auth endpoint PR"))
                .body("data.branch_name", equalTo("feature/auth"));
        scene.owner
                .post(
                        ticket + "/approve",
                        "{\"action\": \"approve\", \"payout_cents\": 5000, \"comment\": \"Great work!\"}")
                .then()
                .statusCode(200)
                .body("data.ticket.approval_status", equalTo("approved"))
                .body("data.ticket.payout_cents", equalTo(5_000))
                .body("data.transaction.amount_cents", equalTo(5_000))
                .body("data.transaction.commission_cents", equalTo(500));

        scene.worker
                .get(PodScene.BASE + "/earnings")
                .then()
                .body("data.available_cents", equalTo(4_500))
                .body("data.transactions.net_cents", contains(4_500))
                .body("data.transactions.type", contains("ticket"));
        assertRefused(approve(ticket, 5_000), 409, "approval_not_pending");
    }

    @Test
    void whatBreaksARuleIsNamedAndChangesNothing() {
        assertRefused(
                scene.owner.post(
                        TICKETS,
                        "{\"project_id\": \"%s\", \"title\": \"T\", \"ticket_type\": \"bug\", \"description\": \"short\"}"
                                .formatted(scene.project)),
                422,
                "invalid_field");
        Response unknown =
                scene.owner.post(
                        TICKETS,
                        "{\"project_id\": \"%s\", \"title\": \"T\", \"priority\": \"huge\"}"
                                .formatted(scene.project));
        assertRefused(unknown, 422, "invalid_field");
        assertThat(unknown.<String>path("error.message"))
                .contains("priority", "low, medium, high, urgent");
        assertRefused(scene.owner.post(TICKETS, "{\"title\": \"T\"}"), 422, "invalid_field");
        assertRefused(scene.owner.post(TICKETS, "{"), 400, "bad_request");
        assertRefused(scene.owner.get(TICKETS + "?status=lost"), 400, "bad_request");
        scene.owner
                .get(TICKETS + "?project_id=" + scene.project)
                .then()
                .statusCode(200)
                .body("data", hasSize(0));
    }

    @Test
    void budgetThatDoesNotCoverItIsToldInFigures() {
        String ticket = done();

        Response refused = approve(ticket, 10_001);

        assertRefused(refused, 409, "budget_exceeded");
        assertThat(refused.<String>path("error.message")).contains("10000 cents left");
        assertRefused(
                scene.owner.post(ticket + "/approve", "{\"action\": \"approve\"}"),
                422,
                "invalid_field");
        assertRefused(
                scene.worker.post(ticket + "/approve", "{\"action\": \"reject\"}"),
                403,
                "role_not_allowed");
        assertRefused(
                scene.outsider.post(ticket + "/approve", "{\"action\": \"reject\"}"),
                404,
                "ticket_not_found");
        assertRefused(scene.owner.post(project("/close"), ""), 409, "approvals_pending");
        scene.owner
                .post(ticket + "/approve", "{\"action\": \"revise\"}")
                .then()
                .statusCode(200)
                .body("data.ticket.status", equalTo("in_progress"))
                .body("data.ticket.approval_status", equalTo("revision_requested"))
                .body("data.transaction", nullValue());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE, 10_000_001, Long.MAX_VALUE})
    void payoutThatIsNoneIsNamedAndChangesNothing(long cents) {
        String ticket = done();

        Response refused = approve(ticket, cents);

        assertRefused(refused, 422, "invalid_field");
        assertThat(refused.<List<String>>path("error.details.field"))
                .containsExactly("payout_cents");
        scene.owner.get(ticket).then().body("data.approval_status", equalTo("pending"));
    }

    @Test
    void deliverablesThatAreNullAreNamed() {
        String ticket = TICKETS + "/" + post("").path("data.id");

        Response refused = scene.owner.patch(ticket, "{\"deliverables\": [null]}");

        assertRefused(refused, 422, "invalid_field");
        assertThat(refused.<List<String>>path("error.details.field"))
                .contains("deliverables[0].type", "deliverables[0].url");
    }

    @Test
    void approvalIsOnceForItsKey() {
        String ticket = done();
        String body = "{\"action\": \"approve\", \"payout_cents\": 1000}";

        Response first = once(ticket, body);
        Response again = once(ticket, body);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.<String>path("data.transaction.id"))
                .isEqualTo(first.path("data.transaction.id"));
        scene.worker.get(PodScene.BASE + "/earnings").then().body("data.transactions", hasSize(1));
    }

    @Test
    void ownTicketsAreThoseOfAllProjects() {
        post(", \"assignee_agent_key_id\": \"" + workerId + "\"");
        post("");

        scene.worker.get(TICKETS).then().body("data.ticket_number", contains(1));
        scene.worker
                .get(TICKETS + "?project_id=" + scene.project + "&limit=1&offset=1")
                .then()
                .body("data.ticket_number", contains(1))
                .body("has_more", equalTo(false));
        scene.owner
                .get(TICKETS + "?project_id=" + scene.project + "&assignee=" + workerId)
                .then()
                .body("data.ticket_number", contains(1));
        assertRefused(
                scene.outsider.get(TICKETS + "?project_id=" + scene.project),
                403,
                "role_not_allowed");
    }

    @Test
    void whatCurlCallsAFormIsJson() {
        String ticket = TICKETS + "/" + post("").path("data.id");

        given().header("Authorization", "Bearer " + scene.owner.key())
                .contentType("application/x-www-form-urlencoded")
                .body("{\"status\": \"in_progress\"}")
                .patch(ticket)
                .then()
                .statusCode(200)
                .body("data.status", equalTo("in_progress"));
    }

    @Test
    void nullTakesATicketFromWhoHasIt() {
        String ticket =
                TICKETS
                        + "/"
                        + post(", \"assignee_agent_key_id\": \"" + workerId + "\"").path("data.id");

        scene.owner
                .patch(ticket, "{\"branch_name\": \"main\"}")
                .then()
                .body("data.assignee_agent_key_id", equalTo(workerId));
        scene.owner
                .patch(ticket, "{\"assignee_agent_key_id\": null}")
                .then()
                .statusCode(200)
                .body("data.assignee_agent_key_id", nullValue());
    }

    private Response once(String ticket, String body) {
        return given().header("Authorization", "Bearer " + scene.owner.key())
                .header("Idempotency-Key", "approve-" + ticket)
                .contentType("application/json")
                .body(body)
                .post(ticket + "/approve");
    }

    private String done() {
        String ticket =
                TICKETS
                        + "/"
                        + post(", \"assignee_agent_key_id\": \"" + workerId + "\"").path("data.id");
        scene.worker.patch(ticket, "{\"status\": \"done\"}").then().statusCode(200);
        return ticket;
    }

    private Response approve(String ticket, long cents) {
        return scene.owner.post(
                ticket + "/approve", "{\"action\": \"approve\", \"payout_cents\": " + cents + "}");
    }

    private Response post(String more) {
        return scene.owner.post(
                TICKETS,
                """
                {"project_id": "%s", "title": "Implement auth endpoint",
                 "description": "Build JWT auth with bcrypt hashing, refresh tokens...",
                 "priority": "high", "ticket_type": "story",
                 "acceptance_criteria": ["User can login with email and password", "JWT token expires after 1 hour"],
                 "labels": ["auth", "api"]%s}
                """
                        .formatted(scene.project, more));
    }

    private String project(String step) {
        return PodScene.BASE + "/projects/" + scene.project + step;
    }
}
