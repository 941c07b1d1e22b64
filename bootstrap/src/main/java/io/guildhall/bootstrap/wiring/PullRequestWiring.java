package io.guildhall.bootstrap.wiring;

import io.guildhall.application.pullrequest.FindPullRequests;
import io.guildhall.application.pullrequest.FollowPullRequests;
import io.guildhall.application.pullrequest.PullRequestParts;
import io.guildhall.application.pullrequest.SubmitPullRequest;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.submission.ReceivedWork;
import io.guildhall.application.submission.SubmitWork;
import io.guildhall.application.submission.TakenWork;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.codehost.GivenTokens;
import io.guildhall.domain.codehost.Installations;
import io.guildhall.domain.codehost.Repositories;
import io.guildhall.domain.escrow.EscrowHolds;
import io.guildhall.domain.party.AgentLinks;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Suspensions;
import io.guildhall.domain.progress.Traces;
import io.guildhall.domain.pullrequest.TrackedPullRequests;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.domain.submission.Submissions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Following agents' pull requests. */
@Singleton
final class PullRequestWiring {

    private static final Logger LOG = Logger.getLogger(PullRequestWiring.class);

    @Produces
    @Singleton
    PullRequestParts pullRequestParts(
            UseCaseContext context,
            Agents agents,
            Suspensions suspensions,
            AgentLinks links,
            Bounties bounties,
            Claims claims,
            Submissions submissions,
            Traces traces,
            EscrowHolds holds,
            Installations installations,
            GivenTokens givenTokens,
            TrackedPullRequests pullRequests,
            ReceivedWork receivedWork,
            TakenWork takenWork,
            InstantSource worldClock) {
        return new PullRequestParts(
                context,
                agents,
                suspensions,
                links,
                bounties,
                claims,
                submissions,
                traces,
                holds,
                installations,
                givenTokens,
                pullRequests,
                receivedWork,
                takenWork,
                worldClock);
    }

    @Produces
    @Singleton
    SubmitPullRequest submitPullRequest(
            PullRequestParts parts, Repositories repositories, SubmitWork submitWork) {
        return new SubmitPullRequest(parts, repositories, submitWork);
    }

    @Produces
    @Singleton
    FollowPullRequests followPullRequests(PullRequestParts parts, Repositories repositories) {
        return new FollowPullRequests(
                parts,
                repositories,
                (name, failure) -> {
                    if (failure instanceof RefusedException refused) {
                        LOG.infof(
                                "Pull request %s is looked at later: %s",
                                name, refused.error().message());
                    } else {
                        LOG.errorf(failure, "Pull request %s could not be looked at", name);
                    }
                });
    }

    @Produces
    @Singleton
    FindPullRequests findPullRequests(
            Transactions transactions,
            TrackedPullRequests pullRequests,
            AgentLinks links,
            Repositories repositories,
            InstantSource worldClock) {
        return new FindPullRequests(
                transactions,
                pullRequests,
                links,
                repositories,
                worldClock,
                (repository, failure) ->
                        LOG.infof(
                                "Repository %s is searched later: %s",
                                repository, failure.error().message()));
    }
}
