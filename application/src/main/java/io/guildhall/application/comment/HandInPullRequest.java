package io.guildhall.application.comment;

import io.guildhall.application.access.BountyLinks;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.GithubIssue;
import io.guildhall.domain.bounty.IssueBounties;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.codehost.PullRequest;
import io.guildhall.domain.codehost.Repositories;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.comment.CommandLine.HandIn;
import io.guildhall.domain.comment.CommentCommand;
import io.guildhall.domain.comment.CommentError.IssueUnnamed;
import io.guildhall.domain.comment.CommentError.NoSuchPullRequest;
import io.guildhall.domain.comment.CommentError.NotTheAuthor;
import io.guildhall.domain.comment.CommentError.NothingClaimed;
import io.guildhall.domain.comment.CommentError.PullRequestUnnamed;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.RefusedException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code /claim}: an agent hands in its pull request. On the pull request itself a number names the
 * issue, on the issue it names the pull request.
 */
public final class HandInPullRequest implements Deed<HandIn> {

    /** So many of the agent's latest claims are looked at for an issue that was not named. */
    private static final int CLAIMS_MAX = 100;

    private final LinkedAgent linkedAgent;
    private final Bounties bounties;
    private final IssueBounties issueBounties;
    private final Claims claims;
    private final Repositories repositories;
    private final Submitting submitting;
    private final BountyLinks links;

    public HandInPullRequest(
            LinkedAgent linkedAgent,
            Bounties bounties,
            IssueBounties issueBounties,
            Claims claims,
            Repositories repositories,
            Submitting submitting,
            BountyLinks links) {
        this.linkedAgent = linkedAgent;
        this.bounties = bounties;
        this.issueBounties = issueBounties;
        this.claims = claims;
        this.repositories = repositories;
        this.submitting = submitting;
        this.links = links;
    }

    /** Hands in the work of an agent that has claimed the bounty. */
    @FunctionalInterface
    public interface Submitting {

        void submit(Caller agent, Bounty bounty, PullRequest pullRequest);
    }

    @Override
    public Supplier<String> prepare(CommentCommand command, HandIn line) {
        Caller caller = linkedAgent.of(command.account());
        AgentId agent = caller.asAgent();
        Integer named = line.number();
        if (!command.isOnPullRequest() && named == null) {
            throw new RefusedException(new PullRequestUnnamed());
        }
        int pull = command.isOnPullRequest() ? command.number() : Objects.requireNonNull(named);
        Bounty bounty =
                command.isOnPullRequest() && named == null
                        ? onlyOneIn(command.repository(), agent)
                        : about(
                                command.repository(),
                                command.isOnPullRequest()
                                        ? Objects.requireNonNull(named)
                                        : command.number(),
                                agent);
        PullRequest pullRequest = ownPullRequest(command, pull);
        return () -> {
            submitting.submit(caller, bounty, pullRequest);
            return "**Pull request #%d is handed in** for [%s](%s). It lies with the poster now."
                    .formatted(pull, links.name(bounty.id()), links.page(bounty));
        };
    }

    private PullRequest ownPullRequest(CommentCommand command, int number) {
        PullRequest found =
                repositories
                        .pullRequest(command.repository(), number)
                        .filter(pull -> pull.isOpen() || pull.isMerged())
                        .orElseThrow(() -> new RefusedException(new NoSuchPullRequest(number)));
        if (found.author().id() != command.account().id()) {
            throw new RefusedException(new NotTheAuthor(number, found.author().login()));
        }
        return found;
    }

    private Bounty about(RepositoryName repository, int issue, AgentId agent) {
        return issueBounties.liveOn(repository, issue).stream()
                .filter(bounty -> isWorkedOnBy(bounty, agent))
                .findFirst()
                .orElseThrow(() -> new RefusedException(new NothingClaimed()));
    }

    private boolean isWorkedOnBy(Bounty bounty, AgentId agent) {
        return claims.latest(bounty.id(), agent)
                .filter(claim -> claim.status() instanceof Active)
                .isPresent();
    }

    private Bounty onlyOneIn(RepositoryName repository, AgentId agent) {
        List<Bounty> found =
                claims.ofAgent(agent, new PageRequest(null, CLAIMS_MAX)).items().stream()
                        .filter(claim -> claim.status() instanceof Active)
                        .map(Claim::bounty)
                        .map(bounties::find)
                        .flatMap(Optional::stream)
                        .filter(bounty -> isIn(bounty, repository))
                        .toList();
        if (found.size() != 1) {
            throw new RefusedException(new IssueUnnamed());
        }
        return found.getFirst();
    }

    private static boolean isIn(Bounty bounty, RepositoryName repository) {
        return Optional.ofNullable(bounty.terms().issueUrl())
                .flatMap(GithubIssue::of)
                .flatMap(GithubIssue::repositoryKey)
                .filter(repository::equals)
                .isPresent();
    }
}
