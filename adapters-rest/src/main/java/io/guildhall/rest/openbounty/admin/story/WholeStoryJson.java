package io.guildhall.rest.openbounty.admin.story;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.bounty.ViewBounties.View;
import io.guildhall.application.bounty.WholeStory;
import io.guildhall.application.bounty.WholeStory.RailPart;
import io.guildhall.domain.pullrequest.TrackedPullRequest;
import io.guildhall.rest.openbounty.bounty.BountyJson;
import io.guildhall.rest.openbounty.bounty.EventJson;
import io.guildhall.rest.openbounty.claim.ClaimJson;
import io.guildhall.rest.openbounty.dispute.DisputeJson;
import io.guildhall.rest.openbounty.payout.PayoutJson;
import io.guildhall.rest.openbounty.submission.SubmissionJson;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everything that is known of one bounty. */
@Schema(name = "WholeStory")
@JsonNaming(SnakeCaseStrategy.class)
public record WholeStoryJson(
        BountyJson bounty,
        List<ClaimJson> claims,
        List<SubmissionJson> submissions,
        List<DisputeJson> disputes,
        List<PayoutJson> payouts,
        @Schema(description = "What moved for the bounty, its claims and payouts, oldest first.")
                List<TransferJson> transfers,
        @Schema(description = "Newest first.") List<EventJson> events,
        @Schema(description = "Of its events to anybody's webhooks, newest first.")
                List<StoryDeliveryJson> deliveries,
        @Schema(description = "Those that are followed.") List<PullRequestJson> pullRequests,
        @Schema(description = "What each rail that is on says of it.") List<RailJson> rails,
        @Schema(description = "The parts of which there is more than is shown.")
                List<String> cutOff) {

    static WholeStoryJson of(WholeStory story) {
        return new WholeStoryJson(
                BountyJson.of(new View(story.bounty(), List.of())),
                story.claims().stream().map(claim -> ClaimJson.of(claim, List.of())).toList(),
                story.submissions().stream()
                        .map(submission -> SubmissionJson.of(submission, List.of()))
                        .toList(),
                story.disputes().stream()
                        .map(dispute -> DisputeJson.of(dispute, List.of()))
                        .toList(),
                story.payouts().stream().map(PayoutJson::of).toList(),
                story.transfers().stream().map(TransferJson::of).toList(),
                story.events().stream().map(EventJson::of).toList(),
                story.deliveries().stream().map(StoryDeliveryJson::of).toList(),
                story.pullRequests().stream().map(PullRequestJson::of).toList(),
                story.rails().stream().map(RailJson::of).toList(),
                story.cutOff());
    }

    /** What one rail says of it. */
    @Schema(name = "RailStory")
    public record RailJson(
            String rail,
            @Schema(description = "In its own words and order.")
                    List<Map<String, String>> entries) {

        static RailJson of(RailPart part) {
            return new RailJson(part.rail(), part.entries());
        }
    }

    /** A pull request that stands for work on it. */
    @Schema(name = "StoryPullRequest")
    public record PullRequestJson(String name, String status) {

        static PullRequestJson of(TrackedPullRequest pullRequest) {
            return new PullRequestJson(pullRequest.name().toString(), pullRequest.status().word());
        }
    }
}
