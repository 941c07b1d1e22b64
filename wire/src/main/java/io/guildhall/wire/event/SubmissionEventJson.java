package io.guildhall.wire.event;

import static io.guildhall.wire.id.OpenBountyIds.BOUNTY;
import static io.guildhall.wire.id.OpenBountyIds.CLAIM;
import static io.guildhall.wire.id.OpenBountyIds.SUBMISSION;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Parties;
import io.guildhall.domain.submission.Acceptance;
import io.guildhall.domain.submission.SubmissionEvent;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionAccepted;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionCreated;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionGateFailed;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionRejected;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionRevisionRequested;
import io.guildhall.domain.submission.SubmissionId;
import java.util.Locale;

/** What happened to submissions, as JSON. */
final class SubmissionEventJson {

    private SubmissionEventJson() {}

    static Draft encode(SubmissionEvent event) {
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
                    about("submission.accepted", event).money("net", net).text("by", by.word());
            case SubmissionRejected(var _, var _, var _, var _, var notes) ->
                    about("submission.rejected", event).text("notes", notes);
            case SubmissionRevisionRequested(var _, var _, var _, var _, var notes) ->
                    about("submission.revision_requested", event).text("notes", notes);
        };
    }

    static SubmissionEvent decode(String kind, Fields fields) {
        var submission = new SubmissionId(fields.id("submission_id", SUBMISSION));
        var bounty = new BountyId(fields.id("bounty_id", BOUNTY));
        var claim = new ClaimId(fields.id("claim_id", CLAIM));
        Parties parties = PartiesJson.read(fields);
        return switch (kind) {
            case "submission.created" ->
                    new SubmissionCreated(
                            submission, bounty, claim, parties, fields.instant("review_by"));
            case "submission.gate_failed" ->
                    new SubmissionGateFailed(
                            submission,
                            bounty,
                            claim,
                            parties,
                            fields.number("score"),
                            fields.texts("reasons"),
                            fields.instantIfAny("resubmit_by"));
            case "submission.accepted" ->
                    new SubmissionAccepted(
                            submission, bounty, claim, parties, fields.money("net"), by(fields));
            case "submission.rejected" ->
                    new SubmissionRejected(
                            submission, bounty, claim, parties, fields.text("notes"));
            case "submission.revision_requested" ->
                    new SubmissionRevisionRequested(
                            submission, bounty, claim, parties, fields.text("notes"));
            default -> throw EventJson.unknown(kind);
        };
    }

    /** There was a time when only posters accepted, and nothing said so. */
    private static Acceptance by(Fields fields) {
        return Acceptance.valueOf(fields.text("by", "poster").toUpperCase(Locale.ROOT));
    }

    private static Draft about(String kind, SubmissionEvent event) {
        Draft draft =
                Draft.of(kind)
                        .id("submission_id", SUBMISSION, event.submission().value())
                        .id("bounty_id", BOUNTY, event.bounty().value())
                        .id("claim_id", CLAIM, event.claim().value());
        return PartiesJson.put(draft, event.parties());
    }
}
