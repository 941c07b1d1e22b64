package io.guildhall.application.timer;

import io.guildhall.application.claim.EndedClaim;
import io.guildhall.application.dispute.DecidedDispute;
import io.guildhall.application.ledger.Escrow;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.submission.AcceptedWork;
import io.guildhall.application.submission.JudgedWork;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyStatus.AwaitingFunding;
import io.guildhall.domain.bounty.BountyStatus.Cancelled;
import io.guildhall.domain.bounty.BountyStatus.Claimed;
import io.guildhall.domain.bounty.BountyStatus.Completed;
import io.guildhall.domain.bounty.BountyStatus.Disputed;
import io.guildhall.domain.bounty.BountyStatus.Expired;
import io.guildhall.domain.bounty.BountyStatus.InReview;
import io.guildhall.domain.bounty.BountyStatus.Open;
import io.guildhall.domain.bounty.BountyStatus.Paid;
import io.guildhall.domain.bounty.DueBounties;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.dispute.Disputes;
import io.guildhall.domain.party.SettledWork.Outcome;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.Timer;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.submission.SubmissionStatus.Received;
import io.guildhall.domain.submission.Submissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Does what time alone does. Any replica may do it, at any moment, as often as it likes: what is
 * due is read from the aggregates themselves, each bounty is seen to in a unit of work of its own,
 * and one that somebody else keeps is left to that one.
 */
public final class FireTimers {

    private static final int PAGE = 100;

    /** So many claims lapse in one unit of work: many lapse together at their bounty's deadline. */
    static final int LAPSED_AT_ONCE = 500;

    /** Where a failure is told of; the round goes on with the next bounty. */
    public interface Failures {
        void report(BountyId bounty, RuntimeException failure);
    }

    private final UseCaseContext context;
    private final DueBounties due;
    private final Bounties bounties;
    private final Claims claims;
    private final Submissions submissions;
    private final Disputes disputes;
    private final EndedClaim endedClaim;
    private final AcceptedWork acceptedWork;
    private final JudgedWork judgedWork;
    private final DecidedDispute decidedDispute;
    private final Escrow escrow;
    private final Failures failures;

    public FireTimers(
            UseCaseContext context,
            DueBounties due,
            Bounties bounties,
            Claims claims,
            Submissions submissions,
            Disputes disputes,
            EndedClaim endedClaim,
            AcceptedWork acceptedWork,
            JudgedWork judgedWork,
            DecidedDispute decidedDispute,
            Escrow escrow,
            Failures failures) {
        this.context = context;
        this.due = due;
        this.bounties = bounties;
        this.claims = claims;
        this.submissions = submissions;
        this.disputes = disputes;
        this.endedClaim = endedClaim;
        this.acceptedWork = acceptedWork;
        this.judgedWork = judgedWork;
        this.decidedDispute = decidedDispute;
        this.escrow = escrow;
        this.failures = failures;
    }

    /**
     * One round through the bounties where something is due.
     *
     * @param limit after how many fired timers the round ends early
     * @return how many have fired; as many as {@code limit} means that more may be due
     */
    public int handle(int limit) {
        Instant now = context.clock().instant();
        int fired = 0;
        @Nullable BountyId after = null;
        boolean more = true;
        while (more && fired < limit) {
            List<BountyId> page = due.due(now, after, PAGE);
            for (int index = 0; index < page.size() && fired < limit; index++) {
                after = page.get(index);
                fired += fire(after);
            }
            more = page.size() == PAGE;
        }
        return fired;
    }

    private int fire(BountyId id) {
        try {
            return context.transactions()
                    .run(() -> bounties.lockUnlessHeld(id).map(this::seeTo).orElse(0));
        } catch (RuntimeException failure) {
            failures.report(id, failure);
            return 0;
        }
    }

    private int seeTo(Bounty bounty) {
        Instant now = context.clock().instant();
        List<DomainEvent> events = new ArrayList<>();
        int fired = lapseClaims(bounty, now, events);
        // Otherwise more may lapse, and what else is due waits for the next round.
        if (fired < LAPSED_AT_ONCE) {
            fired += seeTo(bounty, now, events);
        }
        if (fired > 0) {
            context.outbox().publish(events, now);
        }
        return fired;
    }

    /** Nothing that time does here leaves a bounty on which more is due. */
    private int seeTo(Bounty bounty, Instant now, List<DomainEvent> events) {
        if (context.orders().goesByFacts(bounty)) {
            return count(context.orders().remindByFacts(bounty, now));
        }
        return switch (bounty.status()) {
            case AwaitingFunding _, Open _ -> expire(bounty, now, events);
            case Claimed(var claim) -> {
                int givenUp = giveUp(bounty, claim, now, events);
                yield givenUp > 0 ? givenUp : endClaim(bounty, now, events);
            }
            case InReview(var _, var submission) -> {
                int answered = answer(bounty, submission, now, events);
                yield answered > 0 ? answered : endClaim(bounty, now, events);
            }
            case Disputed(var dispute, var _, var _) -> decide(bounty, dispute, now, events);
            case Completed _, Paid _, Cancelled _, Expired _ -> 0;
        };
    }

    private int lapseClaims(Bounty bounty, Instant now, List<DomainEvent> events) {
        List<Claim> overdue = claims.overdueOn(bounty.id(), now, LAPSED_AT_ONCE);
        for (Claim pending : overdue) {
            var lapsed = pending.lapse(now).orThrow();
            claims.save(lapsed.state());
            events.addAll(lapsed.events());
        }
        return overdue.size();
    }

    private int expire(Bounty bounty, Instant now, List<DomainEvent> events) {
        if (!isDue(bounty.timer(), now)) {
            return 0;
        }
        if (isHeldByContract(bounty)) {
            return count(context.orders().expire(bounty, now));
        }
        var expired = bounty.expire(now).orThrow();
        bounties.save(expired.state());
        if (bounty.status().holdsEscrow()) {
            escrow.giveBack(bounty, bounty.terms().reward(), now);
        }
        events.addAll(expired.events());
        return 1;
    }

    private int endClaim(Bounty bounty, Instant now, List<DomainEvent> events) {
        if (isHeldByContract(bounty)) {
            Claim claim = claims.find(Objects.requireNonNull(bounty.activeClaim())).orElseThrow();
            return isDue(claim.timer(), now)
                    ? count(context.orders().expire(bounty, claim, now))
                    : 0;
        }
        return endedClaim.ifOver(bounty, now, events).equals(bounty) ? 0 : 1;
    }

    private int giveUp(Bounty bounty, ClaimId id, Instant now, List<DomainEvent> events) {
        Claim claim = claims.find(id).orElseThrow();
        if (!claim.isRetrying() || !isDue(claim.timer(), now)) {
            return 0;
        }
        judgedWork.giveUp(bounty, claim, now, events);
        return 1;
    }

    private int answer(Bounty bounty, SubmissionId id, Instant now, List<DomainEvent> events) {
        Submission submission = submissions.find(id).orElseThrow();
        if (!isDue(submission.timer(), now)) {
            return 0;
        }
        if (isHeldByContract(bounty)) {
            return count(context.orders().acceptUnanswered(bounty, submission, now));
        }
        if (submission.status() instanceof Received) {
            judgedWork.judge(bounty, submission, now, events);
        } else {
            acceptedWork.pay(
                    bounty,
                    submission,
                    Submission::acceptByTime,
                    Outcome.AUTO_ACCEPTED,
                    now,
                    events);
        }
        return 1;
    }

    private int decide(Bounty bounty, DisputeId id, Instant now, List<DomainEvent> events) {
        Dispute dispute = disputes.find(id).orElseThrow();
        if (!isDue(dispute.timer(), now)) {
            return 0;
        }
        if (isHeldByContract(bounty)) {
            return count(context.orders().timeOutDispute(bounty, dispute, now));
        }
        var decided = dispute.timeOut(now).orThrow();
        events.addAll(decided.events());
        decidedDispute.carryOut(bounty, decided.state(), now, events);
        return 1;
    }

    /** Then the contract is told that time is over, once, and followed when it has acted. */
    private static boolean isHeldByContract(Bounty bounty) {
        return bounty.terms().isOnChain() && bounty.status().holdsEscrow();
    }

    private static int count(boolean given) {
        return given ? 1 : 0;
    }

    private static boolean isDue(@Nullable Timer timer, Instant now) {
        return timer != null && timer.isDue(now);
    }
}
