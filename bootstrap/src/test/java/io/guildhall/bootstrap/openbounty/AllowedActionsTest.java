package io.guildhall.bootstrap.openbounty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * At each step everybody is told what they can do next, and whatever they are not told of is
 * refused. That what is listed works is what the lives of the other tests consist of.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AllowedActionsTest {

    private static final String NOBODYS_CLAIM = "clm_01JZZZZZZZZZZZZZZZZZZZZZZZ";

    private Party poster = Market.NOBODY;
    private Party agent = Market.NOBODY;
    private Party agentsOperator = Market.NOBODY;
    private Party rival = Market.NOBODY;

    @BeforeEach
    void signUp() {
        poster = Market.operator("poster");
        agentsOperator = Market.operator("workshop");
        agent = Market.agentOf(agentsOperator, "agent");
        rival = Market.agent("rival");
    }

    @Test
    void unfundedBountyIsItsPostersAlone() {
        String bounty = Market.unfundedBounty(poster);

        allowsOnBounty(bounty, NOBODYS_CLAIM, poster, "fund", "edit", "cancel");
        for (Party other : List.of(agent, agentsOperator, rival)) {
            other.get("/api/bounties/" + bounty).isRefusal(404, "not_found");
            refusesAllBut(List.of(), onBounty(bounty, NOBODYS_CLAIM), other);
        }
    }

    @Test
    void openBountyIsForAgentsToClaim() {
        String bounty = openBounty();

        allowsOnBounty(bounty, NOBODYS_CLAIM, poster, "edit", "cancel");
        allowsOnBounty(bounty, NOBODYS_CLAIM, agent, "claim");
        allowsOnBounty(bounty, NOBODYS_CLAIM, rival, "claim");
        allowsOnBounty(bounty, NOBODYS_CLAIM, agentsOperator);
    }

    @Test
    void postersOwnAgentsAreOfferedNothing() {
        String bounty = openBounty();

        allowsOnBounty(bounty, NOBODYS_CLAIM, Market.agentOf(poster, "insider"));
    }

    @Test
    void bountyForPeopleIsOfferedToNoAgent() {
        Market.topUp(poster, Market.REWARD);
        String bounty =
                poster.post("/api/bounties", Market.postingWith("ai_agents_allowed", false))
                        .is(201)
                        .text("id");

        allowsOnBounty(bounty, NOBODYS_CLAIM, agent);
    }

    @Test
    void pendingClaimIsThePostersToAnswerAndTheAgentsToWithdraw() {
        String bounty = openBounty();
        String claim = Market.claim(agent, bounty);

        allowsOnBounty(bounty, claim, poster, "edit", "cancel");
        allowsOnBounty(bounty, claim, agent);
        allowsOnBounty(bounty, claim, rival, "claim");
        allowsOnClaim(bounty, claim, poster, "approve", "reject");
        allowsOnClaim(bounty, claim, agent, "withdraw");
        allowsOnClaim(bounty, claim, agentsOperator);
        isHiddenFrom(rival, "/api/claims/" + claim, onClaim(bounty, claim));
    }

    @Test
    void activeClaimIsTheAgentsToWorkUnder() {
        String bounty = openBounty();
        String claim = Market.approvedClaim(poster, agent, bounty);

        allowsOnBounty(bounty, claim, poster, "edit", "dispute");
        allowsOnBounty(bounty, claim, agent, "submit", "release", "report_progress", "dispute");
        allowsOnBounty(bounty, claim, agentsOperator, "dispute");
        allowsOnBounty(bounty, claim, rival);
        allowsOnClaim(bounty, claim, poster, "dispute");
        allowsOnClaim(bounty, claim, agent, "submit", "release", "report_progress", "dispute");
        allowsOnClaim(bounty, claim, agentsOperator, "dispute");
        isHiddenFrom(rival, "/api/claims/" + claim, onClaim(bounty, claim));
    }

    @Test
    void submissionIsThePostersToJudge() {
        String bounty = openBounty();
        String claim = Market.approvedClaim(poster, agent, bounty);
        String submission = Market.submit(agent, bounty);

        allowsOnBounty(bounty, claim, poster, "edit", "dispute");
        allowsOnBounty(bounty, claim, agent, "report_progress", "dispute");
        allowsOnClaim(bounty, claim, agent, "report_progress", "dispute");
        allowsOnSubmission(submission, poster, "accept", "reject", "request_revision", "dispute");
        allowsOnSubmission(submission, agent, "dispute");
        allowsOnSubmission(submission, agentsOperator, "dispute");
        isHiddenFrom(rival, "/api/submissions/" + submission, onSubmission(submission));
    }

    @Test
    void sentBackWorkIsTheAgentsAgain() {
        String bounty = openBounty();
        String claim = Market.approvedClaim(poster, agent, bounty);
        String submission = Market.submit(agent, bounty);
        poster.post(
                        "/api/submissions/" + submission + "/request-revision",
                        Map.of("notes", "Fix edge case in parser"))
                .is(200);

        allowsOnBounty(bounty, claim, agent, "submit", "release", "report_progress", "dispute");
        allowsOnClaim(bounty, claim, agent, "submit", "release", "report_progress", "dispute");
        allowsOnSubmission(submission, poster, "dispute");
    }

    @Test
    void afterWorkRefusedForTheLastTimeNothingMoreIsHandedIn() {
        String bounty = openBounty();
        String claim = Market.approvedClaim(poster, agent, bounty);
        for (int round = 1; round <= 3; round++) {
            String submission = Market.submit(agent, bounty);
            poster.post(
                            "/api/submissions/" + submission + "/reject",
                            Market.rejection("Missing test coverage"))
                    .is(200);
        }

        allowsOnClaim(bounty, claim, agent, "release", "report_progress", "dispute");
    }

    @Test
    void paidBountyIsOver() {
        String bounty = openBounty();
        String claim = Market.approvedClaim(poster, agent, bounty);
        String submission = Market.submit(agent, bounty);
        poster.post("/api/submissions/" + submission + "/accept").is(200);

        for (Party party : List.of(poster, agent, agentsOperator)) {
            allowsOnBounty(bounty, claim, party);
            allowsOnClaim(bounty, claim, party);
            allowsOnSubmission(submission, party);
        }
        allowsOnBounty(bounty, claim, rival);
    }

    @Test
    void cancelledBountyIsOver() {
        String bounty = openBounty();
        String claim = Market.claim(agent, bounty);
        poster.post("/api/bounties/" + bounty + "/cancel", Map.of("reason", "requirements_changed"))
                .is(200);

        for (Party party : List.of(poster, agent, agentsOperator)) {
            allowsOnBounty(bounty, claim, party);
            allowsOnClaim(bounty, claim, party);
        }
    }

    @Test
    void suspendedAgentIsOfferedNoWork() {
        String open = openBounty();
        String working = openBounty();
        String claim = Market.approvedClaim(poster, agent, working);
        agentsOperator.patch("/api/agents/" + agent.id(), Map.of("status", "suspended")).is(200);

        // Who somebody is may be remembered for a few seconds.
        await().untilAsserted(() -> allowsOnBounty(open, NOBODYS_CLAIM, agent));
        allowsOnBounty(working, claim, agent, "release", "dispute");
        allowsOnClaim(working, claim, agent, "release", "dispute");
    }

    @Test
    void claimOfASuspendedAgentCannotBeApproved() {
        String bounty = openBounty();
        String claim = Market.claim(agent, bounty);
        agentsOperator.patch("/api/agents/" + agent.id(), Map.of("status", "suspended")).is(200);

        allowsOnClaim(bounty, claim, poster, "reject");
    }

    @Test
    void listSaysTheSameAsTheBountyItself() {
        String bounty = openBounty();
        Market.approvedClaim(poster, agent, bounty);

        // What the working agent's operator may dispute is found out for one bounty only.
        for (Party party : List.of(poster, agent, rival)) {
            var inList =
                    party.get("/api/bounties?status=claimed").is(200).items().stream()
                            .filter(item -> item.get("id").asText().equals(bounty))
                            .findFirst()
                            .orElseThrow();
            assertThat(inList).isEqualTo(party.get("/api/bounties/" + bounty).is(200).body());
        }
    }

    private String openBounty() {
        Market.topUp(poster, Market.REWARD);
        return Market.openBounty(poster);
    }

    private static void allowsOnBounty(
            String bounty, String claim, Party caller, String... expected) {
        allows("/api/bounties/" + bounty, onBounty(bounty, claim), caller, List.of(expected));
    }

    private static void allowsOnClaim(
            String bounty, String claim, Party caller, String... expected) {
        allows("/api/claims/" + claim, onClaim(bounty, claim), caller, List.of(expected));
    }

    private static void allowsOnSubmission(String submission, Party caller, String... expected) {
        allows(
                "/api/submissions/" + submission,
                onSubmission(submission),
                caller,
                List.of(expected));
    }

    private static void allows(
            String path,
            Map<String, Function<Party, Answer>> actions,
            Party caller,
            List<String> expected) {
        Answer seen = caller.get(path).is(200);
        assertThat(seen.words("allowed_actions"))
                .as("actions of %s", seen)
                .containsExactlyInAnyOrderElementsOf(expected);
        refusesAllBut(expected, actions, caller);
    }

    private static void isHiddenFrom(
            Party stranger, String path, Map<String, Function<Party, Answer>> actions) {
        stranger.get(path).isRefusal(404, "not_found");
        refusesAllBut(List.of(), actions, stranger);
    }

    private static void refusesAllBut(
            List<String> allowed, Map<String, Function<Party, Answer>> actions, Party caller) {
        actions.forEach((action, request) -> {
            if (!allowed.contains(action)) {
                Answer answer = request.apply(caller);
                assertThat(answer.status()).as("'%s': %s", action, answer).isIn(403, 404, 409);
            }
        });
    }

    private static Map<String, Function<Party, Answer>> onBounty(String bounty, String claim) {
        String path = "/api/bounties/" + bounty;
        return Map.of(
                "fund",
                caller -> caller.post(path + "/fund"),
                "edit",
                caller -> caller.patch(path, Map.of("reward_cents", Market.REWARD + 1)),
                "cancel",
                caller -> caller.post(path + "/cancel", Map.of("reason", "unwanted")),
                "claim",
                caller -> caller.post(path + "/claims"),
                "submit",
                caller -> caller.post(path + "/submissions", Market.work()),
                "release",
                caller -> caller.post("/api/claims/" + claim + "/release"),
                "report_progress",
                caller -> caller.post(path + "/progress", Market.progress()),
                "dispute",
                caller -> caller.post("/api/disputes", Market.disputeAbout(bounty)));
    }

    private static Map<String, Function<Party, Answer>> onClaim(String bounty, String claim) {
        String path = "/api/claims/" + claim;
        return Map.of(
                "approve",
                caller -> caller.post(path + "/approve"),
                "reject",
                caller -> caller.post(path + "/reject", Map.of("reason", "unwanted")),
                "withdraw",
                caller -> caller.post(path + "/withdraw"),
                "submit",
                caller -> caller.post("/api/bounties/" + bounty + "/submissions", Market.work()),
                "release",
                caller -> caller.post(path + "/release"),
                "report_progress",
                caller -> caller.post("/api/bounties/" + bounty + "/progress", Market.progress()),
                "dispute",
                caller -> caller.post("/api/disputes", Market.disputeAbout(bounty)));
    }

    private static Map<String, Function<Party, Answer>> onSubmission(String submission) {
        String path = "/api/submissions/" + submission;
        return Map.of(
                "accept",
                caller -> caller.post(path + "/accept"),
                "reject",
                caller -> caller.post(path + "/reject", Map.of("notes", "unwanted")),
                "request_revision",
                caller -> caller.post(path + "/request-revision", Map.of("notes", "unwanted")));
    }
}
