package io.guildhall.rest.openbounty.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.rest.InMemoryWiring;
import io.guildhall.rest.openbounty.Client;
import io.guildhall.rest.openbounty.Scene;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DisputeResourceTest {

    private static final String DISPUTES = "/api/disputes";
    private static final String NOTHING = "{}";

    @Inject InMemoryGuildhall guildhall;

    private Scene scene;
    private Client arbiter;
    private String bounty = "";
    private String submission = "";

    @BeforeEach
    void anAgentHasSubmittedItsWork() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        scene = Scene.of(guildhall);
        arbiter = Client.of(Members.arbiter(guildhall));
        bounty = scene.claimed();
        submission = scene.submitted(bounty);
    }

    @Test
    void aDisputeStopsTheBounty() {
        Response opened = open(scene.agent);

        String id = opened.then().statusCode(201).extract().path("id");
        opened.then()
                .body("id", startsWith("dsp_"))
                .body("status", equalTo("open"))
                .body("opened_by", equalTo("agent"))
                .body("submission_id", equalTo(submission))
                .body("answer_by", notNullValue())
                .body("timer.consequence", equalTo("dispute_is_decided"))
                .body("allowed_actions", contains("give_evidence", "offer", "withdraw"));
        scene.stranger
                .get(bounty)
                .then()
                .body("status", equalTo("disputed"))
                .body("dispute_id", equalTo(id));
        scene.poster
                .get("/api/submissions/" + submission)
                .then()
                .body("held", equalTo(true))
                .body("review_by", nullValue())
                .body("allowed_actions", empty());
        scene.poster
                .post("/api/submissions/" + submission + "/accept", NOTHING)
                .then()
                .statusCode(409)
                .body("reason", equalTo("submission_in_dispute"));
    }

    @Test
    void arbiterReadsTheWorkItRulesOn() {
        String work = "/api/submissions/" + submission;
        arbiter.get(work).then().statusCode(404);
        arbiter.get(bounty + "/submissions").then().body("items", empty());

        opened(scene.agent);

        arbiter.get(work)
                .then()
                .statusCode(200)
                .body("content", notNullValue())
                .body("allowed_actions", empty());
        arbiter.get(bounty + "/submissions").then().body("items.id", contains(submission));
        arbiter.post(work + "/accept", NOTHING).then().statusCode(404);
        scene.stranger.get(work).then().statusCode(404);
        scene.stranger.get(bounty + "/submissions").then().body("items", empty());
    }

    @Test
    void arbiterReadsNoWorkThatIsNotDisputed() {
        opened(scene.agent);
        String other = scene.submitted(scene.claimed());

        arbiter.get("/api/submissions/" + other).then().statusCode(404);
    }

    @Test
    void anAnsweredDisputeIsRuledAndPaid() {
        String dispute = opened(scene.agent);
        evidence(scene.poster, dispute)
                .then()
                .statusCode(201)
                .body("id", startsWith("evd_"))
                .body("by", equalTo("poster"))
                .body("attachments", hasSize(1));
        arbiter.get(dispute)
                .then()
                .body("status", equalTo("answered"))
                .body("evidence.poster", equalTo(1))
                .body("allowed_actions", contains("resolve"));

        Response ruled =
                arbiter.post(
                        dispute + "/resolve",
                        "{\"ruling\": \"split\", \"agent_share_bps\": 6000, \"notes\": \"Half of it\"}");

        ruled.then()
                .statusCode(200)
                .body("status", equalTo("executed"))
                .body("ruling", equalTo("split"))
                .body("agent_share_bps", equalTo(6000))
                .body("notes", equalTo("Half of it"))
                .body("timer", nullValue())
                .body("allowed_actions", empty());
        scene.poster.get(bounty).then().body("status", equalTo("paid"));
        scene.workshop
                .get("/api/payouts")
                .then()
                .body("items", hasSize(1))
                .body("items[0].source", equalTo("ruling"))
                .body("items[0].dispute_id", equalTo(Scene.id(dispute)))
                .body("items[0].submission_id", nullValue())
                .body("items[0].gross_amount_cents", equalTo(9_000))
                .body("items[0].net_amount_cents", equalTo(8_100));
        scene.agent
                .get("/api/submissions/" + submission)
                .then()
                .body("status", equalTo("accepted"))
                .body("accepted_by", equalTo("dispute"));
    }

    @Test
    void aRulingForThePosterIsARefund() {
        String dispute = opened(scene.agent);
        evidence(scene.poster, dispute);

        arbiter.post(dispute + "/resolve", "{\"ruling\": \"poster\"}").then().statusCode(200);

        scene.poster
                .get(bounty)
                .then()
                .body("status", equalTo("cancelled"))
                .body("cancel_reason", equalTo("ruled_for_poster"));
        scene.poster
                .get("/api/balance")
                .then()
                .body("balances[0].available_cents", equalTo(100_000));
    }

    @Test
    void theTwoSidesSettleByThemselves() {
        String dispute = opened(scene.poster);
        String offer =
                scene.agent
                        .post(dispute + "/offers", "{\"agent_share_bps\": 7000}")
                        .then()
                        .statusCode(201)
                        .body("offers.agent.agent_share_bps", equalTo(7_000))
                        .body("offers.poster", nullValue())
                        .extract()
                        .path("offers.agent.id");
        scene.poster.get(dispute).then().body("allowed_actions", hasItem("accept_offer"));

        scene.poster
                .post(dispute + "/offers/" + offer + "/accept", NOTHING)
                .then()
                .statusCode(200)
                .body("status", equalTo("settled"))
                .body("agent_share_bps", equalTo(7_000))
                .body("ruling", nullValue());

        scene.poster.get(bounty).then().body("status", equalTo("paid"));
    }

    @Test
    void onlyTheOthersLatestOfferCanBeAccepted() {
        String dispute = opened(scene.poster);
        String first =
                scene.agent
                        .post(dispute + "/offers", "{\"agent_share_bps\": 7000}")
                        .path("offers.agent.id");
        scene.agent.post(dispute + "/offers", "{\"agent_share_bps\": 8000}");

        scene.poster
                .post(dispute + "/offers/" + first + "/accept", NOTHING)
                .then()
                .statusCode(409)
                .body("reason", equalTo("offer_not_standing"));
        scene.poster
                .post(dispute + "/offers/no-such-id/accept", NOTHING)
                .then()
                .statusCode(404)
                .body("reason", equalTo("offer_not_found"));
    }

    @Test
    void whoOpenedItTakesItBack() {
        String dispute = opened(scene.agent);
        scene.poster
                .post(dispute + "/withdraw", NOTHING)
                .then()
                .statusCode(403)
                .body("reason", equalTo("not_the_opener"));

        // The agent's operator speaks for the same side.
        scene.workshop
                .post(dispute + "/withdraw", NOTHING)
                .then()
                .statusCode(200)
                .body("status", equalTo("withdrawn"));

        scene.poster
                .get(bounty)
                .then()
                .body("status", equalTo("in_review"))
                .body("dispute_id", nullValue());
        open(scene.agent).then().statusCode(409).body("reason", equalTo("already_disputed"));
    }

    @Test
    void aDisputeIsNobodyElsesBusiness() {
        open(scene.stranger).then().statusCode(403).body("reason", equalTo("not_a_party"));
        String dispute = opened(scene.agent);

        scene.stranger.get(dispute).then().statusCode(404);
        scene.stranger.get(dispute + "/evidence").then().statusCode(404);
        evidence(scene.stranger, dispute).then().statusCode(404);
        scene.stranger.post(dispute + "/offers", "{\"agent_share_bps\": 1}").then().statusCode(404);
        scene.stranger.post(dispute + "/withdraw", NOTHING).then().statusCode(404);
        scene.stranger.get(DISPUTES).then().statusCode(200).body("items", empty());
        new Client("").get(dispute).then().statusCode(401);
    }

    @Test
    void arbitersWatchAndOnlyTheyRule() {
        String dispute = opened(scene.agent);
        evidence(scene.poster, dispute);
        String ruling = "{\"ruling\": \"agent\"}";

        arbiter.get(dispute).then().statusCode(200);
        evidence(arbiter, dispute).then().statusCode(403).body("reason", equalTo("not_a_party"));
        scene.poster
                .post(dispute + "/resolve", ruling)
                .then()
                .statusCode(403)
                .body("reason", equalTo("arbiter_needed"));
        Client admin = new Client(InMemoryWiring.ADMIN_KEY);
        admin.get(dispute).then().statusCode(200).body("allowed_actions", empty());
        admin.post(dispute + "/resolve", ruling)
                .then()
                .statusCode(403)
                .body("reason", equalTo("arbiter_needed"));
        arbiter.post(dispute + "/resolve", ruling).then().statusCode(200);
        arbiter.post(dispute + "/resolve", ruling)
                .then()
                .statusCode(409)
                .body("reason", equalTo("dispute_wrong_state"))
                .body("current_status", equalTo("executed"));
    }

    @Test
    void theOtherSideIsHeardFirst() {
        String dispute = opened(scene.agent);

        arbiter.get(dispute).then().body("allowed_actions", empty());
        arbiter.post(dispute + "/resolve", "{\"ruling\": \"agent\"}")
                .then()
                .statusCode(409)
                .body("reason", equalTo("answer_still_due"));
    }

    @Test
    void whatIsWrongIsNamed() {
        String dispute = opened(scene.agent);

        scene.poster
                .post(
                        dispute + "/evidence",
                        "{\"content\": \"\", \"attachments\": [{\"type\": \"file\", \"url\": \"x\","
                                + " \"content_hash\": \"7\"}]}")
                .then()
                .statusCode(422)
                .body(
                        "details.field",
                        hasItems("content", "attachments[0].url", "attachments[0].content_hash"));
        scene.poster
                .post(dispute + "/offers", "{\"agent_share_bps\": 10001}")
                .then()
                .statusCode(422)
                .body("details.field", contains("agent_share_bps"));
        arbiter.post(dispute + "/resolve", "{\"ruling\": \"split\"}")
                .then()
                .statusCode(422)
                .body("details.field", contains("agent_share_bps"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"reason\": \"x\"}                              | 422 | bounty_id",
                "{\"bounty_id\": \"7\", \"reason\": \"x\"}        | 422 | bounty_id",
                "{\"bounty_id\": \"BOUNTY\"}                      | 422 | reason",
                "{\"bounty_id\": \"BOUNTY\", \"submission_id\": \"7\"} | 422 | submission_id",
                "{\"bounty_id\": \"BOUNTY\", \"reason\": 7}       | 422 | reason",
            })
    void aDisputeThatNamesNothingIsNotOpened(String json, int status, String field) {
        scene.agent
                .post(DISPUTES, json.replace("BOUNTY", Scene.id(bounty)))
                .then()
                .statusCode(status)
                .body("details.field", contains(field));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String nowhere = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

        scene.agent
                .get(DISPUTES + "/dsp_" + nowhere)
                .then()
                .statusCode(404)
                .body("reason", equalTo("dispute_not_found"));
        scene.agent
                .post(DISPUTES, "{\"bounty_id\": \"bnt_%s\", \"reason\": \"x\"}".formatted(nowhere))
                .then()
                .statusCode(404)
                .body("reason", equalTo("bounty_not_found"));
        scene.agent
                .post(
                        DISPUTES,
                        "{\"bounty_id\": \"%s\", \"submission_id\": \"sub_%s\", \"reason\": \"x\"}"
                                .formatted(Scene.id(bounty), nowhere))
                .then()
                .statusCode(404)
                .body("reason", equalTo("submission_not_found"));
    }

    @Test
    void aDisputeSentTwiceIsOpenedOnce() {
        Response first = scene.agent.postOnce(DISPUTES, about(submission), "once");
        Response again = scene.agent.postOnce(DISPUTES, about(submission), "once");

        first.then().statusCode(201);
        again.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(again.asString()).isEqualTo(first.asString());
        scene.agent.get(DISPUTES).then().body("items", hasSize(1));
    }

    @Test
    void evidenceSentTwiceIsGivenOnce() {
        String dispute = opened(scene.agent);
        String json = "{\"content\": \"See the log\"}";

        scene.agent.postOnce(dispute + "/evidence", json, "once").then().statusCode(201);
        scene.agent
                .postOnce(dispute + "/evidence", json, "once")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true");

        scene.poster
                .get(dispute + "/evidence")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].content", equalTo("See the log"))
                .body("has_more", equalTo(false));
    }

    @Test
    void disputesAreFoundByTheirStatus() {
        String dispute = opened(scene.agent);

        scene.poster
                .get(DISPUTES + "?status=open")
                .then()
                .statusCode(200)
                .body("items.id", contains(Scene.id(dispute)));
        scene.poster.get(DISPUTES + "?status=settled").then().body("items", empty());
        arbiter.get(DISPUTES + "?status=open&limit=1")
                .then()
                .body("items", hasSize(1))
                .body("items.id", contains(Scene.id(dispute)));
        scene.poster
                .get(DISPUTES + "?status=lost&limit=0")
                .then()
                .statusCode(400)
                .body("details.field", contains("status", "limit"));
    }

    @Test
    void oneActsOnWhatTheListOfActionsSays() {
        scene.agent
                .get("/api/submissions/" + submission)
                .then()
                .body("allowed_actions", contains("dispute"));
        scene.workshop.get(bounty).then().body("allowed_actions", contains("dispute"));
        opened(scene.agent);
        scene.agent
                .get("/api/submissions/" + submission)
                .then()
                .body("allowed_actions", not(hasItem("dispute")));
    }

    private Response open(Client by) {
        return by.post(DISPUTES, about(submission));
    }

    private String opened(Client by) {
        return DISPUTES + "/" + open(by).then().statusCode(201).extract().path("id");
    }

    private String about(String disputed) {
        return "{\"bounty_id\": \"%s\", \"submission_id\": \"%s\", \"reason\": \"It is all there\"}"
                .formatted(Scene.id(bounty), disputed);
    }

    private static Response evidence(Client by, String dispute) {
        return by.post(
                dispute + "/evidence",
                """
                {"content": "See the log", "attachments": [{"type": "file", "url": "https://example.org/log"}]}
                """);
    }
}
