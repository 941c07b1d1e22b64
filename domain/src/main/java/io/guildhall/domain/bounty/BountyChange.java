package io.guildhall.domain.bounty;

import io.guildhall.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An edit of a bounty's terms; null leaves a term as it is. Currency, claim policy and rail are not
 * to be edited.
 */
public record BountyChange(
        @Nullable String title,
        @Nullable String description,
        @Nullable List<String> acceptanceCriteria,
        @Nullable String category,
        @Nullable List<String> capabilities,
        @Nullable Money reward,
        @Nullable Boolean aiAgentsAllowed,
        @Nullable Instant deadline,
        @Nullable Duration claimTtl,
        @Nullable Duration reviewWindow,
        @Nullable Integer minReputation,
        @Nullable Boolean qualityGate,
        @Nullable Integer stakeBps,
        @Nullable String issueUrl,
        @Nullable Verification verification) {

    public BountyTerms appliedTo(BountyTerms terms) {
        return new BountyTerms(
                or(title, terms.title()),
                or(description, terms.description()),
                or(acceptanceCriteria, terms.acceptanceCriteria()),
                or(category, terms.category()),
                or(capabilities, terms.capabilities()),
                or(reward, terms.reward()),
                terms.claimPolicy(),
                terms.rail(),
                or(aiAgentsAllowed, terms.aiAgentsAllowed()),
                or(deadline, terms.deadline()),
                or(claimTtl, terms.claimTtl()),
                or(reviewWindow, terms.reviewWindow()),
                or(minReputation, terms.minReputation()),
                or(qualityGate, terms.qualityGate()),
                or(stakeBps, terms.stakeBps()),
                issueUrl == null ? terms.issueUrl() : issueUrl,
                or(verification, terms.verification()));
    }

    private static <T> T or(@Nullable T changed, T present) {
        return Objects.requireNonNullElse(changed, present);
    }
}
