package io.guildhall.application.pullrequest;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.submission.ReceivedWork;
import io.guildhall.application.submission.SubmissionReturn;
import io.guildhall.application.submission.TakenWork;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.codehost.GivenTokens;
import io.guildhall.domain.codehost.Installations;
import io.guildhall.domain.escrow.EscrowHolds;
import io.guildhall.domain.party.AgentLinks;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Suspensions;
import io.guildhall.domain.progress.Traces;
import io.guildhall.domain.pullrequest.TrackedPullRequests;
import io.guildhall.domain.submission.Submissions;
import java.time.InstantSource;

/** What the use cases about pull requests share. */
public record PullRequestParts(
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

    Clocks clocks() {
        return new Clocks(context.clock(), worldClock);
    }

    Assignments assignments() {
        return new Assignments(bounties, claims, links, pullRequests, clocks());
    }

    CarryOutStep carryOut() {
        return new CarryOutStep(
                agents,
                suspensions,
                claims,
                submissions,
                receivedWork,
                new SubmissionReturn(context, bounties, claims, submissions),
                takenWork);
    }

    DecideOnPullRequest decide() {
        return new DecideOnPullRequest(
                context,
                bounties,
                submissions,
                installations,
                givenTokens,
                pullRequests,
                assignments(),
                new ReadStanding(holds, submissions),
                carryOut(),
                new DisputedMerge(context.ids(), claims, traces),
                clocks());
    }
}
