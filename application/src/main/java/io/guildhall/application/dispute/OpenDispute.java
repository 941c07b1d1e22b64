package io.guildhall.application.dispute;

import io.guildhall.application.bounty.PostedBounty;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.dispute.Disputes;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.submission.Submissions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One side of the work disagrees with the other: every clock of the bounty stands still. */
public final class OpenDispute {

    private final UseCaseContext context;
    private final Bounties bounties;
    private final Claims claims;
    private final Submissions submissions;
    private final Disputes disputes;
    private final Grounds grounds;

    public OpenDispute(
            UseCaseContext context,
            Bounties bounties,
            Claims claims,
            Submissions submissions,
            Disputes disputes,
            Grounds grounds) {
        this.context = context;
        this.bounties = bounties;
        this.claims = claims;
        this.submissions = submissions;
        this.disputes = disputes;
        this.grounds = grounds;
    }

    /**
     * @param submission what it is about; null for the bounty itself
     */
    public record Command(
            Caller caller, BountyId bounty, @Nullable SubmissionId submission, String reason) {}

    public Dispute handle(Command command) {
        return context.transactions().run(() -> open(command, context.clock().instant()));
    }

    private Dispute open(Command command, Instant now) {
        Bounty bounty = PostedBounty.seenBy(command.caller(), bounties.lock(command.bounty()));
        var ground = grounds.of(command.caller(), bounty, command.submission()).orThrow().state();
        var opened =
                Dispute.open(
                                new DisputeId(context.ids().next()),
                                ground.claim(),
                                command.submission(),
                                ground.side(),
                                command.reason(),
                                now)
                        .orThrow();
        var held = ground.claim().hold(now).orThrow();
        bounties.save(bounty.dispute(opened.state().id(), now).orThrow().state());
        claims.save(held.state());
        if (ground.underReview() != null) {
            submissions.save(ground.underReview().hold(now).orThrow().state());
        }
        disputes.add(opened.state());
        context.outbox().publish(opened.events(), now);
        return opened.state();
    }
}
