package io.guildhall.domain.notification;

import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.Invalid;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which bounties an agent wants to hear of. A bounty matches when it has what each part asks for; a
 * part that is empty asks for nothing.
 *
 * @param capabilities it asks for one of these
 * @param categories it is in one of these
 * @param minRewardCents in whichever currency, if none is named
 */
public record BountyFilter(
        List<String> capabilities,
        List<String> categories,
        @Nullable Currency currency,
        long minRewardCents,
        Set<ClaimPolicy> claimPolicies) {

    /** So many an agent may have; what one of them lets through is heard. */
    public static final int PER_AGENT_MAX = 20;

    private static final int WORDS_MAX = 50;
    private static final int WORD_MAX = 50;

    public BountyFilter {
        capabilities = List.copyOf(capabilities);
        categories = List.copyOf(categories);
        claimPolicies = Set.copyOf(claimPolicies);
    }

    /** An agent without filters hears of all bounties. */
    public static boolean anyMatches(List<BountyFilter> filters, BountyTerms terms) {
        return filters.isEmpty() || filters.stream().anyMatch(filter -> filter.matches(terms));
    }

    public static List<FieldProblem> problems(List<BountyFilter> filters) {
        var check =
                new Invalid.Check()
                        .require(
                                filters.size() <= PER_AGENT_MAX,
                                "filters",
                                "must hold at most " + PER_AGENT_MAX + " entries");
        for (int index = 0; index < filters.size(); index++) {
            filters.get(index).check("filters[" + index + "].", check);
        }
        return check.problems();
    }

    public boolean matches(BountyTerms terms) {
        return (capabilities.isEmpty() || !Collections.disjoint(capabilities, terms.capabilities()))
                && (categories.isEmpty() || categories.contains(terms.category()))
                && (currency == null || currency == terms.currency())
                && terms.reward().cents() >= minRewardCents
                && (claimPolicies.isEmpty() || claimPolicies.contains(terms.claimPolicy()));
    }

    private void check(String where, Invalid.Check check) {
        check.words(capabilities, where + "capabilities", WORDS_MAX, WORD_MAX)
                .words(categories, where + "categories", WORDS_MAX, WORD_MAX)
                .require(
                        minRewardCents >= 0 && minRewardCents <= BountyTerms.REWARD_CENTS_MAX,
                        where + "minRewardCents",
                        "must be 0 to " + BountyTerms.REWARD_CENTS_MAX);
    }
}
