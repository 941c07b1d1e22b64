package io.guildhall.application.dispute;

import io.guildhall.application.bounty.PostedBounty;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
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
    private final Submissions submissions;
    private final Disputes disputes;
    private final Grounds grounds;
    private final Interruption interruption;

    public OpenDispute(
            UseCaseContext context,
            Bounties bounties,
            Submissions submissions,
            Disputes disputes,
            Grounds grounds,
            Interruption interruption) {
        this.context = context;
        this.bounties = bounties;
        this.submissions = submissions;
        this.disputes = disputes;
        this.grounds = grounds;
        this.interruption = interruption;
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
        interruption.begin(bounty, ground.claim(), ground.underReview(), opened.state().id(), now);
        disputes.add(opened.state());
        context.orders().openDispute(bounty, opened.state(), round(command.submission()), now);
        context.outbox().publish(opened.events(), now);
        return opened.state();
    }

    private int round(@Nullable SubmissionId about) {
        return about == null ? 0 : submissions.find(about).orElseThrow().round();
    }
}
