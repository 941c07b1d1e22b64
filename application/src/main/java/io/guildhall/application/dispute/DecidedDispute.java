package io.guildhall.application.dispute;

import io.guildhall.application.claim.EndedClaim;
import io.guildhall.application.ledger.Escrow;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeStatus.Answered;
import io.guildhall.domain.dispute.DisputeStatus.Executed;
import io.guildhall.domain.dispute.DisputeStatus.Open;
import io.guildhall.domain.dispute.DisputeStatus.Ruled;
import io.guildhall.domain.dispute.DisputeStatus.Settled;
import io.guildhall.domain.dispute.DisputeStatus.TimedOut;
import io.guildhall.domain.dispute.DisputeStatus.Withdrawn;
import io.guildhall.domain.dispute.Disputes;
import io.guildhall.domain.dispute.Ruling.Split;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.SettledWork.Outcome;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.Payouts;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.Submissions;
import java.time.Instant;
import java.util.List;

/**
 * Carries out how a dispute was decided, whoever decided it (its sides, an arbiter, time): the
 * reward is shared in the same unit of work, so that no decision waits for its money.
 */
public final class DecidedDispute {

    private final IdGenerator ids;
    private final Bounties bounties;
    private final Claims claims;
    private final Submissions submissions;
    private final Disputes disputes;
    private final Payouts payouts;
    private final EndedClaim endedClaim;
    private final Escrow escrow;

    public DecidedDispute(
            IdGenerator ids,
            Bounties bounties,
            Claims claims,
            Submissions submissions,
            Disputes disputes,
            Payouts payouts,
            EndedClaim endedClaim,
            Escrow escrow) {
        this.ids = ids;
        this.bounties = bounties;
        this.claims = claims;
        this.submissions = submissions;
        this.disputes = disputes;
        this.payouts = payouts;
        this.endedClaim = endedClaim;
        this.escrow = escrow;
    }

    /**
     * What a decision means to the work.
     *
     * @param isFree whether no fee is taken of the agent's part: time is paid by nobody
     * @param reason why the agent gets nothing, should it get nothing
     */
    private record Meaning(int agentShareBps, Outcome outcome, boolean isFree, String reason) {}

    /**
     * @param bounty still disputed
     * @param decided ruled, settled or timed out
     * @param events where what happened is added
     */
    public Dispute carryOut(Bounty bounty, Dispute decided, Instant now, List<DomainEvent> events) {
        Meaning meaning = meaning(decided);
        Money gross = bounty.terms().reward().share(meaning.agentShareBps());
        if (gross.isPositive()) {
            award(bounty, decided, meaning, gross, now, events);
        } else {
            refund(bounty, decided, meaning, now, events);
        }
        return disputes.save(
                decided.status() instanceof Ruled
                        ? decided.execute(now).orThrow().state()
                        : decided);
    }

    private void award(
            Bounty bounty,
            Dispute decided,
            Meaning meaning,
            Money gross,
            Instant now,
            List<DomainEvent> events) {
        Claim claim = claims.find(decided.claim()).orElseThrow();
        Submission held = HeldSubmission.of(bounty, submissions);
        Money fee = meaning.isFree() ? Money.zero(gross.currency()) : bounty.fees().fee(gross);
        var payout =
                Payout.forDispute(
                                new PayoutId(ids.next()),
                                decided,
                                gross,
                                fee,
                                bounty.terms().rail(),
                                now)
                        .settleInside(now)
                        .orThrow();
        var completed = bounty.award(now).orThrow();
        bounties.save(completed.state().pay(now).orThrow().state());
        endedClaim.settle(
                bounty,
                claim,
                claim.award(now).orThrow().state(),
                meaning.outcome(),
                meaning.agentShareBps(),
                now);
        if (held != null) {
            var awarded = held.award(payout.state().net(), now).orThrow();
            submissions.save(awarded.state());
            events.addAll(awarded.events());
        }
        payouts.add(payout.state());
        escrow.post(escrow.payment(bounty, payout.state(), now), escrow.stakeReturn(claim, now));
        events.addAll(payout.events());
    }

    private void refund(
            Bounty bounty,
            Dispute decided,
            Meaning meaning,
            Instant now,
            List<DomainEvent> events) {
        Claim claim = claims.find(decided.claim()).orElseThrow();
        Submission held = HeldSubmission.of(bounty, submissions);
        var refunded = bounty.refund(meaning.reason(), now).orThrow();
        var lost = claim.lose(meaning.reason(), now).orThrow();
        bounties.save(refunded.state());
        endedClaim.settle(bounty, claim, lost.state(), meaning.outcome(), 0, now);
        if (held != null) {
            var rejected = held.lose(meaning.reason(), now).orThrow();
            submissions.save(rejected.state());
            events.addAll(rejected.events());
        }
        escrow.post(
                escrow.refund(bounty, bounty.terms().reward(), now),
                escrow.stakeReturn(claim, now));
        events.addAll(lost.events());
        events.addAll(refunded.events());
    }

    private static Meaning meaning(Dispute decided) {
        return switch (decided.status()) {
            case Ruled(var decision) ->
                    new Meaning(
                            decision.ruling().agentShare(),
                            Outcome.RULED,
                            false,
                            "ruled_for_poster");
            case Settled(var agentShareBps, var _) ->
                    new Meaning(agentShareBps, Outcome.SETTLED, false, "settled_for_poster");
            case TimedOut(var ruling, var _) ->
                    new Meaning(
                            ruling.agentShare(),
                            Outcome.RULED,
                            ruling instanceof Split,
                            "decided_by_time");
            case Open _, Answered _, Executed _, Withdrawn _ ->
                    throw new IllegalStateException(
                            "Dispute " + decided.id() + " is " + decided.status().word());
        };
    }
}
