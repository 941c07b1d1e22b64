package io.guildhall.application.escrow;

import static io.guildhall.application.escrow.Contradiction.differs;

import io.guildhall.application.submission.AcceptedWork;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus.AwaitingFunding;
import io.guildhall.domain.bounty.BountyStatus.Cancelled;
import io.guildhall.domain.bounty.BountyStatus.Claimed;
import io.guildhall.domain.bounty.BountyStatus.Completed;
import io.guildhall.domain.bounty.BountyStatus.Disputed;
import io.guildhall.domain.bounty.BountyStatus.Expired;
import io.guildhall.domain.bounty.BountyStatus.InReview;
import io.guildhall.domain.bounty.BountyStatus.Open;
import io.guildhall.domain.bounty.BountyStatus.Paid;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.claim.Lease.Spent;
import io.guildhall.domain.escrow.VaultEvent.SentBack;
import io.guildhall.domain.escrow.VaultEvent.Submitted;
import io.guildhall.domain.escrow.VaultOutcome;
import io.guildhall.domain.party.SettledWork.Outcome;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.submission.Acceptance;
import io.guildhall.domain.submission.Review;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.submission.SubmissionStatus.Accepted;
import io.guildhall.domain.submission.SubmissionStatus.Held;
import io.guildhall.domain.submission.SubmissionStatus.UnderReview;
import io.guildhall.domain.submission.Submissions;
import io.guildhall.domain.submission.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the contract says of handed-in work. Mostly we have told it so ourselves; where a wallet did
 * it alone, what it did is done here as well.
 */
final class ContractOnWork {

    private static final String AT_CONTRACT = "Recorded at the contract by the poster's wallet";

    private final IdGenerator ids;
    private final Bounties bounties;
    private final Claims claims;
    private final Submissions submissions;
    private final AcceptedWork acceptedWork;

    ContractOnWork(
            IdGenerator ids,
            Bounties bounties,
            Claims claims,
            Submissions submissions,
            AcceptedWork acceptedWork) {
        this.ids = ids;
        this.bounties = bounties;
        this.claims = claims;
        this.submissions = submissions;
        this.acceptedWork = acceptedWork;
    }

    void submitted(
            Bounty bounty,
            Claim claim,
            Submitted submitted,
            Instant now,
            List<DomainEvent> events) {
        int round = submitted.work().number();
        Optional<Submission> known = submissions.ofRound(claim.id(), round);
        if (known.isPresent()) {
            follow(known.get(), submitted, now, events);
            return;
        }
        if (bounty.status() instanceof Completed) {
            // It is accepted, and the contract is told to accept what lies there.
            return;
        }
        Instant handedInAt = submitted.reviewEndsAt().minus(bounty.terms().reviewWindow());
        Claim counted =
                claim.submit(null, Clamp.before(handedInAt, claim.leaseEndsAt())).orThrow().state();
        var received =
                Submission.receive(
                                new SubmissionId(ids.next()),
                                bounty,
                                counted,
                                false,
                                Work.knownBy(submitted.work().content()),
                                handedInAt)
                        .orThrow();
        Bounty inReview = bounty.receive(claim.id(), received.state().id(), now).orThrow().state();
        bounties.save(inReview);
        claims.save(counted);
        submissions.add(received.state());
        events.addAll(received.events());
    }

    /**
     * Its agent may have handed in something else there: that is its own word, and must not keep
     * its poster from answering. The contract had it later than we did, so that there is longer to
     * review it.
     */
    private void follow(
            Submission handedIn, Submitted submitted, Instant now, List<DomainEvent> events) {
        Digest there = submitted.work().content();
        Submission followed = handedIn;
        if (handedIn.status() instanceof UnderReview || handedIn.status() instanceof Held) {
            followed = followed.reviewUntil(submitted.reviewEndsAt(), now).orThrow().state();
        }
        if (!handedIn.work().digest().equals(there)) {
            var known = followed.knowAs(there, now).orThrow();
            followed = known.state();
            events.addAll(known.events());
        }
        submissions.save(followed);
    }

    void sentBack(
            Bounty bounty, Claim claim, SentBack sentBack, Instant now, List<DomainEvent> events) {
        if (bounty.status() instanceof Completed) {
            // It stays accepted, and the contract is told so again.
            return;
        }
        Submission submission =
                submissions
                        .ofRound(claim.id(), sentBack.number())
                        .orElseThrow(() ->
                                differs(
                                        bounty,
                                        "work number " + sentBack.number() + " was sent back"));
        if (!(submission.status() instanceof UnderReview(var reviewBy))) {
            if (submission.status() instanceof Held) {
                throw differs(bounty, "disputed work was sent back");
            }
            if (submission.round() == claim.submissions()) {
                claims.save(claim.endAt(sentBack.leaseEndsAt(), now).orThrow().state());
            }
            return;
        }
        Instant inTime = Clamp.before(now, reviewBy);
        Review review = Review.notes(AT_CONTRACT);
        Decision<Submission> decision =
                switch (sentBack.as()) {
                    case REJECTED -> submission.reject(review, 0, inTime);
                    case REVISION_REQUESTED -> submission.requestRevision(review, 0, inTime);
                };
        var judged = decision.orThrow();
        Claim resumed =
                claim.resume(now)
                        .orThrow()
                        .state()
                        .endAt(sentBack.leaseEndsAt(), now)
                        .orThrow()
                        .state();
        if (!(resumed.status() instanceof Active(var _, Spent _))) {
            bounties.save(bounty.sendBack(now).orThrow().state());
        }
        claims.save(resumed);
        submissions.save(judged.state());
        events.addAll(judged.events());
    }

    /** It has paid the agent the whole reward. */
    void paid(Bounty bounty, VaultOutcome outcome, Instant now, List<DomainEvent> events) {
        switch (bounty.status()) {
            case Completed(var _, var submission, var _) when submission != null ->
                    pay(bounty, submissions.find(submission).orElseThrow(), now, events);
            case InReview(var _, var id) -> {
                Submission submission = submissions.find(id).orElseThrow();
                boolean byTime = outcome == VaultOutcome.REVIEW_UNANSWERED;
                Instant due = byTime ? Clamp.notBefore(now, reviewBy(submission)) : now;
                AcceptedWork.Acceptance acceptance =
                        byTime ? Submission::acceptByTime : Submission::accept;
                Submission accepted =
                        acceptedWork.take(bounty, submission, acceptance, due, events);
                pay(bounties.find(bounty.id()).orElseThrow(), accepted, now, events);
            }
            case AwaitingFunding _,
                    Open _,
                    Claimed _,
                    Completed _,
                    Paid _,
                    Disputed _,
                    Cancelled _,
                    Expired _ ->
                    throw differs(bounty, "paid while it is " + bounty.status().word());
        }
    }

    private void pay(Bounty completed, Submission accepted, Instant now, List<DomainEvent> events) {
        boolean byTime =
                accepted.status() instanceof Accepted(var by, var _) && by == Acceptance.TIME;
        acceptedWork.payFor(
                completed,
                accepted,
                byTime ? Outcome.AUTO_ACCEPTED : Outcome.ACCEPTED,
                now,
                events);
    }

    private static @Nullable Instant reviewBy(Submission submission) {
        return submission.status() instanceof UnderReview(var reviewBy) ? reviewBy : null;
    }
}
