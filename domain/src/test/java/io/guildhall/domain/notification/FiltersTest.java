package io.guildhall.domain.notification;

import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.money.MoneyFixture.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.FieldProblem;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FiltersTest {

    private static final Set<String> WORDS =
            Set.of("claim.approved", "claim.created", "bounty.created");
    private static final BountyFilter ANY = filter(List.of(), List.of(), null, 0, Set.of());

    @Test
    void endpointWithoutAFilterHearsEverything() {
        assertThat(EventFilter.ALL.hears("claim.approved")).isTrue();
        assertThat(EventFilter.ALL.problems(WORDS)).isEmpty();
    }

    @Test
    void endpointHearsTheWordsAndFamiliesItNames() {
        EventFilter filter = new EventFilter(List.of("claim.*", "bounty.created"));

        assertThat(List.of("claim.approved", "claim.created", "bounty.created"))
                .allMatch(filter::hears);
        assertThat(List.of("bounty.cancelled", "claimant.born", "claim")).noneMatch(filter::hears);
        assertThat(filter.problems(WORDS)).isEmpty();
    }

    @Test
    void wordThatIsNoEventOfOursIsRefusedByItsPlace() {
        var problems =
                new EventFilter(
                                List.of(
                                        "claim.approved",
                                        "claim.eaten",
                                        "*",
                                        "dispute.*",
                                        "claim."))
                        .problems(WORDS);

        assertThat(problems)
                .extracting(FieldProblem::field)
                .containsExactly("events[1]", "events[2]", "events[3]", "events[4]");
    }

    @Test
    void eachPartOfABountyFilterMustMatch() {
        var bounty =
                terms().category("code").capabilities("java", "sql").reward(usd(15_000)).build();

        assertThat(ANY.matches(bounty)).isTrue();
        assertThat(filter(List.of("go", "sql"), List.of(), null, 0, Set.of()).matches(bounty))
                .isTrue();
        assertThat(filter(List.of("go"), List.of(), null, 0, Set.of()).matches(bounty)).isFalse();
        assertThat(filter(List.of(), List.of("code", "text"), null, 0, Set.of()).matches(bounty))
                .isTrue();
        assertThat(filter(List.of(), List.of("text"), null, 0, Set.of()).matches(bounty)).isFalse();
        assertThat(filter(List.of(), List.of(), Currency.USD, 15_000, Set.of()).matches(bounty))
                .isTrue();
        assertThat(filter(List.of(), List.of(), null, 15_001, Set.of()).matches(bounty)).isFalse();
        assertThat(filter(List.of(), List.of(), Currency.USDC, 0, Set.of()).matches(bounty))
                .isFalse();
        assertThat(
                        filter(List.of(), List.of(), null, 0, Set.of(ClaimPolicy.APPROVAL))
                                .matches(bounty))
                .isTrue();
        assertThat(
                        filter(List.of(), List.of(), null, 0, Set.of(ClaimPolicy.FIRST_COME))
                                .matches(bounty))
                .isFalse();
    }

    @Test
    void rewardsAreComparedInCentsWhateverTheirCurrency() {
        BountyFilter filter = filter(List.of(), List.of(), null, 500, Set.of());

        assertThat(filter.matches(terms().reward(usdc(500)).build())).isTrue();
        assertThat(filter.matches(terms().reward(new Money(4_999_999, Currency.USDC)).build()))
                .isFalse();
    }

    @Test
    void agentHearsOfABountyThatOneOfItsFiltersMatches() {
        var bounty = terms().category("code").build();
        BountyFilter text = filter(List.of(), List.of("text"), null, 0, Set.of());

        assertThat(BountyFilter.anyMatches(List.of(), bounty)).isTrue();
        assertThat(BountyFilter.anyMatches(List.of(text), bounty)).isFalse();
        assertThat(BountyFilter.anyMatches(List.of(text, ANY), bounty)).isTrue();
    }

    @Test
    void filterIsBounded() {
        assertThat(BountyFilter.problems(Collections.nCopies(20, ANY))).isEmpty();
        assertThat(BountyFilter.problems(Collections.nCopies(21, ANY)))
                .extracting(FieldProblem::field)
                .containsExactly("filters");
        assertThat(
                        BountyFilter.problems(
                                List.of(ANY, filter(List.of(""), List.of(), null, -1, Set.of()))))
                .extracting(FieldProblem::field)
                .containsExactly("filters[1].capabilities[0]", "filters[1].minRewardCents");
    }

    private static BountyFilter filter(
            List<String> capabilities,
            List<String> categories,
            @Nullable Currency currency,
            long minRewardCents,
            Set<ClaimPolicy> policies) {
        return new BountyFilter(capabilities, categories, currency, minRewardCents, policies);
    }
}
