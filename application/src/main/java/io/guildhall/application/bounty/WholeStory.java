package io.guildhall.application.bounty;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.notification.Delivery;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.pullrequest.TrackedPullRequest;
import io.guildhall.domain.shared.EventLog.Recorded;
import io.guildhall.domain.submission.Submission;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Everything that is known of one bounty, whoever it belongs to.
 *
 * @param events the newest first
 * @param transfers the oldest first
 * @param deliveries of its events to webhooks, the newest first
 * @param rails what each rail has to say of it
 * @param cutOff the parts of which there is more than is shown
 */
public record WholeStory(
        Bounty bounty,
        List<Claim> claims,
        List<Submission> submissions,
        List<Dispute> disputes,
        List<Payout> payouts,
        List<Transfer> transfers,
        List<Recorded> events,
        List<Delivery> deliveries,
        List<TrackedPullRequest> pullRequests,
        List<RailPart> rails,
        List<String> cutOff) {

    /**
     * What one rail has to say.
     *
     * @param entries in its own words, in its own order
     */
    public record RailPart(String rail, List<Map<String, String>> entries) {}

    /** How a rail is asked; each brings its own. */
    public record RailStory(String rail, Function<BountyId, List<Map<String, String>>> entries) {

        RailPart of(BountyId bounty) {
            return new RailPart(rail, entries.apply(bounty));
        }
    }
}
