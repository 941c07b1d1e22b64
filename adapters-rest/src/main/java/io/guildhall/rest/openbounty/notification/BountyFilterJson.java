package io.guildhall.rest.openbounty.notification;

import static io.guildhall.rest.openbounty.Given.texts;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.notification.BountyFilter;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.Worded;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
                currency == null
                        ? null
                        : constant(Currency.class, currency, where + "currency", check)
                                .orElse(null),
                Objects.requireNonNullElse(minRewardCents, 0L),
                policies(where, check));
    }

    private Set<ClaimPolicy> policies(String where, Invalid.Check check) {
        Set<ClaimPolicy> policies = EnumSet.noneOf(ClaimPolicy.class);
        List<String> words = texts(claimPolicies);
        for (int index = 0; index < words.size(); index++) {
            constant(
                            ClaimPolicy.class,
                            words.get(index),
                            where + "claimPolicies[" + index + "]",
                            check)
                    .ifPresent(policies::add);
        }
        return policies;
    }

    private static <E extends Enum<E> & Worded> Optional<E> constant(
            Class<E> type, String text, String field, Invalid.Check check) {
        Optional<E> found =
                Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.word().equalsIgnoreCase(text))
                        .findFirst();
        check.require(
                found.isPresent(),
                field,
                "must be one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Worded::word)
                                .collect(Collectors.joining(", ")));
        return found;
    }
}
