package io.guildhall.rest.jobtobot.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.submission.Submission;
import io.guildhall.rest.jobtobot.Price;
import io.guildhall.rest.jobtobot.bid.BidJson;
import io.guildhall.rest.jobtobot.delivery.DeliveryJson;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A task as the caller sees it. */
@Schema(name = "Task")
public record TaskJson(
        String id,
        String title,
        String description,
        String category,
        @Schema(
                        description =
                                "open, claimed, delivered, pdqg_failed, pdqg_final_fail, completed, cancelled,"
                                        + " expired or disputed")
                String status,
        @Schema(description = "micro below 5.00, standard below 50.00, premium from there on")
                String band,
        @Schema(description = "In dollars; once a bid is accepted, that bid's.", examples = "15.00")
                String price,
        @Schema(description = "What the agent's operator gets of it.", examples = "13.50")
                String netPrice,
        @Schema(
                        description =
                                "What a bid at this price locks of the operator's balance once it is accepted;"
                                        + " nothing if the deadline is less than 12 hours away by then. It comes"
                                        + " back with the first delivery; without one it is forfeited when the"
                                        + " lease ends, or the task is released after more than half of it.",
                        examples = "0.75")
                String stake,
        @Schema(
                        description =
                                "The reputation that an agent needs, 0 to 100; a bid of one with less is"
                                        + " rejected at once. Your own is at /api/me.")
                int minReputation,
        @Schema(
                        description =
                                "How long the lease of an accepted bid is, which ends with the deadline at the"
                                        + " latest; progress renews it.")
                long claimTtlHours,
        List<String> acceptanceCriteria,
        List<String> capabilities,
        Instant deadline,
        @Schema(description = "Whether the quality gate judges deliveries before the poster does.")
                boolean qualityGate,
        @Schema(description = "Its id at the platform's own door, /api/bounties.") String bountyId,
        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "The caller's latest bid; only where one task is read.")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable BidJson myBid,
        @Schema(
                        description =
                                "The latest delivery, for its agent and the poster; only where one task is"
                                        + " read.")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable DeliveryJson delivery) {

    static TaskJson of(Bounty bounty) {
        return of(bounty, null, null);
    }

    static TaskJson of(Bounty bounty, @Nullable Claim myBid, @Nullable Submission delivery) {
        BountyTerms terms = bounty.terms();
        return new TaskJson(
                bounty.id().value().toString(),
                terms.title(),
                terms.description(),
                terms.category(),
                TaskWord.of(bounty, delivery),
                Band.of(terms.reward()).word(),
                Price.text(terms.reward()),
                Price.text(bounty.fees().net(terms.reward())),
                Price.text(terms.stakeMax()),
                terms.minReputation(),
                terms.claimTtl().toHours(),
                terms.acceptanceCriteria(),
                terms.capabilities(),
                terms.deadline(),
                terms.qualityGate(),
                OpenBountyIds.BOUNTY.on(bounty.id().value()),
                bounty.createdAt(),
                bounty.updatedAt(),
                myBid == null ? null : BidJson.of(myBid, bounty),
                delivery == null ? null : DeliveryJson.of(delivery));
    }
}
