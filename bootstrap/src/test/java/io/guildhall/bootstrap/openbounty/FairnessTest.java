package io.guildhall.bootstrap.openbounty;

import static io.guildhall.bootstrap.openbounty.Market.FEE;
import static io.guildhall.bootstrap.openbounty.Market.NET;
import static io.guildhall.bootstrap.openbounty.Market.REWARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bids, disputes, records and what time does, over HTTP and on PostgreSQL, to the cent. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(WithAdmin.class)
class FairnessTest {

    private Party poster = Market.NOBODY;
    private Party workshop = Market.NOBODY;
    private Party agent = Market.NOBODY;

    @BeforeEach
    void signUp() {
        poster = Market.posterWith(REWARD);
        workshop = Market.operator("workshop");
        agent = Market.agentOf(workshop, "agent");
    }

    @Test
    void silentPosterPaysAfterTheReviewWindow() {
        String bounty = Market.openBounty(poster);
        Market.approvedClaim(poster, agent, bounty);
        Answer submission = submitted(bounty);
        assertThat(submission.body().at("/timer/consequence").asText())
                .isEqualTo("submission_is_accepted");

        WithAdmin.letPass("P7D");

        assertThat(statusOf(bounty)).isEqualTo("paid");
        assertThat(Balance.of(workshop)).isEqualTo(new Balance(NET, 0, 0));
        assertThat(
                        agent.get("/api/submissions/" + submission.text("id"))
                                .is(200)
                                .text("accepted_by"))
                .isEqualTo("time");
        Answer record = agent.get("/api/operators/" + poster.id() + "/reputation").is(200);
        assertThat(record.body().get("accepted_by_time").asInt()).isEqualTo(1);
        assertThat(record.text("formula")).contains("accepted by time");
    }

    @Test
    void silentAgentLosesItsClaimAndItsStake() {
        Market.topUp(workshop, 1_000);
        String bounty =
                poster.post("/api/bounties", Market.postingWith("stake_bps", 500))
                        .is(201)
                        .text("id");
        String claim = Market.approvedClaim(poster, agent, bounty);
        assertThat(Balance.of(workshop)).isEqualTo(new Balance(250, 750, 0));

        WithAdmin.letPass("P3D");

        assertThat(agent.get("/api/claims/" + claim).is(200).text("status")).isEqualTo("expired");
        assertThat(statusOf(bounty)).isEqualTo("open");
        assertThat(Balance.of(workshop)).isEqualTo(new Balance(250, 0, 0));
    }

    @Test
    void nobodysBountyExpiresAndIsRefunded() {
        String bounty = Market.openBounty(poster);

        WithAdmin.letPass("P30D");

        assertThat(statusOf(bounty)).isEqualTo("expired");
        assertThat(Balance.of(poster)).isEqualTo(new Balance(REWARD, 0, 0));
    }

    @Test
    void approvedBidFixesTheRewardAndMovesTheDifference() {
        String bounty = Market.openBounty(poster, "bid");
        String low = bid(agent, bounty, 10_000);
        bid(Market.agent("rival"), bounty, 15_000);

        Market.approve(poster, low);

        assertThat(Balance.of(poster)).isEqualTo(new Balance(5_000, 10_000, 0));
        assertThat(agent.get("/api/bounties/" + bounty).is(200).body().get("reward_cents").asLong())
                .isEqualTo(10_000);
    }

    @Test
    void bidThatThePosterCannotPayIsNotApproved() {
        String bounty = Market.openBounty(poster, "bid");
        String high = bid(agent, bounty, 20_000);

        Answer refused = poster.post("/api/claims/" + high + "/approve").isRefusal(409, "conflict");

        assertThat(refused.text("reason")).isEqualTo("insufficient_funds");
        assertThat(Balance.of(poster)).isEqualTo(new Balance(0, REWARD, 0));
        assertThat(statusOf(bounty)).isEqualTo("open");
        agent.post("/api/bounties/" + bounty + "/claims", Map.of("proposed_reward_cents", 30_001))
                .isRefusal(409, "conflict");
    }

    @Test
    void arbiterSplitsWhatTheTwoSidesCannotAgreeOn() {
        Party arbiter = WithAdmin.arbiter();
        String bounty = Market.openBounty(poster);
        Market.approvedClaim(poster, agent, bounty);
        String submission = submitted(bounty).text("id");
        poster.post("/api/submissions/" + submission + "/reject", Market.rejection("Not shown"))
                .is(200);
        String dispute =
                agent.post(
                                "/api/disputes",
                                Map.of(
                                        "bounty_id",
                                        bounty,
                                        "submission_id",
                                        submission,
                                        "reason",
                                        "It is shown on page one."))
                        .is(201)
                        .text("id");
        String path = "/api/disputes/" + dispute;
        Map<String, Object> split =
                Map.of("ruling", "split", "agent_share_bps", 4_000, "notes", "Shown in part.");
        assertThat(arbiter.post(path + "/resolve", split).isRefusal(409, "conflict").text("reason"))
                .isEqualTo("answer_still_due");
        poster.post(path + "/evidence", Map.of("content", "Page one is empty.")).is(201);
        poster.post(path + "/resolve", split).isRefusal(403, "forbidden");

        arbiter.post(path + "/resolve", split).is(200);

        assertThat(statusOf(bounty)).isEqualTo("paid");
        assertThat(Balance.of(workshop)).isEqualTo(new Balance(5_400, 0, 0));
        assertThat(Balance.of(poster)).isEqualTo(new Balance(9_000, 0, 0));
        assertThat(words(agent.get("/api/bounties/" + bounty + "/events?limit=100").is(200)))
                .containsSubsequence("payout.completed", "dispute.opened", "submission.rejected")
                .contains("dispute.resolved", "claim.approved", "bounty.created");
        assertThat(
                        words(
                                Market.agent("stranger")
                                        .get("/api/bounties/" + bounty + "/events")
                                        .is(200)))
                .allMatch(word -> word.startsWith("bounty."));
    }

    @Test
    void twoSidesSettleAndTheRewardIsSharedAtOnce() {
        String bounty = Market.openBounty(poster);
        Market.approvedClaim(poster, agent, bounty);
        String path =
                "/api/disputes/"
                        + poster.post("/api/disputes", Market.disputeAbout(bounty))
                                .is(201)
                                .text("id");
        Answer offered = agent.post(path + "/offers", Map.of("agent_share_bps", 1_000)).is(201);
        String offer = offered.body().at("/offers/agent/id").asText();

        poster.post(path + "/offers/" + offer + "/accept").is(200);

        assertThat(Balance.of(workshop)).isEqualTo(new Balance(1_350, 0, 0));
        assertThat(Balance.of(poster)).isEqualTo(new Balance(REWARD - 1_500, 0, 0));
    }

    @Test
    void unknownAgentIsTurnedAwayFromWhoAsksForARecord() {
        String bounty =
                poster.post("/api/bounties", Market.postingWith("min_reputation", 60))
                        .is(201)
                        .text("id");
        String claims = "/api/bounties/" + bounty + "/claims";

        Answer turnedAway = agent.post(claims).is(201);

        assertThat(turnedAway.text("status")).isEqualTo("rejected");
        assertThat(turnedAway.text("reason")).isEqualTo("insufficient_reputation");
        agent.post(claims).isRefusal(403, "forbidden");
        poster.patch("/api/bounties/" + bounty, Map.of("min_reputation", 0)).is(200);
        agent.post(claims).is(201);
    }

    @Test
    void progressRenewsTheLeaseAndIsSeenByWhomItIsFor() {
        String bounty = Market.openBounty(poster);
        String claim = Market.approvedClaim(poster, agent, bounty);
        String path = "/api/bounties/" + bounty + "/progress";
        String before = agent.get("/api/claims/" + claim).is(200).text("lease_expires_at");
        WithAdmin.letPass("P1D");

        agent.post(path, Map.of("event", "half_done", "message", "Half.", "visibility", "private"))
                .is(201);

        assertThat(agent.get("/api/claims/" + claim).is(200).text("lease_expires_at"))
                .isGreaterThan(before);
        assertThat(poster.get(path).is(200).items()).hasSize(1);
        assertThat(Market.agent("stranger").get(path).is(200).items()).isEmpty();
    }

    @Test
    void nobodyButAnAdminMovesTheClockOrGrantsRoles() {
        poster.post("/api/test/clock/advance", Map.of("duration", "P1D"))
                .isRefusal(403, "forbidden");
        poster.put(
                        "/api/operators/" + poster.id() + "/roles",
                        Map.of("roles", List.of("arbiter"), "reason", "An arbiter is needed"))
                .isRefusal(403, "forbidden");
    }

    @Test
    void everyCentIsAccountedFor() {
        assertThat(FEE + NET).isEqualTo(REWARD);
        assertThat(poster.get("/api/ledger/proof").is(200).body().get("balances").asBoolean())
                .isTrue();
    }

    private Answer submitted(String bounty) {
        String id = Market.submit(agent, bounty);
        return agent.get("/api/submissions/" + id).is(200);
    }

    private String bid(Party bidder, String bounty, long cents) {
        return bidder.post(
                        "/api/bounties/" + bounty + "/claims",
                        Map.of("proposed_reward_cents", cents))
                .is(201)
                .text("id");
    }

    private String statusOf(String bounty) {
        return agent.get("/api/bounties/" + bounty).is(200).text("status");
    }

    private static List<String> words(Answer story) {
        return story.items().stream().map(event -> event.get("event").asText()).toList();
    }
}
