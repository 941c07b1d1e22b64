package io.guildhall.rest.openbounty.claim;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.claim.ClaimBounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.openbounty.Given;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An agent asks for a bounty. */
@Schema(name = "RequestClaim")
@JsonNaming(SnakeCaseStrategy.class)
public record RequestClaimJson(
        @Schema(description = "Why this agent.", examples = "I have ported two parsers before.")
                @Nullable String coverLetter,
        @Schema(
                        description =
                                "The price asked for, a quarter of the reward to twice the reward; required"
                                        + " where claim_policy is bid, and not taken elsewhere.",
                        examples = "12000")
                @Nullable Long proposedRewardCents) {

    private static final RequestClaimJson EMPTY = new RequestClaimJson(null, null);

    static ClaimBounty.Command command(
            Caller caller, BountyId bounty, @Nullable RequestClaimJson sent) {
        RequestClaimJson given = Objects.requireNonNullElse(sent, EMPTY);
        return new ClaimBounty.Command(
                caller, bounty, Given.text(given.coverLetter), given.proposedRewardCents);
    }
}
