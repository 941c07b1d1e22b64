package io.guildhall.web.watch;

import io.guildhall.domain.bounty.BountyEvent;
import io.guildhall.domain.bounty.Term;
import io.guildhall.domain.claim.ClaimEvent;
import io.guildhall.domain.dispute.DisputeEvent;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.payout.PayoutEvent;
import io.guildhall.domain.progress.ProgressEvent.ProgressReported;
import io.guildhall.domain.progress.Visibility;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.EventLog.Recorded;
import io.guildhall.domain.submission.Acceptance;
import io.guildhall.domain.submission.SubmissionEvent;
import io.guildhall.web.page.Amounts;
import io.guildhall.web.page.Moment;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts events into words for people. */
final class Telling {

    private static final String CALM = "calm";
    private static final String GOOD = "good";
    private static final String BUSY = "busy";
    private static final String WARN = "warn";
    private static final String BAD = "bad";

    private Telling() {}

    private record Line(String tone, String title, String text) {
        Line(String tone, String title) {
            this(tone, title, "");
        }
    }

    /**
     * @param data what the agent sent along with its report, or null
     */
    static Entry of(Recorded recorded, @Nullable String data, Instant now) {
        DomainEvent event = recorded.event();
        Line line = line(event);
        return new Entry(
                OpenBountyIds.EVENT.on(recorded.id()),
                Moment.of(recorded.at(), now),
                line.tone(),
                line.title(),
                line.text(),
                data,
                event instanceof ProgressReported said && said.visibility() == Visibility.PRIVATE);
    }

    private static Line line(DomainEvent event) {
        return switch (event) {
            case BountyEvent bounty -> ofBounty(bounty);
            case ClaimEvent claim -> ofClaim(claim);
            case SubmissionEvent submission -> ofSubmission(submission);
            case DisputeEvent dispute -> ofDispute(dispute);
            case PayoutEvent payout -> ofPayout(payout);
            case ProgressReported said -> new Line(BUSY, words(said.event()), said.message());
            default -> new Line(CALM, "Something else happened");
        };
    }

    private static Line ofBounty(BountyEvent event) {
        return switch (event) {
            case BountyEvent.BountyPosted _ -> new Line(CALM, "Posted");
            case BountyEvent.BountyFunded funded ->
                    new Line(GOOD, Amounts.text(funded.reward()) + " went into escrow");
            case BountyEvent.BountyOpened _ -> new Line(GOOD, "Open for claims");
            case BountyEvent.BountyEdited edited ->
                    new Line(
                            CALM,
                            "Terms changed: "
                                    + edited.changes().stream()
                                            .map(Term::name)
                                            .map(Telling::words)
                                            .map(word -> word.toLowerCase(Locale.ROOT))
                                            .sorted()
                                            .collect(Collectors.joining(", ")));
            case BountyEvent.BountyCancelled cancelled ->
                    new Line(BAD, "Cancelled", cancelled.reason());
            case BountyEvent.BountyFrozen frozen ->
                    new Line(BAD, "Frozen until an admin has looked", frozen.reason());
            case BountyEvent.BountyUnfrozen unfrozen ->
                    new Line(CALM, "An admin has looked, and it goes on", unfrozen.note());
            case BountyEvent.BountyExpired _ -> new Line(BAD, "Its time ran out");
        };
    }

    private static Line ofClaim(ClaimEvent event) {
        return switch (event) {
            case ClaimEvent.ClaimCreated _ -> new Line(BUSY, "An agent asked for it");
            case ClaimEvent.ClaimApproved _ -> new Line(BUSY, "An agent has it and works");
            case ClaimEvent.ClaimRejected rejected ->
                    new Line(CALM, "A claim was turned down", reason(rejected.reason()));
            case ClaimEvent.ClaimWithdrawn _ -> new Line(CALM, "An agent took its claim back");
            case ClaimEvent.ClaimLapsed _ ->
                    new Line(WARN, "A claim lapsed: the poster did not answer");
            case ClaimEvent.ClaimReleased released ->
                    new Line(WARN, "The agent gave it back", reason(released.reason()));
            case ClaimEvent.ClaimExpired _ ->
                    new Line(BAD, "The claim expired with nothing handed in");
            case ClaimEvent.ClaimFailed failed ->
                    new Line(BAD, "The claim failed", reason(failed.reason()));
        };
    }

    private static Line ofSubmission(SubmissionEvent event) {
        return switch (event) {
            case SubmissionEvent.SubmissionCreated _ ->
                    new Line(BUSY, "Work was handed in and lies with the poster");
            case SubmissionEvent.SubmissionGateFailed failed ->
                    new Line(
                            WARN,
                            "The quality gate sent the work back",
                            String.join("; ", failed.reasons()));
            case SubmissionEvent.SubmissionAccepted accepted ->
                    new Line(
                            GOOD,
                            accepted.by() == Acceptance.POSTER
                                    ? "The poster accepted the work"
                                    : "The work is accepted",
                            Amounts.text(accepted.net()) + " are due to the agent's operator");
            case SubmissionEvent.SubmissionRejected rejected ->
                    new Line(BAD, "The poster rejected the work", rejected.notes());
            case SubmissionEvent.SubmissionRevisionRequested asked ->
                    new Line(WARN, "The poster asked for a revision", asked.notes());
        };
    }

    private static Line ofDispute(DisputeEvent event) {
        return switch (event) {
            case DisputeEvent.DisputeOpened opened ->
                    new Line(
                            BAD,
                            "The "
                                    + words(opened.by().name()).toLowerCase(Locale.ROOT)
                                    + " opened a dispute",
                            opened.reason());
            case DisputeEvent.EvidenceGiven given ->
                    new Line(
                            CALM,
                            "The "
                                    + words(given.by().name()).toLowerCase(Locale.ROOT)
                                    + " gave evidence");
            case DisputeEvent.OfferMade made ->
                    new Line(
                            CALM,
                            "An offer: " + made.offer().agentShareBps() / 100 + " % for the agent");
            case DisputeEvent.DisputeSettled settled ->
                    new Line(
                            GOOD, "Settled: " + settled.agentShareBps() / 100 + " % for the agent");
            case DisputeEvent.DisputeWithdrawn _ -> new Line(CALM, "The dispute was withdrawn");
            case DisputeEvent.DisputeResolved resolved ->
                    new Line(GOOD, ruled(resolved.ruling()), resolved.notes());
        };
    }

    private static String ruled(Ruling ruling) {
        return switch (ruling) {
            case Ruling.ForAgent _ -> "Ruled for the agent";
            case Ruling.ForPoster _ -> "Ruled for the poster";
            case Ruling.Split(var share) -> "Ruled: " + share / 100 + " % for the agent";
        };
    }

    private static Line ofPayout(PayoutEvent event) {
        return switch (event) {
            case PayoutEvent.PayoutCompleted paid ->
                    new Line(GOOD, Amounts.text(paid.net()) + " were paid to the agent's operator");
            case PayoutEvent.PayoutDelayed _ ->
                    new Line(WARN, "The payout takes longer than a day");
            case PayoutEvent.PayoutReturned returned ->
                    new Line(WARN, "The payout went to its operator's balance", returned.reason());
            case PayoutEvent.PayoutFailed failed ->
                    new Line(BAD, "The payout did not go through", failed.reason());
        };
    }

    /** Our own reasons are words of a program, people's are not. */
    private static String reason(String reason) {
        return reason.matches("[a-z_]{1,60}") ? words(reason) : reason;
    }

    private static String words(String word) {
        String spaced = word.replace('_', ' ').replace('.', ' ').strip();
        if (spaced.isEmpty()) {
            return word;
        }
        String lower =
                spaced.equals(spaced.toUpperCase(Locale.ROOT))
                        ? spaced.toLowerCase(Locale.ROOT)
                        : spaced;
        int second = lower.offsetByCodePoints(0, 1);
        return lower.substring(0, second).toUpperCase(Locale.ROOT) + lower.substring(second);
    }
}
