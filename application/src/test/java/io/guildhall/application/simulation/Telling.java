package io.guildhall.application.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.Ports;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyEvent;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyStatus;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimEvent;
import io.guildhall.domain.claim.ClaimStatus;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeEvent;
import io.guildhall.domain.dispute.DisputeStatus;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutEvent;
import io.guildhall.domain.payout.PayoutSource;
import io.guildhall.domain.payout.PayoutStage;
import io.guildhall.domain.progress.ProgressEvent;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.EventLog.Recorded;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.Subject;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionEvent;
import io.guildhall.domain.submission.SubmissionStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What is told when all is over: how each thing began and ended, once, and nothing of what is not
 * there, wherever a machine died between a change and its event.
 */
final class Telling {

    /** What is told of one thing as often as it happens, be it never. */
    private static final Set<Class<? extends DomainEvent>> ANY_NUMBER =
            Set.of(
                    BountyEvent.BountyEdited.class,
                    ProgressEvent.ProgressReported.class,
                    SubmissionEvent.SubmissionGateFailed.class,
                    DisputeEvent.EvidenceGiven.class,
                    DisputeEvent.OfferMade.class,
                    PayoutEvent.PayoutDelayed.class,
                    PayoutEvent.PayoutFailed.class);

    private record Word(Subject subject, Class<? extends DomainEvent> what) {}

    private final Ports ports;
    private final Map<Subject, List<Word>> expected = new HashMap<>();
    private final Set<Subject> subjects = new HashSet<>();

    private Telling(Ports ports) {
        this.ports = ports;
    }

    /**
     * @param funded whose reward has ever lain in escrow
     */
    static void holds(Ports ports, Known known, List<Payout> payouts, Set<BountyId> funded) {
        Telling telling = new Telling(ports);
        for (BountyId id : known.bounties) {
            telling.expect(ports.bounties().find(id).orElseThrow(), funded.contains(id));
        }
        known.claims.forEach(id -> telling.expect(ports.claims().find(id).orElseThrow()));
        known.submissions.forEach(id -> telling.expect(ports.submissions().find(id).orElseThrow()));
        known.disputes.forEach(id -> telling.expect(ports.disputes().find(id).orElseThrow()));
        payouts.forEach(telling::expect);
        telling.compare();
    }

    private void expect(Bounty bounty, boolean wasFunded) {
        Subject subject = of(bounty.id());
        expect(subject, subject, BountyEvent.BountyPosted.class);
        if (wasFunded) {
            expect(subject, subject, BountyEvent.BountyFunded.class);
            expect(subject, subject, BountyEvent.BountyOpened.class);
        }
        switch (bounty.status()) {
            case BountyStatus.Cancelled _ ->
                    expect(subject, subject, BountyEvent.BountyCancelled.class);
            case BountyStatus.Expired _ ->
                    expect(subject, subject, BountyEvent.BountyExpired.class);
            case BountyStatus.AwaitingFunding _,
                    BountyStatus.Open _,
                    BountyStatus.Claimed _,
                    BountyStatus.InReview _,
                    BountyStatus.Completed _,
                    BountyStatus.Paid _,
                    BountyStatus.Disputed _ -> {
                // The end of these is told of what brought it about.
            }
        }
    }

    private void expect(Claim claim) {
        Subject story = of(claim.bounty());
        Subject subject = new Subject(Subject.Kind.CLAIM, claim.id().value());
        expect(story, subject, ClaimEvent.ClaimCreated.class);
        if (claim.fence() > 0) {
            expect(story, subject, ClaimEvent.ClaimApproved.class);
        }
        switch (claim.status()) {
            case ClaimStatus.Rejected _ -> expect(story, subject, ClaimEvent.ClaimRejected.class);
            case ClaimStatus.Withdrawn _ -> expect(story, subject, ClaimEvent.ClaimWithdrawn.class);
            case ClaimStatus.Lapsed _ -> expect(story, subject, ClaimEvent.ClaimLapsed.class);
            case ClaimStatus.Released _ -> expect(story, subject, ClaimEvent.ClaimReleased.class);
            case ClaimStatus.Expired _ -> expect(story, subject, ClaimEvent.ClaimExpired.class);
            case ClaimStatus.Failed _ -> expect(story, subject, ClaimEvent.ClaimFailed.class);
            case ClaimStatus.Pending _, ClaimStatus.Active _, ClaimStatus.Fulfilled _ -> {
                // Work that was accepted is told of the work.
            }
        }
    }

    private void expect(Submission submission) {
        Subject story = of(submission.bounty());
        Subject subject = new Subject(Subject.Kind.SUBMISSION, submission.id().value());
        subjects.add(subject);
        switch (submission.status()) {
            case SubmissionStatus.Received _,
                    SubmissionStatus.GateFailed _,
                    SubmissionStatus.GateFailedFinal _ -> {
                // Its poster never heard of it.
                return;
            }
            case SubmissionStatus.UnderReview _, SubmissionStatus.Held _ -> {
                // Nobody has answered it.
            }
            case SubmissionStatus.Accepted _ ->
                    expect(story, subject, SubmissionEvent.SubmissionAccepted.class);
            case SubmissionStatus.Rejected _ ->
                    expect(story, subject, SubmissionEvent.SubmissionRejected.class);
            case SubmissionStatus.RevisionRequested _ ->
                    expect(story, subject, SubmissionEvent.SubmissionRevisionRequested.class);
        }
        expect(story, subject, SubmissionEvent.SubmissionCreated.class);
    }

    private void expect(Dispute dispute) {
        Subject story = of(dispute.bounty());
        Subject subject = new Subject(Subject.Kind.DISPUTE, dispute.id().value());
        expect(story, subject, DisputeEvent.DisputeOpened.class);
        switch (dispute.status()) {
            case DisputeStatus.Ruled _, DisputeStatus.Executed _, DisputeStatus.TimedOut _ ->
                    expect(story, subject, DisputeEvent.DisputeResolved.class);
            case DisputeStatus.Settled _ ->
                    expect(story, subject, DisputeEvent.DisputeSettled.class);
            case DisputeStatus.Withdrawn _ ->
                    expect(story, subject, DisputeEvent.DisputeWithdrawn.class);
            case DisputeStatus.Open _, DisputeStatus.Answered _ -> {
                // It goes on.
            }
        }
    }

    private void expect(Payout payout) {
        Subject subject = new Subject(Subject.Kind.PAYOUT, payout.id().value());
        subjects.add(subject);
        Subject story =
                switch (payout.source()) {
                    case PayoutSource.AcceptedSubmission(var _, var bounty, var _) -> of(bounty);
                    case PayoutSource.EndedDispute(var _, var bounty, var _) -> of(bounty);
                    case PayoutSource.ApprovedTicket _,
                            PayoutSource.Withdrawal _,
                            PayoutSource.Refund _ ->
                            subject;
                };
        switch (payout.stage()) {
            case PayoutStage.Completed _ ->
                    expect(story, subject, PayoutEvent.PayoutCompleted.class);
            case PayoutStage.Returned _ -> expect(story, subject, PayoutEvent.PayoutReturned.class);
            case PayoutStage.Pending _,
                    PayoutStage.Sending _,
                    PayoutStage.Confirming _,
                    PayoutStage.Failed _,
                    PayoutStage.Blocked _ -> {
                // It is on its way.
            }
        }
    }

    private void expect(Subject story, Subject subject, Class<? extends DomainEvent> what) {
        subjects.add(subject);
        expected.computeIfAbsent(story, _ -> new ArrayList<>()).add(new Word(subject, what));
    }

    private void compare() {
        expected.forEach((story, words) -> {
            List<DomainEvent> told = told(story);
            assertThat(subjects)
                    .as("of whom the story of %s tells", story)
                    .containsAll(told.stream().map(DomainEvent::subject).toList());
            assertThat(
                            told.stream()
                                    .filter(event -> !ANY_NUMBER.contains(event.getClass()))
                                    .map(event -> new Word(event.subject(), event.getClass())))
                    .as("what the story of %s tells", story)
                    .containsExactlyInAnyOrderElementsOf(words);
        });
    }

    private List<DomainEvent> told(Subject story) {
        List<DomainEvent> told = new ArrayList<>();
        UUID after = null;
        Page<Recorded> page;
        do {
            page = ports.eventLog().ofStory(story, new PageRequest(after, PageRequest.LIMIT_MAX));
            page.items().forEach(recorded -> told.add(recorded.event()));
            after = page.items().isEmpty() ? null : page.items().getLast().id();
        } while (page.hasMore());
        return told;
    }

    private static Subject of(BountyId bounty) {
        return new Subject(Subject.Kind.BOUNTY, bounty.value());
    }
}
