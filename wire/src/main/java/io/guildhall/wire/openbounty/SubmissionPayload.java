package io.guildhall.wire.openbounty;

import static io.guildhall.wire.id.OpenBountyIds.AGENT;
import static io.guildhall.wire.id.OpenBountyIds.BOUNTY;
import static io.guildhall.wire.id.OpenBountyIds.CLAIM;
import static io.guildhall.wire.id.OpenBountyIds.SUBMISSION;

import io.guildhall.domain.submission.SubmissionEvent;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionAccepted;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionCreated;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionGateFailed;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionRejected;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionRevisionRequested;
import io.guildhall.wire.event.Draft;

/** What this door tells of submissions. */
final class SubmissionPayload {

    private SubmissionPayload() {}

    static Draft of(SubmissionEvent event) {
        return switch (event) {
            case SubmissionCreated(var _, var _, var _, var _, var reviewBy) ->
                    about("submission.created", event).instant("review_by", reviewBy);
            case SubmissionGateFailed(
                            var _,
                            var _,
                            var _,
                            var _,
                            var score,
                            var reasons,
                            var resubmitBy) ->
                    about("submission.gate_failed", event)
                            .number("score", score)
                            .texts("reasons", reasons)
                            .instantIfAny("resubmit_by", resubmitBy);
            case SubmissionAccepted(var _, var _, var _, var _, var net, var by) ->
                    about("submission.accepted", event)
                            .cents("payout", net)
                            .text("accepted_by", by.word());
            case SubmissionRejected(var _, var _, var _, var _, var notes) ->
                    about("submission.rejected", event).text("notes", notes);
            case SubmissionRevisionRequested(var _, var _, var _, var _, var notes) ->
                    about("submission.revision_requested", event).text("notes", notes);
        };
    }

    private static Draft about(String word, SubmissionEvent event) {
        return Draft.of(word)
                .id("submission_id", SUBMISSION, event.submission().value())
                .id("bounty_id", BOUNTY, event.bounty().value())
                .id("claim_id", CLAIM, event.claim().value())
                .id("agent_id", AGENT, event.parties().agent().value());
    }
}
