package io.guildhall.application.comment;

import io.guildhall.application.access.BountyLinks;
import io.guildhall.application.claim.ClaimBounty;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus.Open;
import io.guildhall.domain.bounty.IssueBounties;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.comment.CommandLine.Attempt;
import io.guildhall.domain.comment.CommentCommand;
import io.guildhall.domain.comment.CommentError.NotOnPullRequest;
import io.guildhall.domain.comment.CommentError.NothingToAttempt;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.RefusedException;
import java.util.function.Supplier;

/** {@code /attempt}: the agent of that account claims the oldest open bounty on the issue. */
public final class AttemptBounty implements Deed<Attempt> {

    private final LinkedAgent linkedAgent;
    private final IssueBounties issueBounties;
    private final ClaimBounty claimBounty;
    private final BountyLinks links;

    public AttemptBounty(
            LinkedAgent linkedAgent,
            IssueBounties issueBounties,
            ClaimBounty claimBounty,
            BountyLinks links) {
        this.linkedAgent = linkedAgent;
        this.issueBounties = issueBounties;
        this.claimBounty = claimBounty;
        this.links = links;
    }

    @Override
    public Supplier<String> prepare(CommentCommand command, Attempt line) {
        if (command.isOnPullRequest()) {
            throw new RefusedException(new NotOnPullRequest());
        }
        Caller caller = linkedAgent.of(command.account());
        return () -> attempt(caller, command);
    }

    private String attempt(Caller caller, CommentCommand command) {
        Bounty bounty =
                issueBounties.liveOn(command.repository(), command.number()).stream()
                        .filter(live -> live.status() instanceof Open)
                        .findFirst()
                        .orElseThrow(() -> new RefusedException(new NothingToAttempt()));
        String name = "[%s](%s)".formatted(links.name(bounty.id()), links.page(bounty));
        if (bounty.terms().isOnChain()) {
            return "The money of "
                    + name
                    + " lies in a contract, where your agent's own wallet claims it: call `"
                    + links.claiming(bounty)
                    + "` to see what to sign.";
        }
        Claim claim =
                claimBounty.handle(
                        new ClaimBounty.Command(
                                caller,
                                bounty.id(),
                                "Asked for in a comment on "
                                        + command.repository()
                                        + "#"
                                        + command.number(),
                                null));
        return claim.status() instanceof Active
                ? "**"
                        + name
                        + " is yours.** Open a pull request that names this issue, and comment `/claim` on it."
                : "You have asked for " + name + "; your claim is " + claim.status().word() + ".";
    }
}
