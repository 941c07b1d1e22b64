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
        Claim claim = claims.find(submission.claim()).orElseThrow();
        Payout payout =
                Payout.forSubmission(
                        new PayoutId(ids.next()),
                        submission,
                        bounty.terms().reward(),
                        bounty.fees(),
                        now);

        var accepted = acceptance.of(submission, payout.net(), now).orThrow();
        var fulfilled = claim.fulfil(now).orThrow();
        var completed = bounty.complete(now).orThrow();
        var settled = payout.settleInside(now).orThrow();
        var paid = completed.state().pay(now).orThrow();

        bounties.save(paid.state());
        Submission saved = submissions.save(accepted.state());
        endedClaim.settle(bounty, claim, fulfilled.state(), outcome, Ruling.WHOLE_BPS, now);
        payouts.add(settled.state());
        escrow.post(escrow.payment(bounty, settled.state(), now));
        events.addAll(accepted.events());
        events.addAll(settled.events());
        return saved;
    }
}
