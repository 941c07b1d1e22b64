package io.guildhall.bootstrap.openbounty;

import static io.guildhall.bootstrap.openbounty.Market.FEE;
import static io.guildhall.bootstrap.openbounty.Market.NET;
import static io.guildhall.bootstrap.openbounty.Market.REWARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What posters and agents do with a bounty from its posting to its end. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class BountyLifeTest {

    private Party ann = Market.NOBODY;
    private Party workshop = Market.NOBODY;
    private Party rex = Market.NOBODY;

    @BeforeEach
    void signUp() {
        ann = Market.operator("ann");
        workshop = Market.operator("workshop");
        rex = Market.agentOf(workshop, "rex");
    }

    @Test
    void quoteTellsBeforeTheClaimWhatItBringsAndBindsTo() {
        Market.topUp(ann, REWARD);
        String bounty = Market.openBounty(ann);

        Answer quote = rex.get("/api/bounties/" + bounty + "/quote").is(200);

        assertThat(quote.number("reward_cents")).isEqualTo(REWARD);
        assertThat(quote.number("fee_cents")).isEqualTo(FEE);
        assertThat(quote.number("net_reward_cents")).isEqualTo(NET);
        assertThat(quote.number("fee_bps")).isEqualTo(1_000);
        assertThat(quote.number("stake_cents")).isZero();
        assertThat(quote.number("claim_ttl_hours")).isEqualTo(72);
        assertThat(quote.number("review_window_hours")).isEqualTo(168);
        assertThat(quote.time("lease_expires_at"))
                .isEqualTo(quote.time("as_of").plus(Duration.ofDays(3)));
    }

    @Test
    void bountyThatTheBalanceCoversOpensAtOnceWithItsRewardInEscrow() {
        Market.topUp(ann, REWARD + 500);

        Answer posted = ann.post("/api/bounties", Market.posting(REWARD, "approval")).is(201);

        assertThat(posted.text("status")).isEqualTo("open");
        assertThat(posted.number("reward_cents")).isEqualTo(REWARD);
        assertThat(posted.number("net_reward_cents")).isEqualTo(NET);
        assertThat(posted.text("poster_id")).isEqualTo(ann.id());
        assertThat(Balance.of(ann)).isEqualTo(new Balance(500, REWARD, 0));
    }

    @Test
    void bountyThatTheBalanceDoesNotCoverOpensWhenItIsFunded() {
        Market.topUp(ann, REWARD - 1);
        String bounty = Market.unfundedBounty(ann);
        rex.get("/api/bounties/" + bounty).isRefusal(404, "not_found");
        Answer tooEarly = ann.post("/api/bounties/" + bounty + "/fund").isRefusal(409, "conflict");
        assertThat(tooEarly.text("reason")).isEqualTo("insufficient_funds");
        Market.topUp(ann, 1);

        Answer funded = ann.post("/api/bounties/" + bounty + "/fund").is(200);

        assertThat(funded.text("status")).isEqualTo("open");
        assertThat(funded.field("fund_by").isNull()).isTrue();
        assertThat(Balance.of(ann)).isEqualTo(new Balance(0, REWARD, 0));
        rex.get("/api/bounties/" + bounty).is(200);
    }

    @Test
    void approvingOneClaimRejectsTheOthers() {
        Market.topUp(ann, REWARD);
        String bounty = Market.openBounty(ann);
        Party ida = Market.agent("ida");
        String claimOfRex = Market.claim(rex, bounty);
        String claimOfIda = Market.claim(ida, bounty);

        Answer approved = ann.post("/api/claims/" + claimOfRex + "/approve").is(200);

        assertThat(approved.text("status")).isEqualTo("active");
        assertThat(approved.number("fence")).isEqualTo(1);
        assertThat(approved.time("lease_expires_at"))
                .isEqualTo(approved.time("decided_at").plus(Duration.ofDays(3)));
        Answer rejected = ida.get("/api/claims/" + claimOfIda).is(200);
        assertThat(rejected.text("status")).isEqualTo("rejected");
        assertThat(rejected.text("reason")).isEqualTo("another_claim_approved");
        Answer claimed = ann.get("/api/bounties/" + bounty).is(200);
        assertThat(claimed.text("status")).isEqualTo("claimed");
        assertThat(claimed.text("active_claim_id")).isEqualTo(claimOfRex);
    }

    @Test
    void workComesBackAsItWasHandedIn() {
        Market.topUp(ann, REWARD);
        String bounty = Market.openBounty(ann);
        String claim = Market.approvedClaim(ann, rex, bounty);

        String submission = Market.submit(rex, bounty);

        Answer read = ann.get("/api/submissions/" + submission).is(200);
        assertThat(read.text("status")).isEqualTo("under_review");
        assertThat(read.text("bounty_id")).isEqualTo(bounty);
        assertThat(read.text("claim_id")).isEqualTo(claim);
        assertThat(read.text("agent_id")).isEqualTo(rex.id());
        assertThat(read.number("fence")).isEqualTo(1);
        assertThat(read.number("round")).isEqualTo(1);
        assertThat(read.text("content")).isEqualTo(Market.work().get("content"));
        assertThat(read.field("verdict").isNull()).isTrue();
        JsonNode deliverable = read.list("deliverables").getFirst();
        assertThat(deliverable.get("type").asText()).isEqualTo("pull_request");
        assertThat(deliverable.get("url").asText()).isEqualTo("https://example.org/pull/7");
        assertThat(deliverable.get("label").asText()).isEqualTo("The ported parser");
        assertThat(deliverable.get("content_hash").asText()).isEqualTo(Market.CONTENT_HASH);
        assertThat(read.time("review_by"))
                .isEqualTo(read.time("created_at").plus(Duration.ofDays(7)));
    }

    @Test
    void deliverableWithoutATrueHashIsRefusedByName() {
        Market.topUp(ann, REWARD);
        String bounty = Market.openBounty(ann);
        Market.approvedClaim(ann, rex, bounty);

        rex.post(
                        "/api/bounties/" + bounty + "/submissions",
                        Map.of(
                                "deliverables",
                                List.of(
                                        Map.of(
                                                "type",
                                                "file",
                                                "url",
                                                "https://example.org/parser.zip",
                                                "content_hash",
                                                "none"))))
                .isRefusalOf(422, "validation_error", "deliverables[0].content_hash");
    }

    @Test
    void workGoesToAndFroUntilItIsTaken() {
        Market.topUp(ann, REWARD);
        String bounty = Market.openBounty(ann);
        String claim = Market.approvedClaim(ann, rex, bounty);
        String submissions = "/api/bounties/" + bounty + "/submissions";

        String first = Market.submit(rex, bounty);
        assertThat(statusOf(bounty)).isEqualTo("in_review");
        assertThat(rex.get("/api/claims/" + claim).is(200).field("lease_paused").asBoolean())
                .isTrue();

        Answer revision =
                ann.post(
                                "/api/submissions/" + first + "/request-revision",
                                Map.of("notes", "Fix edge case in parser"))
                        .is(200);
        assertThat(revision.text("status")).isEqualTo("revision_requested");
        assertThat(revision.text("notes")).isEqualTo("Fix edge case in parser");
        assertThat(statusOf(bounty)).isEqualTo("claimed");

        rex.post(submissions, Market.work(2)).isConflictWith("stale_fence", "active");
        Answer second = rex.post(submissions, Market.work(1)).is(201);
        assertThat(second.number("round")).isEqualTo(2);

        Answer rejected =
                ann.post(
                                "/api/submissions/" + second.text("id") + "/reject",
                                Map.of(
                                        "notes",
                                        "Missing test coverage",
                                        "criteria_results",
                                        List.of(
                                                Map.of("criterion", 0, "met", true),
                                                Map.of(
                                                        "criterion",
                                                        1,
                                                        "met",
                                                        false,
                                                        "note",
                                                        "Not shown"))))
                        .is(200);
        assertThat(rejected.text("status")).isEqualTo("rejected");
        assertThat(rejected.list("criteria_results"))
                .extracting(
                        result -> result.get("criterion").asInt(),
                        result -> result.get("met").asBoolean(),
                        result -> result.get("note").asText())
                .containsExactly(tuple(0, true, ""), tuple(1, false, "Not shown"));

        Answer third = rex.post(submissions, Market.work(1)).is(201);
        assertThat(third.number("round")).isEqualTo(3);
        Answer accepted = ann.post("/api/submissions/" + third.text("id") + "/accept").is(200);
        assertThat(accepted.text("status")).isEqualTo("accepted");
        assertThat(statusOf(bounty)).isEqualTo("paid");
        assertThat(rex.get("/api/claims/" + claim).is(200).text("status")).isEqualTo("fulfilled");
        assertThat(ann.get(submissions).is(200).items())
                .extracting(submission -> submission.get("status").asText())
                .containsExactly("accepted", "rejected", "revision_requested");
    }

    @Test
    void fenceOfAnEarlierClaimIsStaleWhenItsAgentHasTheBountyAgain() {
        Market.topUp(ann, REWARD);
        String bounty = Market.openBounty(ann, "first_come");
        String first = Market.claim(rex, bounty);
        rex.post("/api/claims/" + first + "/release", Map.of("reason", "no_capacity")).is(200);
        assertThat(statusOf(bounty)).isEqualTo("open");
        Market.claim(rex, bounty);

        String submissions = "/api/bounties/" + bounty + "/submissions";
        rex.post(submissions, Market.work(1)).isConflictWith("stale_fence", "active");

        rex.post(submissions, Market.work(2)).is(201);
    }

    @Test
    void cancelledBountyIsRefundedWholeAndItsClaimsAreRejected() {
        Market.topUp(ann, REWARD);
        String bounty = Market.openBounty(ann);
        String claim = Market.claim(rex, bounty);

        Answer cancelled =
                ann.post(
                                "/api/bounties/" + bounty + "/cancel",
                                Map.of("reason", "requirements_changed"))
                        .is(200);

        assertThat(cancelled.text("status")).isEqualTo("cancelled");
        assertThat(cancelled.text("cancel_reason")).isEqualTo("requirements_changed");
        assertThat(Balance.of(ann)).isEqualTo(new Balance(REWARD, 0, 0));
        Answer rejected = rex.get("/api/claims/" + claim).is(200);
        assertThat(rejected.text("status")).isEqualTo("rejected");
        assertThat(rejected.text("reason")).isEqualTo("bounty_cancelled");
        ann.post("/api/bounties/" + bounty + "/cancel", Map.of("reason", "twice"))
                .isConflictWith("bounty_wrong_state", "cancelled");
        rex.post("/api/bounties/" + bounty + "/claims")
                .isConflictWith("bounty_not_open", "cancelled");
    }

    @Test
    void bountyThatAnAgentWorksOnCannotBeCancelled() {
        Market.topUp(ann, REWARD);
        String bounty = Market.openBounty(ann);
        String claim = Market.approvedClaim(ann, rex, bounty);
        String leaseEnd = rex.get("/api/claims/" + claim).is(200).text("lease_expires_at");

        Answer refused =
                ann.post("/api/bounties/" + bounty + "/cancel", Map.of("reason", "too_late"))
                        .isConflictWith("claim_in_progress", "claimed");

        assertThat(refused.text("message")).contains(leaseEnd);
        assertThat(Balance.of(ann)).isEqualTo(new Balance(0, REWARD, 0));
    }

    @Test
    void raisedRewardMovesTheDifferenceAndOnceClaimedItMayOnlyGrow() {
        Market.topUp(ann, REWARD + 1_000);
        String bounty = Market.openBounty(ann);
        Market.claim(rex, bounty);
        String path = "/api/bounties/" + bounty;

        ann.patch(path, Map.of("reward_cents", REWARD + 400)).is(200);

        assertThat(Balance.of(ann)).isEqualTo(new Balance(600, REWARD + 400, 0));
        ann.patch(path, Map.of("reward_cents", REWARD))
                .isConflictWith("reward_may_only_grow", "open");
        ann.patch(path, Map.of("acceptance_criteria", List.of("Something else")))
                .isConflictWith("terms_frozen", "open");
        ann.patch(path, Map.of("reward_cents", REWARD + 1_001)).isRefusal(409, "conflict");
        assertThat(Balance.of(ann)).isEqualTo(new Balance(600, REWARD + 400, 0));
    }

    private String statusOf(String bounty) {
        return ann.get("/api/bounties/" + bounty).is(200).text("status");
    }
}
