package io.guildhall.application.claim;

import io.guildhall.application.directory.RateAgent;
import io.guildhall.application.ledger.Escrow;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus.Expired;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.ClaimStatus;
import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.party.SettledWork;
import io.guildhall.domain.party.SettledWork.Outcome;
import io.guildhall.domain.party.TrackRecords;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.submission.Acceptance;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionStatus.Accepted;
import io.guildhall.domain.submission.SubmissionStatus.GateFailed;
import io.guildhall.domain.submission.SubmissionStatus.GateFailedFinal;
import io.guildhall.domain.submission.SubmissionStatus.Held;
import io.guildhall.domain.submission.SubmissionStatus.Received;
import io.guildhall.domain.submission.SubmissionStatus.Rejected;
import io.guildhall.domain.submission.SubmissionStatus.RevisionRequested;
import io.guildhall.domain.submission.SubmissionStatus.UnderReview;
import io.guildhall.domain.submission.Submissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the end of an active claim brings with it: its stake goes where it belongs, its bounty is
 * open again or expires, and what is to be remembered of the work is kept.
 */
public final class EndedClaim {

    private final Bounties bounties;
    private final Claims claims;
    private final Submissions submissions;
    private final TrackRecords records;
    private final RateAgent rateAgent;
    private final Escrow escrow;

    public EndedClaim(
            Bounties bounties,
            Claims claims,
            Submissions submissions,
            TrackRecords records,
            RateAgent rateAgent,
            Escrow escrow) {
        this.bounties = bounties;
        this.claims = claims;
        this.submissions = submissions;
        this.records = records;
        this.rateAgent = rateAgent;
        this.escrow = escrow;
    }

    /**
     * Ends the bounty's active claim if its lease is over, so that it stands in nobody's way: what
     * is due is done before what is asked. Where a contract keeps the clock, that has to say so
     * first.
     *
     * @param events where what happened is added
     * @return the bounty as it is then, unchanged if nothing is overdue
     */
    public Bounty ifOver(Bounty bounty, Instant now, List<DomainEvent> events) {
        return bounty.terms().isOnChain() ? bounty : over(bounty, now, events);
    }

    /** The same wherever the clock is kept. */
    public Bounty over(Bounty bounty, Instant now, List<DomainEvent> events) {
        ClaimId active = bounty.activeClaim();
        if (active == null) {
            return bounty;
        }
        Claim claim = claims.find(active).orElseThrow();
        return switch (claim.end(now)) {
            case Decision.Refused<Claim> _ -> bounty;
            case Decision.Accepted<Claim>(var ended, var happened) -> {
                events.addAll(happened);
                Bounty reopened = reopen(bounty, now, events);
                boolean expired = ended.status() instanceof ClaimStatus.Expired;
                settle(bounty, claim, ended, expired ? Outcome.EXPIRED : Outcome.FAILED, 0, now);
                moveMoney(reopened, claim, now);
                yield reopened;
            }
        };
    }

    /**
     * The agent gives the work back. That is no work and so is not remembered, unless some of it
     * was refused before: otherwise nobody's claim would ever fail.
     */
    public Claim release(
            Bounty bounty, Claim claim, String reason, Instant now, List<DomainEvent> events) {
        var released = claim.release(reason, now).orThrow();
        events.addAll(released.events());
        Bounty reopened = reopen(bounty, now, events);
        if (claim.submissions() > 0) {
            remember(bounty, claim, Outcome.FAILED, 0, now);
        }
        Claim saved = claims.save(released.state());
        moveMoney(reopened, claim, now);
        return saved;
    }

    /**
     * Keeps a claim that is over for good, and what others will judge its two sides by. To be
     * called while its submissions are kept as its poster, or time, has answered them.
     *
     * @param active as it was before it ended
     * @param agentShareBps what the agent got of the reward
     */
    public void settle(
            Bounty bounty,
            Claim active,
            Claim ended,
            Outcome outcome,
            int agentShareBps,
            Instant now) {
        claims.save(ended);
        remember(bounty, active, outcome, agentShareBps, now);
    }

    private void remember(
            Bounty bounty, Claim active, Outcome outcome, int agentShareBps, Instant now) {
        records.add(
                settledWork(
                        bounty.terms(),
                        active,
                        submissions.ofClaim(active.id()),
                        outcome,
                        agentShareBps,
                        now));
        rateAgent.afterWork(active.parties().agent(), agentShareBps > 0);
    }

    private Bounty reopen(Bounty bounty, Instant now, List<DomainEvent> events) {
        var reopened = bounty.reopen(now).orThrow();
        events.addAll(reopened.events());
        return bounties.save(reopened.state());
    }

    /** Once the agent is rated: everybody keeps an agent's card first and accounts after it. */
    private void moveMoney(Bounty reopened, Claim ending, Instant now) {
        List<Transfer> stake =
                ending.wouldForfeitStake(now)
                        ? escrow.forfeitOf(ending, now)
                        : escrow.stakeReturn(ending, now);
        List<Transfer> reward =
                reopened.status() instanceof Expired
                        ? escrow.refund(reopened, reopened.terms().reward(), now)
                        : List.of();
        escrow.post(stake, reward);
    }

    private static SettledWork settledWork(
            BountyTerms terms,
            Claim active,
            List<Submission> byRound,
            Outcome outcome,
            int agentShareBps,
            Instant now) {
        if (!(active.status() instanceof Active(var claimedAt, var _))) {
            throw new IllegalStateException("Claim " + active.id() + " was not active");
        }
        return new SettledWork(
                active.id().value(),
                active.parties().poster(),
                active.parties().agent(),
                active.parties().operator(),
                outcome,
                agentShareBps,
                byRound.isEmpty() ? null : elapsed(claimedAt, byRound.getFirst().createdAt()),
                Duration.between(claimedAt, terms.leaseEndsAt(claimedAt)),
                byRound.reversed().stream()
                        .map(EndedClaim::answeredAfter)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                terms.reviewWindow(),
                now);
    }

    /** An answer that a dispute or the gate brought about is not its poster's. */
    private static @Nullable Duration answeredAfter(Submission submission) {
        return switch (submission.status()) {
            case Accepted(var by, var at) ->
                    by == Acceptance.DISPUTE ? null : elapsed(submission.createdAt(), at);
            case Rejected(var _, var at) -> elapsed(submission.createdAt(), at);
            case RevisionRequested(var _, var at) -> elapsed(submission.createdAt(), at);
            case Received _, GateFailed _, GateFailedFinal _, UnderReview _, Held _ -> null;
        };
    }

    /** The clocks of two replicas may differ a little; nothing takes less than no time. */
    private static Duration elapsed(Instant from, Instant to) {
        return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }
}
