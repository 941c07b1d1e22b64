package io.guildhall.application.submission;

import io.guildhall.application.ledger.Escrow;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.Payouts;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.submission.Submissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The poster takes the work. On the LEDGER rail the payee has its money in the same unit of work:
 * there is no moment at which the work is accepted and the money nowhere.
 */
public final class AcceptSubmission {

    private final UseCaseContext context;
    private final Bounties bounties;
    private final Claims claims;
    private final Submissions submissions;
    private final Payouts payouts;
    private final Escrow escrow;

    public AcceptSubmission(
            UseCaseContext context,
            Bounties bounties,
            Claims claims,
            Submissions submissions,
            Payouts payouts,
            Escrow escrow) {
        this.context = context;
        this.bounties = bounties;
        this.claims = claims;
        this.submissions = submissions;
        this.payouts = payouts;
        this.escrow = escrow;
    }

    public record Command(Caller caller, SubmissionId submission) {}

    public Submission handle(Command command) {
        return context.transactions().run(() -> accept(command, context.clock().instant()));
    }

    private Submission accept(Command command, Instant now) {
        Submission submission =
                SeenSubmission.byPoster(command.caller(), submissions.find(command.submission()));
        Bounty bounty = bounties.find(submission.bounty()).orElseThrow();
        Claim claim = claims.find(submission.claim()).orElseThrow();
        Payout payout =
                Payout.forSubmission(
                        new PayoutId(context.ids().next()),
                        submission,
                        bounty.terms().reward(),
                        bounty.fees(),
                        now);

        var accepted = submission.accept(payout.net(), now).orThrow();
        var fulfilled = claim.fulfil(now).orThrow();
        var completed = bounty.complete(now).orThrow();
        var settled = payout.settleInside(now).orThrow();
        var paid = completed.state().pay(now).orThrow();

        bounties.save(paid.state());
        claims.save(fulfilled.state());
        Submission saved = submissions.save(accepted.state());
        payouts.add(settled.state());
        escrow.payOut(bounty, settled.state(), now);
        List<DomainEvent> events = new ArrayList<>(accepted.events());
        events.addAll(settled.events());
        context.outbox().publish(events, now);
        return saved;
    }
}
