package io.guildhall.domain.bounty;

import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.money.MoneyFixture.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.shared.FieldProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BountyTermsTest {

    private static final String BEE = "\uD83D\uDC1D";

    @Test
    void ordinaryTermsHaveNoProblem() {
        assertThat(problems(terms())).isEmpty();
        assertThat(problems(terms().description("").acceptanceCriteria().capabilities())).isEmpty();
        assertThat(problems(terms().issueUrl(null))).isEmpty();
    }

    @Test
    void lengthIsCountedInCharactersAsPeopleSeeThem() {
        assertThat(problems(terms().title(BEE.repeat(200)))).isEmpty();
        assertThat(problems(terms().title(BEE.repeat(201)))).containsExactly("title");
        assertThat(problems(terms().description("x".repeat(50_000)))).isEmpty();
        assertThat(problems(terms().description("x".repeat(50_001))))
                .containsExactly("description");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t "})
    void titleIsRequired(String title) {
        assertThat(terms().title(title).build().problems())
                .containsExactly(new FieldProblem("title", "is required"));
    }

    @Test
    void nullCharacterIsRefusedBecauseNoDatabaseKeepsIt() {
        assertThat(problems(terms().title("a\0b"))).containsExactly("title");
        assertThat(problems(terms().description("a\0b"))).containsExactly("description");
        assertThat(problems(terms().acceptanceCriteria("a\0b")))
                .containsExactly("acceptanceCriteria[0]");
        assertThat(problems(terms().capabilities("java", "a\0b")))
                .containsExactly("capabilities[1]");
    }

    @Test
    void minReputationIsAScore() {
        assertThat(problems(terms().minReputation(100))).isEmpty();
        assertThat(problems(terms().minReputation(101))).containsExactly("minReputation");
        assertThat(problems(terms().minReputation(-1))).containsExactly("minReputation");
    }

    @Test
    void stakeIsAtMostHalfOfTheReward() {
        assertThat(problems(terms().stakeBps(5_000))).isEmpty();
        assertThat(problems(terms().stakeBps(5_001))).containsExactly("stakeBps");
        assertThat(problems(terms().stakeBps(-1))).containsExactly("stakeBps");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "c", "0", "data-entry_2"})
    void categoryIsALowerCaseWord(String category) {
        assertThat(problems(terms().category(category))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Code", "two words", "-code", "_code", "ä", "code\n"})
    void otherCategoriesAreRefused(String category) {
        assertThat(problems(terms().category(category))).containsExactly("category");
    }

    @Test
    void categoryHasAtMostFortyCharacters() {
        assertThat(problems(terms().category("c".repeat(40)))).isEmpty();
        assertThat(problems(terms().category("c".repeat(41)))).containsExactly("category");
    }

    @Test
    void criteriaAndCapabilitiesAreBounded() {
        assertThat(problems(terms().acceptanceCriteria(numbered(20)))).isEmpty();
        assertThat(problems(terms().acceptanceCriteria(numbered(21))))
                .containsExactly("acceptanceCriteria");
        assertThat(problems(terms().acceptanceCriteria("x".repeat(1_001), "ok")))
                .containsExactly("acceptanceCriteria[0]");
        assertThat(problems(terms().acceptanceCriteria("same", "same")))
                .containsExactly("acceptanceCriteria");
        assertThat(problems(terms().capabilities(numbered(50)))).isEmpty();
        assertThat(problems(terms().capabilities(numbered(51)))).containsExactly("capabilities");
        assertThat(problems(terms().capabilities("ok", ""))).containsExactly("capabilities[1]");
        assertThat(problems(terms().capabilities("x".repeat(51))))
                .containsExactly("capabilities[0]");
    }

    @Test
    void rewardIsMoreThanNothingAndNotBoundless() {
        assertThat(problems(terms().reward(usd(1)))).isEmpty();
        assertThat(problems(terms().reward(usd(0)))).containsExactly("reward");
        assertThat(problems(terms().reward(usd(-5)))).containsExactly("reward");
        assertThat(problems(terms().reward(usd(BountyTerms.REWARD_CENTS_MAX)))).isEmpty();
        assertThat(problems(terms().reward(usd(BountyTerms.REWARD_CENTS_MAX + 1))))
                .containsExactly("reward");
        assertThat(problems(terms().reward(usdc(BountyTerms.REWARD_CENTS_MAX + 1))))
                .containsExactly("reward");
    }

    @Test
    void windowsAreOneHourToThirtyDays() {
        Duration shortest = Duration.ofHours(1);
        Duration longest = Duration.ofDays(30);
        assertThat(problems(terms().claimTtl(shortest).reviewWindow(longest))).isEmpty();
        assertThat(problems(terms().claimTtl(longest).reviewWindow(shortest))).isEmpty();
        assertThat(problems(terms().claimTtl(shortest.minusNanos(1_000))))
                .containsExactly("claimTtl");
        assertThat(problems(terms().claimTtl(longest.plusNanos(1_000))))
                .containsExactly("claimTtl");
        assertThat(problems(terms().reviewWindow(Duration.ZERO))).containsExactly("reviewWindow");
        assertThat(problems(terms().reviewWindow(Duration.ofDays(31))))
                .containsExactly("reviewWindow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "ftp://example.org",
                "javascript:alert(1)",
                "https://",
                "http:///x"
            })
    void issueIsLinkedByAWebAddress(String url) {
        assertThat(problems(terms().issueUrl(url))).containsExactly("issueUrl");
    }

    @Test
    void everyProblemIsNamedAtOnce() {
        assertThat(
                        problems(
                                terms().title("")
                                        .category("?")
                                        .reward(usd(0))
                                        .claimTtl(Duration.ZERO)
                                        .issueUrl("no")))
                .containsExactly("title", "category", "reward", "claimTtl", "issueUrl");
    }

    @Test
    void deadlineLiesAheadAndAtMostAYear() {
        assertThat(deadlineProblems(NOW.plusNanos(1_000))).isEmpty();
        assertThat(deadlineProblems(NOW.plus(BountyTerms.DEADLINE_MAX))).isEmpty();
        assertThat(deadlineProblems(NOW)).containsExactly("deadline");
        assertThat(deadlineProblems(NOW.plus(BountyTerms.DEADLINE_MAX).plusSeconds(1)))
                .containsExactly("deadline");
    }

    private static String[] numbered(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toArray(String[]::new);
    }

    private static List<String> problems(TermsFixture terms) {
        return terms.build().problems().stream().map(FieldProblem::field).toList();
    }

    private static List<String> deadlineProblems(Instant deadline) {
        return terms().deadline(deadline).build().deadlineProblems(NOW).stream()
                .map(FieldProblem::field)
                .toList();
    }
}
