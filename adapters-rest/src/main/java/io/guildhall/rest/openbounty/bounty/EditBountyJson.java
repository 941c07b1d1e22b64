package io.guildhall.rest.openbounty.bounty;

import static io.guildhall.rest.openbounty.Given.texts;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.bounty.BountyChange;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.bounty.Verification;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.rest.openbounty.Amount;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to change about a bounty; what is not there, or null, stays. */
@Schema(name = "EditBounty")
@JsonNaming(SnakeCaseStrategy.class)
public record EditBountyJson(
        @Nullable String title,
        @Nullable String description,
        @Nullable List<@Nullable String> acceptanceCriteria,
        @Nullable String category,
        @Nullable List<@Nullable String> capabilities,
        @Nullable Long rewardCents,
        @Nullable String rewardUnits,
        @Schema(description = "Cannot be changed.") @Nullable String currency,
        @Schema(description = "Cannot be changed.") @Nullable String claimPolicy,
        @Schema(description = "Cannot be changed.") @Nullable String rail,
        @Nullable Boolean aiAgentsAllowed,
        @Schema(description = "The score an agent needs to claim, 0 to 100.")
                @Nullable Integer minReputation,
        @Schema(description = "Whether the quality gate judges submissions before you do.")
                @Nullable Boolean qualityGate,
        @Nullable Instant deadline,
        @Nullable Integer claimTtlHours,
        @Nullable Integer reviewWindowHours,
        @Schema(
                        description =
                                "What the claiming agent's operator locks until the first submission, in"
                                        + " basis points of the reward, 0 to 5000.")
                @Nullable Integer stakeBps,
        @Nullable String issueUrl,
        @Schema(description = "What accepts the work: merge, checks, manual, or several of them.")
                @Nullable List<@Nullable String> verification) {

    BountyChange changeOf(BountyTerms present) {
        Invalid.Check check = new Invalid.Check();
        fixed("currency", currency, present.currency().word(), check);
        fixed("claim_policy", claimPolicy, present.claimPolicy().name(), check);
        fixed("rail", rail, present.rail().name(), check);
        Money reward = reward(present.currency(), check);
        Verification verifiedBy = TermWords.verification(verification, check);
        check.orThrow();
        return new BountyChange(
                title == null ? null : title.strip(),
                description,
                acceptanceCriteria == null ? null : texts(acceptanceCriteria),
                category,
                capabilities == null ? null : texts(capabilities),
                reward,
                aiAgentsAllowed,
                deadline,
                TermWords.hours(claimTtlHours),
                TermWords.hours(reviewWindowHours),
                minReputation,
                qualityGate,
                stakeBps,
                issueUrl,
                verifiedBy);
    }

    private @Nullable Money reward(Currency present, Invalid.Check check) {
        return rewardCents == null && rewardUnits == null
                ? null
                : Amount.read("reward", rewardCents, rewardUnits, present, check);
    }

    private static void fixed(
            String field, @Nullable String given, String present, Invalid.Check check) {
        check.require(
                given == null || given.equalsIgnoreCase(present),
                field,
                "cannot be changed; it is " + present.toLowerCase(Locale.ROOT));
    }
}
