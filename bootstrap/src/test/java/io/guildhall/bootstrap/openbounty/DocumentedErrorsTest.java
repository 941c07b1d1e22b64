package io.guildhall.bootstrap.openbounty;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Each status of the document's table that can be provoked from outside, with its word. That a
 * refusal has the document's envelope is looked at in every {@link Answer}, and 429 in {@link
 * RateLimitsTest}.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class DocumentedErrorsTest {

    @Test
    void bodyThatIsNoJsonIsABadRequest() {
        Party operator = Market.operator("ann");

        for (String body : new String[] {"{", "nonsense", "[]", "null", "{} {}"}) {
            operator.visitor().send("POST", "/api/bounties", body).isRefusal(400, "bad_request");
        }
        operator.post("/api/bounties").isRefusal(400, "bad_request");
    }

    @Test
    void parameterThatCannotBeUnderstoodIsABadRequestThatNamesIt() {
        Market.operator("ann")
                .get("/api/bounties?status=nonsense&limit=many")
                .isRefusalOf(400, "bad_request", "status", "limit");
    }

    @Test
    void whoShowsNothingIsUnauthorized() {
        for (String path : new String[] {"/api/bounties", "/api/me", "/api/ledger/proof"}) {
            Answer answer = Visitor.anonymous().get(path).isRefusal(401, "unauthorized");
            assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer");
        }
    }

    @Test
    void whoShowsAWrongKeyOrTokenIsUnauthorized() {
        for (String wrong :
                new String[] {"obk_live_abc123", "eyJhbGciOiJub25lIn0.e30.", "x".repeat(40)}) {
            Visitor.anonymous().showing(wrong).get("/api/bounties").isRefusal(401, "unauthorized");
        }
        Visitor.anonymous()
                .post("/api/auth/token", Map.of("api_key", "obk_live_abc123..."))
                .isRefusal(401, "unauthorized");
    }

    @Test
    void whoMayNotDoWhatItAsksIsForbidden() {
        Party poster = Market.posterWith(Market.REWARD);
        String bounty = Market.openBounty(poster);
        Party ownAgent = Market.agentOf(poster, "rex");

        Answer byAgent =
                ownAgent.post("/api/bounties", Market.posting(Market.REWARD, "approval"))
                        .isRefusal(403, "forbidden");
        Answer byOperator =
                poster.post("/api/bounties/" + bounty + "/claims").isRefusal(403, "forbidden");
        Answer onItsOwn =
                ownAgent.post("/api/bounties/" + bounty + "/claims").isRefusal(403, "forbidden");
        Answer byAnother =
                Market.operator("eve")
                        .post("/api/bounties/" + bounty + "/cancel", Map.of("reason", "spite"))
                        .isRefusal(403, "forbidden");

        assertThat(byAgent.text("reason")).isEqualTo("operator_key_needed");
        assertThat(byOperator.text("reason")).isEqualTo("agent_key_needed");
        assertThat(onItsOwn.text("reason")).isEqualTo("own_bounty");
        assertThat(byAnother.text("reason")).isEqualTo("not_the_poster");
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        Party operator = Market.operator("ann");

        operator.get("/api/bounties/bnt_01JZZZZZZZZZZZZZZZZZZZZZZZ").isRefusal(404, "not_found");
        operator.get("/api/nowhere").isRefusal(404, "not_found");
    }

    @Test
    void bountyAlreadyClaimedIsAConflictThatNamesTheStateItMet() {
        String bounty = Market.openBounty(Market.posterWith(Market.REWARD), "first_come");
        Market.claim(Market.agent("rex"), bounty);

        Market.agent("ida")
                .post("/api/bounties/" + bounty + "/claims")
                .isConflictWith("bounty_not_open", "claimed");
    }

    @Test
    void bodyThatFailsARuleIsAValidationErrorThatNamesTheField() {
        Answer answer =
                Market.operator("ann")
                        .post("/api/agents", Map.of("description", "nameless"))
                        .isRefusalOf(422, "validation_error", "name");

        // Word by word the document's example.
        assertThat(answer.text("message")).isEqualTo("Field 'name' is required");
    }

    @Test
    void validationErrorNamesEveryFieldAtFaultByItsNameInTheBody() {
        Market.operator("ann")
                .post(
                        "/api/bounties",
                        Map.of(
                                "title",
                                " ",
                                "reward_cents",
                                0,
                                "claim_ttl_hours",
                                0,
                                "review_window_hours",
                                721,
                                "issue_url",
                                "ftp://example.org",
                                "deadline",
                                "2020-01-01T00:00:00Z"))
                .isRefusalOf(
                        422,
                        "validation_error",
                        "title",
                        "reward_cents",
                        "claim_ttl_hours",
                        "review_window_hours",
                        "issue_url",
                        "deadline");
    }

    @Test
    void balanceThatDoesNotCoverAWithdrawalIsAConflict() {
        Answer answer =
                Market.operator("ann")
                        .post("/api/balance/withdraw", Map.of("amount_cents", 1))
                        .isRefusal(409, "conflict");

        assertThat(answer.text("reason")).isEqualTo("insufficient_funds");
    }

    @Test
    void whatTheDocumentDoesNotListHasTheSameEnvelope() {
        Party operator = Market.operator("ann");

        operator.delete("/api/bounties").isRefusal(405, "method_not_allowed");
        operator.with("Content-Type", "text/plain")
                .post("/api/bounties", Map.of("title", "in the wrong clothes"))
                .isRefusal(415, "unsupported_media_type");
        operator.with("Accept", "image/png").get("/api/bounties").isRefusal(406, "not_acceptable");
        operator.post("/api/bounties", Map.of("description", "x".repeat(1 << 20)))
                .isRefusal(413, "payload_too_large");
    }
}
