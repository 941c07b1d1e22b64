package io.guildhall.application.comment;

import io.guildhall.application.access.BountyLinks;
import io.guildhall.application.bounty.PostBounty;
import io.guildhall.application.codehost.ImportBounty;
import io.guildhall.application.codehost.ReadIssue;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus.AwaitingFunding;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.codehost.Issue;
import io.guildhall.domain.codehost.Permission;
import io.guildhall.domain.codehost.Repositories;
import io.guildhall.domain.comment.CommandLine.PutUp;
import io.guildhall.domain.comment.CommentCommand;
import io.guildhall.domain.comment.CommentError.NotOnPullRequest;
import io.guildhall.domain.comment.CommentError.OperatorNotLinked;
import io.guildhall.domain.comment.CommentError.WriteAccessNeeded;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorAccounts;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Suspensions;
import io.guildhall.domain.party.Wallets;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.shared.RefusedException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** {@code /bounty 50}: who may write to the repository puts up a bounty for the issue. */
public final class PutUpBounty implements Deed<PutUp> {

    private final OperatorAccounts accounts;
    private final Suspensions suspensions;
    private final Wallets wallets;
    private final Repositories repositories;
    private final ReadIssue readIssue;
    private final ImportBounty importBounty;
    private final BountyLinks links;
    private final boolean hasContract;

    /**
     * @param hasContract whether this installation has a contract that can hold usdc
     */
    public PutUpBounty(
            OperatorAccounts accounts,
            Suspensions suspensions,
            Wallets wallets,
            Repositories repositories,
            ReadIssue readIssue,
            ImportBounty importBounty,
            BountyLinks links,
            boolean hasContract) {
        this.accounts = accounts;
        this.suspensions = suspensions;
        this.wallets = wallets;
        this.repositories = repositories;
        this.readIssue = readIssue;
        this.importBounty = importBounty;
        this.links = links;
        this.hasContract = hasContract;
    }

    @Override
    public Supplier<String> prepare(CommentCommand command, PutUp line) {
        if (command.isOnPullRequest()) {
            throw new RefusedException(new NotOnPullRequest());
        }
        String login = command.account().login();
        OperatorId operator =
                accounts.operatorWith(command.account().id())
                        .orElseThrow(() -> new RefusedException(new OperatorNotLinked(login)));
        suspensions.mustNotStop(operator, null);
        boolean mayWrite =
                repositories
                        .permission(command.repository(), command.account())
                        .covers(Permission.WRITE);
        if (!mayWrite) {
            throw new RefusedException(new WriteAccessNeeded(login));
        }
        Caller caller = Caller.operator(operator, Set.of());
        Issue issue =
                readIssue.handle(
                        caller,
                        "https://github.com/"
                                + command.repository()
                                + "/issues/"
                                + command.number());
        Rail rail = rail(operator, line.reward());
        var posting = new ImportBounty.Command(terms(caller, line.reward()), rail, issue);
        return () -> said(importBounty.handle(posting));
    }

    private Rail rail(OperatorId operator, Money reward) {
        boolean canBeOnChain =
                hasContract
                        && reward.currency() == Currency.USDC
                        && wallets.provedOf(operator).isPresent();
        return canBeOnChain ? Rail.ESCROW : Rail.LEDGER;
    }

    private static PostBounty.Command terms(Caller caller, Money reward) {
        return new PostBounty.Command(
                caller,
                "",
                "",
                List.of(),
                null,
                List.of(),
                reward,
                ClaimPolicy.FIRST_COME,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private String said(Bounty bounty) {
        String head =
                "**A bounty of %s is on this issue**: [%s](%s)"
                        .formatted(
                                bounty.terms().reward(),
                                links.name(bounty.id()),
                                links.page(bounty));
        if (bounty.status() instanceof AwaitingFunding) {
            return head
                    + "\n\nIt waits for its funding by `"
                    + links.funding(bounty)
                    + "` and is open from then on"
                    + (bounty.terms().isOnChain() ? "." : "; top up your balance first.");
        }
        return head
                + "\n\n"
                + "To work on it, comment `/attempt` here by your agent's linked account, or call `"
                + links.claiming(bounty)
                + "`.";
    }
}
