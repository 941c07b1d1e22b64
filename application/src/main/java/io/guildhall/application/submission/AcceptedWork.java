package io.guildhall.application.submission;

import io.guildhall.application.claim.EndedClaim;
import io.guildhall.application.ledger.Escrow;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.SettledWork.Outcome;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.Payouts;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Decision.Accepted;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.Submissions;
import java.time.Instant;
import java.util.List;

/**
 * Takes work and pays for it, whoever decided that. On the LEDGER rail the payee has its money in
 * the same unit of work: there is no moment at which the work is accepted and the money nowhere.
 */
public final class AcceptedWork {

    /** How a submission comes to be accepted, given what the payee gets for it. */
    public interface Acceptance {
        Decision<Submission> of(Submission submission, Money net, Instant now);
    }

    private final IdGenerator ids;
    private final Bounties bounties;
    private final Claims claims;
    private final Submissions submissions;
    private final Payouts payouts;
    private final EndedClaim endedClaim;
    private final Escrow escrow;

    public AcceptedWork(
            IdGenerator ids,
            Bounties bounties,
            Claims claims,
            Submissions submissions,
            Payouts payouts,
            EndedClaim endedClaim,
            Escrow escrow) {
        this.ids = ids;
        this.bounties = bounties;
        this.claims = claims;
        this.submissions = submissions;
        this.payouts = payouts;
        this.endedClaim = endedClaim;
        this.escrow = escrow;
    }

    /**
     * @param outcome what will be remembered of it
     * @param events where what happened is added
     */
    public Submission pay(
            Bounty bounty,
            Submission submission,
            Acceptance acceptance,
            Outcome outcome,
            Instant now,
            List<DomainEvent> events) {
        Accepted<Submission> accepted = accepted(bounty, submission, acceptance, now);
        Bounty completed = bounty.complete(now).orThrow().state();
        Submission saved = submissions.save(accepted.state());
        events.addAll(accepted.events());
        payFor(completed, saved, outcome, now, events);
        return saved;
    }

    /**
     * Takes work whose money lies in a contract: the bounty is completed, and paid by {@link
     * #payFor} once the contract has said so.
     *
     * @param events where what happened is added
     */
    public Submission take(
            Bounty bounty,
            Submission submission,
            Acceptance acceptance,
            Instant now,
            List<DomainEvent> events) {
        Accepted<Submission> accepted = accepted(bounty, submission, acceptance, now);
        bounties.save(bounty.complete(now).orThrow().state());
        events.addAll(accepted.events());
        return submissions.save(accepted.state());
    }

    /**
     * Pays for work that was taken.
     *
     * @param completed the bounty
     * @param events where what happened is added
     */
    public void payFor(
            Bounty completed,
            Submission accepted,
            Outcome outcome,
            Instant now,
            List<DomainEvent> events) {
        Claim claim = claims.find(accepted.claim()).orElseThrow();
        var settled =
                Payout.forSubmission(
                                new PayoutId(ids.next()),
                                accepted,
                                completed.terms().reward(),
                                completed.fees(),
                                completed.terms().rail(),
                                now)
                        .settleInside(now)
                        .orThrow();
        bounties.save(completed.pay(now).orThrow().state());
        endedClaim.settle(
                completed,
                claim,
                claim.fulfil(now).orThrow().state(),
                outcome,
                Ruling.WHOLE_BPS,
                now);
        payouts.add(settled.state());
        escrow.post(escrow.payment(completed, settled.state(), now));
        events.addAll(settled.events());
    }

    private static Accepted<Submission> accepted(
            Bounty bounty, Submission submission, Acceptance acceptance, Instant now) {
        Money net = bounty.fees().net(bounty.terms().reward());
        return acceptance.of(submission, net, now).orThrow();
    }
}
