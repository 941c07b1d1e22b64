package io.guildhall.bootstrap.openbounty;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is between two parties does not exist for a third. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PrivacyTest {

    private Party ann = Market.NOBODY;
    private Party workshop = Market.NOBODY;
    private Party rex = Market.NOBODY;
    private Party eve = Market.NOBODY;
    private Party evesAgent = Market.NOBODY;

    @BeforeEach
    void signUp() {
        ann = Market.posterWith(Market.REWARD);
        workshop = Market.operator("workshop");
        rex = Market.agentOf(workshop, "rex");
        eve = Market.operator("eve");
        evesAgent = Market.agentOf(eve, "mallory");
    }

    @Test
    void anothersUnfundedBountyIsNotThere() {
        String path = "/api/bounties/" + Market.unfundedBounty(workshop);

        for (String read : List.of("", "/quote", "/claims", "/submissions")) {
            eve.get(path + read).isRefusal(404, "not_found");
            evesAgent.get(path + read).isRefusal(404, "not_found");
        }
        eve.patch(path, Map.of("title", "Mine")).isRefusal(404, "not_found");
        eve.post(path + "/fund").isRefusal(404, "not_found");
        eve.post(path + "/cancel", Map.of("reason", "spite")).isRefusal(404, "not_found");
        evesAgent.post(path + "/claims").isRefusal(404, "not_found");
        assertThat(eve.get("/api/bounties?status=awaiting_funding").is(200).items()).isEmpty();
        assertThat(workshop.get("/api/bounties?status=awaiting_funding").is(200).items())
                .hasSize(1);

        workshop.post(path + "/cancel", Map.of("reason", "not needed")).is(200);

        for (Party stranger : List.of(eve, evesAgent)) {
            stranger.get(path).isRefusal(404, "not_found");
            stranger.get(path + "/events").isRefusal(404, "not_found");
            String search = "/api/bounties?status=cancelled&poster_id=" + workshop.id();
            assertThat(stranger.get(search).is(200).items()).isEmpty();
        }
        assertThat(
                        workshop.get("/api/bounties?status=cancelled&poster_id=" + workshop.id())
                                .is(200)
                                .items())
                .hasSize(1);
    }

    @Test
    void anothersClaimIsNotThere() {
        String bounty = Market.openBounty(ann);
        String path = "/api/claims/" + Market.claim(rex, bounty);

        eve.get(path).isRefusal(404, "not_found");
        evesAgent.get(path).isRefusal(404, "not_found");
        eve.post(path + "/approve").isRefusal(404, "not_found");
        eve.post(path + "/reject", Map.of("reason", "spite")).isRefusal(404, "not_found");
        evesAgent.post(path + "/withdraw").isRefusal(404, "not_found");
        evesAgent.post(path + "/release").isRefusal(404, "not_found");
        for (Party stranger : List.of(eve, evesAgent)) {
            assertThat(stranger.get("/api/bounties/" + bounty + "/claims").is(200).items())
                    .isEmpty();
        }
    }

    @Test
    void bothSidesOfAClaimSeeIt() {
        String bounty = Market.openBounty(ann);
        String claim = Market.claim(rex, bounty);

        for (Party side : List.of(ann, rex, workshop)) {
            assertThat(side.get("/api/claims/" + claim).is(200).text("id")).isEqualTo(claim);
            assertThat(side.get("/api/bounties/" + bounty + "/claims").is(200).items())
                    .extracting(item -> item.get("id").asText())
                    .containsExactly(claim);
        }
    }

    @Test
    void anothersSubmissionAndPayoutAreNotThere() {
        String bounty = Market.openBounty(ann);
        Market.approvedClaim(ann, rex, bounty);
        String submission = Market.submit(rex, bounty);
        String path = "/api/submissions/" + submission;

        eve.get(path).isRefusal(404, "not_found");
        evesAgent.get(path).isRefusal(404, "not_found");
        eve.post(path + "/accept").isRefusal(404, "not_found");
        eve.post(path + "/reject", Map.of("notes", "spite")).isRefusal(404, "not_found");
        eve.post(path + "/request-revision", Map.of("notes", "spite")).isRefusal(404, "not_found");
        assertThat(eve.get("/api/bounties/" + bounty + "/submissions").is(200).items()).isEmpty();

        ann.post(path + "/accept").is(200);
        String payout = rex.get("/api/payouts").is(200).items().getFirst().get("id").asText();
        for (Party stranger : List.of(eve, evesAgent)) {
            stranger.get("/api/payouts/" + payout).isRefusal(404, "not_found");
            assertThat(stranger.get("/api/payouts").is(200).items()).isEmpty();
        }
    }

    @Test
    void anothersAgentIsNotThere() {
        String path = "/api/agents/" + rex.id();

        eve.get(path).isRefusal(404, "not_found");
        evesAgent.get(path).isRefusal(404, "not_found");
        eve.patch(path, Map.of("name", "mine")).isRefusal(404, "not_found");
        eve.delete(path).isRefusal(404, "not_found");
        eve.post(path + "/keys").isRefusal(404, "not_found");
        evesAgent.post(path + "/keys").isRefusal(404, "not_found");
        assertThat(eve.get("/api/agents").is(200).items())
                .extracting(agent -> agent.get("id").asText())
                .containsExactly(evesAgent.id());
    }

    @Test
    void ledgerAndBalanceAreTheCallersOwn() {
        Market.openBounty(ann);

        assertThat(eve.get("/api/ledger/entries").is(200).items()).isEmpty();
        assertThat(Balance.of(eve)).isEqualTo(new Balance(0, 0, 0));
    }

    @Test
    void keyIsShownOnceAndNeverAgain() {
        assertThat(workshop.get("/api/agents/" + rex.id()).is(200).body().has("api_key")).isFalse();
        assertThat(rex.get("/api/me").is(200).body().toString()).doesNotContain(rex.key());
    }

    @Test
    void replacedKeyStopsWorkingWhenItIsRevoked() {
        Answer rotated =
                workshop.post("/api/agents/" + rex.id() + "/keys", Map.of("revoke_others", true))
                        .is(201);

        Visitor.anonymous().showing(rotated.text("api_key")).get("/api/me").is(200);
        // Nobody has asked with the old key yet, so nobody remembers it.
        rex.get("/api/me").isRefusal(401, "unauthorized");
    }
}
