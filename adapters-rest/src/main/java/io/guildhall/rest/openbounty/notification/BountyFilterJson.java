package io.guildhall.rest.openbounty.notification;

import static io.guildhall.rest.openbounty.Given.texts;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.notification.BountyFilter;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.rest.openbounty.Given;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which bounties an agent wants to hear of; a part that is empty or null asks for nothing. */
@Schema(name = "BountyFilter")
@JsonNaming(SnakeCaseStrategy.class)
public record BountyFilterJson(
        @Schema(description = "The bounty asks for one of these.")
                @Nullable List<@Nullable String> capabilities,
        @Schema(description = "It is in one of these.") @Nullable List<@Nullable String> categories,
        @Schema(description = "usd or usdc") @Nullable String currency,
        @Schema(description = "In whichever currency, if none is named.")
                @Nullable Long minRewardCents,
        @Schema(description = "approval, first_come or bid")
                @Nullable List<@Nullable String> claimPolicies) {

    static BountyFilterJson of(BountyFilter filter) {
        Currency currency = filter.currency();
        return new BountyFilterJson(
                List.copyOf(filter.capabilities()),
                List.copyOf(filter.categories()),
                currency == null ? null : currency.word(),
                filter.minRewardCents(),
                filter.claimPolicies().stream()
                        .sorted()
                        .<@Nullable String>map(ClaimPolicy::word)
                        .toList());
    }

    /**
     * @param where it stands in the request, to name what is not understood
     */
    BountyFilter read(String where, Invalid.Check check) {
        return new BountyFilter(
                texts(capabilities),
                texts(categories),
                Given.word(where + "currency", currency, Currency.class, check),
                Objects.requireNonNullElse(minRewardCents, 0L),
                policies(where, check));
    }

    private Set<ClaimPolicy> policies(String where, Invalid.Check check) {
        Set<ClaimPolicy> policies = EnumSet.noneOf(ClaimPolicy.class);
        List<String> words = texts(claimPolicies);
        for (int index = 0; index < words.size(); index++) {
            ClaimPolicy policy =
                    Given.word(
                            where + "claimPolicies[" + index + "]",
                            words.get(index),
                            ClaimPolicy.class,
                            check);
            if (policy != null) {
                policies.add(policy);
            }
        }
        return policies;
    }
}
