package io.guildhall.bootstrap.wiring;

import io.guildhall.application.access.BountyLinks;
import io.guildhall.application.access.CommentSeals;
import io.guildhall.application.access.PublicAddress;
import io.guildhall.application.bounty.PostBounty;
import io.guildhall.application.bounty.PostEscrowBounty;
import io.guildhall.application.claim.ClaimBounty;
import io.guildhall.application.codehost.ImportBounty;
import io.guildhall.application.codehost.ReadIssue;
import io.guildhall.application.comment.AttemptBounty;
import io.guildhall.application.comment.CarryOutCommands;
import io.guildhall.application.comment.HandInPullRequest;
import io.guildhall.application.comment.LinkedAgent;
import io.guildhall.application.comment.PutUpBounty;
import io.guildhall.application.comment.SealedComments;
import io.guildhall.application.comment.VerifyComment;
import io.guildhall.application.pullrequest.SubmitPullRequest;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.bootstrap.wiring.ChainWiring.Chain;
import io.guildhall.bootstrap.wiring.GithubWiring.Github;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.IssueBounties;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.codehost.Repositories;
import io.guildhall.domain.comment.CommentCommands;
import io.guildhall.domain.party.AgentLinks;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.OperatorAccounts;
import io.guildhall.domain.party.Suspensions;
import io.guildhall.domain.party.Wallets;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.web.oidc.OidcSettings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Issues that become bounties, and what people ask of us in comments. */
@Singleton
final class IssueWiring {

    private static final Logger LOG = Logger.getLogger(IssueWiring.class);

    /** Whoever sends people back to us knows by what address they come. */
    @Produces
    @Singleton
    PublicAddress publicAddress(Optional<Github> github, OidcSettings oidc) {
        return new PublicAddress(
                github.map(on -> on.settings().publicUrl().toString()).orElse(oidc.publicUrl()));
    }

    @Produces
    @Singleton
    ReadIssue readIssue(Repositories repositories, OperatorAccounts accounts) {
        return new ReadIssue(repositories, accounts);
    }

    @Produces
    @Singleton
    ImportBounty importBounty(
            UseCaseContext context,
            IssueBounties issueBounties,
            PostBounty postBounty,
            PostEscrowBounty postEscrowBounty,
            BountyLinks links) {
        return new ImportBounty(context, issueBounties, postBounty, postEscrowBounty, links);
    }

    @Produces
    @Singleton
    SealedComments sealedComments(CommentSeals seals) {
        return new SealedComments(seals);
    }

    @Produces
    @Singleton
    VerifyComment verifyComment(SealedComments sealedComments) {
        return new VerifyComment(sealedComments);
    }

    @Produces
    @Singleton
    LinkedAgent linkedAgent(Agents agents, AgentLinks links, Suspensions suspensions) {
        return new LinkedAgent(agents, links, suspensions);
    }

    @Produces
    @Singleton
    PutUpBounty putUpBounty(
            OperatorAccounts accounts,
            Suspensions suspensions,
            Wallets wallets,
            Repositories repositories,
            ReadIssue readIssue,
            ImportBounty importBounty,
            BountyLinks links,
            Optional<Chain> chain) {
        return new PutUpBounty(
                accounts,
                suspensions,
                wallets,
                repositories,
                readIssue,
                importBounty,
                links,
                chain.isPresent());
    }

    @Produces
    @Singleton
    AttemptBounty attemptBounty(
            LinkedAgent linkedAgent,
            IssueBounties issueBounties,
            ClaimBounty claimBounty,
            BountyLinks links) {
        return new AttemptBounty(linkedAgent, issueBounties, claimBounty, links);
    }

    @Produces
    @Singleton
    HandInPullRequest handInPullRequest(
            LinkedAgent linkedAgent,
            Bounties bounties,
            IssueBounties issueBounties,
            Claims claims,
            Repositories repositories,
            SubmitPullRequest submitPullRequest,
            BountyLinks links) {
        return new HandInPullRequest(
                linkedAgent,
                bounties,
                issueBounties,
                claims,
                repositories,
                (agent, bounty, pullRequest) ->
                        submitPullRequest.handInSeen(agent, bounty.id(), pullRequest),
                links);
    }

    @Produces
    @Singleton
    CarryOutCommands carryOutCommands(
            Transactions transactions,
            CommentCommands commands,
            Repositories repositories,
            PutUpBounty putUpBounty,
            AttemptBounty attemptBounty,
            HandInPullRequest handIn,
            SealedComments sealedComments,
            InstantSource worldClock) {
        return new CarryOutCommands(
                transactions,
                commands,
                repositories,
                putUpBounty,
                attemptBounty,
                handIn,
                sealedComments,
                worldClock,
                (command, failure) ->
                        LOG.errorf(
                                failure,
                                "The command in comment %d of GitHub failed, and is tried again",
                                command.id()));
    }
}
