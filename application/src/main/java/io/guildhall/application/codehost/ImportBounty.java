package io.guildhall.application.codehost;

import io.guildhall.application.access.BountyLinks;
import io.guildhall.application.bounty.PostBounty;
import io.guildhall.application.bounty.PostEscrowBounty;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.IssueBounties;
import io.guildhall.domain.codehost.Issue;
import io.guildhall.domain.codehost.IssueError.IssueHasBounty;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.shared.RefusedException;
import java.util.Optional;

/**
 * An issue becomes a bounty, on the terms that its poster gives and for the rest as the issue says.
 * A poster has one live bounty on an issue.
 */
public final class ImportBounty {

    private final UseCaseContext context;
    private final IssueBounties issueBounties;
    private final PostBounty postBounty;
    private final PostEscrowBounty postEscrowBounty;
    private final BountyLinks links;

    public ImportBounty(
            UseCaseContext context,
            IssueBounties issueBounties,
            PostBounty postBounty,
            PostEscrowBounty postEscrowBounty,
            BountyLinks links) {
        this.context = context;
        this.issueBounties = issueBounties;
        this.postBounty = postBounty;
        this.postEscrowBounty = postEscrowBounty;
        this.links = links;
    }

    /**
     * @param given blank texts, no criteria and nulls are taken from the issue, or are the defaults
     * @param issue as {@link ReadIssue} has just seen it
     */
    public record Command(PostBounty.Command given, Rail rail, Issue issue) {}

    public Bounty handle(Command command) {
        OperatorId poster = command.given().caller().asOperator();
        PostBounty.Command terms = IssueTerms.completed(command.given(), command.issue());
        return context.transactions()
                .run(() -> {
                    refuseSecond(poster, command.issue());
                    return switch (command.rail()) {
                        case ESCROW -> postEscrowBounty.handle(terms);
                        case LEDGER, SANDBOX, STRIPE -> postBounty.handle(terms);
                    };
                });
    }

    private void refuseSecond(OperatorId poster, Issue issue) {
        Optional<Bounty> live =
                issueBounties.liveOf(
                        poster, issue.repository(), issue.number(), context.clock().instant());
        live.ifPresent(bounty -> {
            throw new RefusedException(
                    new IssueHasBounty(
                            issue.repository(), issue.number(), links.name(bounty.id())));
        });
    }
}
