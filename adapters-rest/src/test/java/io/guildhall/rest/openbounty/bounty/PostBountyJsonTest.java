package io.guildhall.rest.openbounty.bounty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.guildhall.domain.bounty.BountyFixture;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.bounty.TermsFixture;
import io.guildhall.domain.money.MoneyFixture;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.PartyFixture;
import io.guildhall.domain.shared.Effort;
import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.rest.openbounty.Shown;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostBountyJsonTest {

    private static final Caller ANN = Caller.operator(PartyFixture.ANN, Set.of());

    @Test
    void aTitleAndARewardAreEnough() {
        var command =
                posted(
                                """
                                {"title": "Port it", "reward_cents": 15000, "colour": "unknown fields are ignored"}
                                """)
                        .command(ANN);

        assertThat(command.title()).isEqualTo("Port it");
        assertThat(command.reward()).isEqualTo(MoneyFixture.usd(15_000));
        assertThat(command.description()).isEmpty();
        assertThat(command.claimPolicy()).isNull();
    }

    @Test
    void theClaimPolicyIsTakenInAnyCase() {
        var json = "{\"reward_cents\": 1, \"claim_policy\": \"%s\"}";

        assertThat(posted(json.formatted("FIRST_COME")).command(ANN).claimPolicy())
                .isEqualTo(ClaimPolicy.FIRST_COME);
        assertThat(posted(json.formatted("approval")).command(ANN).claimPolicy())
                .isEqualTo(ClaimPolicy.APPROVAL);
    }

    @Test
    void nothingThatIsNotOfferedIsTakenInSilence() {
        var json =
                posted(
                        """
                        {"title": "Port it", "reward_cents": 15000, "currency": "eur", "claim_policy": "lottery",
                         "rail": "stripe"}
                        """);

        assertThat(problemsOf(json))
                .containsExactly(
                        new FieldProblem("currency", "must be usd or usdc"),
                        new FieldProblem("claim_policy", "must be approval, first_come or bid"),
                        new FieldProblem("rail", "must be ledger or escrow"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Σ", "ß"})
    void wordsOfAnyLengthAreQuicklyNone(String letter) {
        var json =
                posted(
                        """
                        {"reward_cents": 1, "currency": "%1$s", "claim_policy": "%1$s", "rail": "%1$s",
                         "verification": ["%1$s"]}
                        """
                                .formatted(letter.repeat(100_000)));

        Effort.isLittle(() ->
                assertThat(problemsOf(json))
                        .extracting(FieldProblem::field)
                        .containsExactlyInAnyOrder(
                                "currency", "claim_policy", "rail", "verification"));
    }

    @Test
    void aBountyMayAskForBidsForARecordAndForAStake() {
        var command =
                posted(
                                """
                                {"title": "Port it", "reward_cents": 15000, "claim_policy": "bid", "min_reputation": 60,
                                 "quality_gate": false, "stake_bps": 500}
                                """)
                        .command(ANN);

        assertThat(command.claimPolicy()).isEqualTo(ClaimPolicy.BID);
        assertThat(command.minReputation()).isEqualTo(60);
        assertThat(command.qualityGate()).isFalse();
        assertThat(command.stakeBps()).isEqualTo(500);
    }

    @Test
    void anEditCanAskForLess() {
        var terms = TermsFixture.terms().minReputation(60).stakeBps(500).build();
        var edit =
                Shown.read(
                        "{\"min_reputation\": 0, \"quality_gate\": true, \"stake_bps\": 100}",
                        EditBountyJson.class);

        var edited = edit.changeOf(terms).appliedTo(terms);

        assertThat(edited.minReputation()).isZero();
        assertThat(edited.qualityGate()).isTrue();
        assertThat(edited.stakeBps()).isEqualTo(100);
    }

    @Test
    void whatIsNotOfferedMayBeWishedAway() {
        var json =
                posted(
                        """
                        {"title": "Port it", "reward_cents": 15000, "rail": "ledger", "min_reputation": 0,
                         "quality_gate": false, "stake_bps": 0}
                        """);

        assertThat(json.command(ANN).title()).isEqualTo("Port it");
    }

    @Test
    void anEntryThatIsNullIsAnEmptyOneForTheDomainToName() {
        var command =
                posted("{\"reward_cents\": 1, \"capabilities\": [null, \"java\"]}").command(ANN);

        assertThat(command.capabilities()).containsExactly("", "java");
    }

    @Test
    void anEditCannotChangeCurrencyPolicyOrRail() {
        var edit =
                Shown.read(
                        """
                        {"currency": "usdc", "claim_policy": "FIRST_COME", "rail": "escrow"}
                        """,
                        EditBountyJson.class);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> edit.changeOf(BountyFixture.openBounty().terms()))
                .satisfies(refused ->
                        assertThat(refused.error().problems())
                                .containsExactly(
                                        new FieldProblem(
                                                "currency", "cannot be changed; it is usd"),
                                        new FieldProblem(
                                                "claim_policy",
                                                "cannot be changed; it is approval"),
                                        new FieldProblem(
                                                "rail", "cannot be changed; it is ledger")));
    }

    @Test
    void anEditThatNamesThemAsTheyAreChangesNothing() {
        var terms = BountyFixture.openBounty().terms();
        var edit =
                Shown.read(
                        """
                        {"currency": "USD", "claim_policy": "approval", "rail": "ledger", "title": null}
                        """,
                        EditBountyJson.class);

        assertThat(edit.changeOf(terms).appliedTo(terms)).isEqualTo(terms);
    }

    private static PostBountyJson posted(String json) {
        return Shown.read(json, PostBountyJson.class);
    }

    private static List<FieldProblem> problemsOf(PostBountyJson json) {
        try {
            json.command(ANN);
            return List.of();
        } catch (RefusedException refused) {
            return refused.error().problems();
        }
    }
}
