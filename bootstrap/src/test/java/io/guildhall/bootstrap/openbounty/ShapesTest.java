package io.guildhall.bootstrap.openbounty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The fields of each resource that other programs rely on are there, and null where nothing is set;
 * there may be more.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ShapesTest {

    @Test
    void operatorAndAgent() {
        Answer operator =
                Visitor.anonymous()
                        .post("/api/operators", Map.of("name", "ann", "email", "ann@example.org"))
                        .is(201);
        Answer agent = Party.of(operator).post("/api/agents", Map.of("name", "rex")).is(201);

        has(operator.body(), "id", "name", "email", "api_key");
        has(
                agent.body(),
                "id",
                "name",
                "description",
                "capabilities",
                "status",
                "reputation",
                "created_at",
                "api_key",
                "allowed_actions");
    }

    @Test
    void bountyClaimSubmissionAndPayout() {
        Party poster = Market.posterWith(Market.REWARD);
        Party agent = Market.agent("rex");
        String bounty = Market.openBounty(poster);
        String claim = Market.claim(agent, bounty);

        has(
                poster.get("/api/bounties/" + bounty).is(200).body(),
                "id",
                "title",
                "description",
                "acceptance_criteria",
                "category",
                "capabilities",
                "reward_cents",
                "net_reward_cents",
                "currency",
                "status",
                "claim_policy",
                "rail",
                "ai_agents_allowed",
                "min_reputation",
                "quality_gate",
                "deadline",
                "claim_ttl_hours",
                "review_window_hours",
                "stake_bps",
                "issue_url",
                "poster_id",
                "active_claim_id",
                "created_at",
                "updated_at",
                "allowed_actions");
        has(
                agent.get("/api/claims/" + claim).is(200).body(),
                "id",
                "bounty_id",
                "agent_id",
                "status",
                "cover_letter",
                "proposed_reward_cents",
                "fence",
                "lease_expires_at",
                "decided_at",
                "reason",
                "allowed_actions");

        Market.approve(poster, claim);
        String submission = Market.submit(agent, bounty);
        poster.post("/api/submissions/" + submission + "/accept").is(200);

        JsonNode read = agent.get("/api/submissions/" + submission).is(200).body();
        has(
                read,
                "id",
                "bounty_id",
                "claim_id",
                "status",
                "content",
                "deliverables",
                "verdict",
                "notes",
                "review_by",
                "allowed_actions");
        has(read.get("deliverables").get(0), "type", "url", "label", "content_hash");
        has(
                agent.get("/api/payouts").is(200).items().getFirst(),
                "id",
                "source",
                "bounty_id",
                "submission_id",
                "gross_amount_cents",
                "fee_cents",
                "net_amount_cents",
                "currency",
                "rail",
                "stage",
                "reason",
                "next_action",
                "expected_by",
                "attempts");
    }

    @Test
    void balanceAndLists() {
        Party operator = Market.operator("ann");

        has(
                operator.get("/api/balance").is(200).list("balances").getFirst(),
                "currency",
                "available_cents",
                "held_cents",
                "in_transit_cents");
        has(operator.get("/api/bounties").is(200).body(), "items", "next_cursor", "has_more");
    }

    @Test
    void usdcCarriesItsExactBaseUnits() {
        Party operator = Market.operator("ann");

        Answer bounty =
                operator.post(
                                "/api/bounties",
                                Map.of(
                                        "title",
                                        "Port the parser",
                                        "reward_units",
                                        "12345678",
                                        "currency",
                                        "usdc"))
                        .is(201);

        assertThat(bounty.text("reward_units")).isEqualTo("12345678");
        assertThat(bounty.number("reward_cents")).isEqualTo(1_234);
        assertThat(bounty.text("net_reward_units")).isEqualTo("11111111");
        assertThat(bounty.number("net_reward_cents")).isEqualTo(1_111);
    }

    private static void has(JsonNode resource, String... fields) {
        assertThat(resource.fieldNames()).toIterable().contains(fields);
    }
}
