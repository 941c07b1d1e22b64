package io.guildhall.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireNamesTest {

    @ParameterizedTest
    @CsvSource({
        "title, title",
        "acceptanceCriteria, acceptance_criteria",
        "deliverables[0].contentHash, deliverables[0].content_hash",
        "deliverables[12].url, deliverables[12].url",
        "reward, reward_cents",
        "amount, amount_cents",
        "payout, payout_cents",
        "budget, budget_cents",
        "budgetCap, budget_cap_cents",
        "proposedReward, proposed_reward_cents",
        "minReputation, min_reputation",
        "criteriaResults[0].criterion, criteria_results[0].criterion",
        "claimTtl, claim_ttl_hours",
        "reviewWindow, review_window_hours",
        "reward_cents, reward_cents",
        "min_amount, min_amount",
        "Idempotency-Key, Idempotency-Key",
    })
    void fieldsAreNamedAsOnTheWire(String inDomain, String onWire) {
        assertThat(WireNames.of(inDomain)).isEqualTo(onWire);
    }
}
