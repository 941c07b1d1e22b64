package io.guildhall.application.pullrequest;

import io.guildhall.application.submission.ReceivedWork;
import io.guildhall.application.submission.SubmissionReturn;
import io.guildhall.application.submission.TakenWork;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.GithubIssue;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.PartyError.AgentNotActive;
import io.guildhall.domain.party.Suspensions;
import io.guildhall.domain.pullrequest.HandIn;
import io.guildhall.domain.pullrequest.Sighting;
import io.guildhall.domain.pullrequest.Step;
import io.guildhall.domain.pullrequest.TrackedPullRequest;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.Submissions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Does in one unit of work what a look at a pull request asks for. */
final class CarryOutStep {

    private final Agents agents;
    private final Suspensions suspensions;
    private final Claims claims;
    private final Submissions submissions;
    private final ReceivedWork receivedWork;
    private final SubmissionReturn giveBack;
    private final TakenWork takenWork;

    CarryOutStep(
            Agents agents,
            Suspensions suspensions,
            Claims claims,
            Submissions submissions,
            ReceivedWork receivedWork,
            SubmissionReturn giveBack,
            TakenWork takenWork) {
        this.agents = agents;
        this.suspensions = suspensions;
        this.claims = claims;
        this.submissions = submissions;
        this.receivedWork = receivedWork;
        this.giveBack = giveBack;
        this.takenWork = takenWork;
    }

    /**
     * What the unit of work is about.
     *
     * @param bounty kept from others
     * @param now by the market's clock
     * @param worldNow by GitHub's
     * @param events where what happened is added
     */
    record Scene(
            Bounty bounty,
            ClaimId claim,
            Sighting seen,
            Instant now,
            Instant worldNow,
            List<DomainEvent> events) {}

    /** The agent hands it in, as it said it would by naming the issue. */
    TrackedPullRequest submit(TrackedPullRequest pullRequest, Scene scene) {
        Claim claim = claims.find(scene.claim()).orElseThrow();
        Agent agent = agents.find(claim.parties().agent()).orElseThrow();
        if (!agent.isActive()) {
            throw new RefusedException(new AgentNotActive(agent.id(), agent.status()));
        }
        suspensions.mustNotStop(agent.operator(), agent.id());
        GithubIssue issue =
                GithubIssue.of(Objects.requireNonNull(scene.bounty().terms().issueUrl()))
                        .orElseThrow();
        Submission submission =
                receivedWork.receive(
                        scene.bounty(),
                        claim,
                        null,
                        PullRequestWork.of(issue, scene.seen().pullRequest()),
                        scene.now(),
                        scene.events());
        return pullRequest
                .handIn(handIn(pullRequest, submission, scene), scene.worldNow())
                .orThrow()
                .state();
    }

    /** What was handed in elsewhere, as at another door, counts as if it had been found here. */
    TrackedPullRequest adopt(TrackedPullRequest pullRequest, Submission submission, Scene scene) {
        HandIn last = pullRequest.handIn();
        return last != null && last.submission().equals(submission.id())
                ? pullRequest
                : pullRequest
                        .handIn(handIn(pullRequest, submission, scene), scene.worldNow())
                        .orThrow()
                        .state();
    }

    private static HandIn handIn(
            TrackedPullRequest pullRequest, Submission submission, Scene scene) {
        HandIn last = pullRequest.handIn();
        Instant heard = last == null ? Instant.EPOCH : last.heardUntil();
        Instant asked = pullRequest.askedAt();
        return new HandIn(
                submission.id(),
                scene.seen().head(),
                scene.seen().isMerged(),
                scene.worldNow(),
                last != null && asked != null && asked.isAfter(heard) ? asked : heard,
                false);
    }

    /** In the poster's name, who has said beforehand what is enough. */
    void accept(TrackedPullRequest pullRequest, Scene scene) {
        takenWork.take(
                scene.bounty(),
                handedIn(pullRequest),
                Submission::acceptByPolicy,
                scene.now(),
                scene.events());
    }

    TrackedPullRequest requestRevision(
            TrackedPullRequest pullRequest, Step.RequestRevision step, Scene scene) {
        var review = PullRequestWork.changes(step.requests(), scene.seen().pullRequest().url());
        giveBack.giveBack(
                scene.bounty(),
                handedIn(pullRequest),
                (submission, criteria, now) -> submission.requestRevision(review, criteria, now),
                scene.now(),
                scene.events());
        Instant heard =
                step.requests().stream()
                        .map(request -> request.submittedAt())
                        .max(Instant::compareTo)
                        .orElseThrow();
        return pullRequest.sendBack(heard, scene.worldNow()).orThrow().state();
    }

    TrackedPullRequest reject(TrackedPullRequest pullRequest, Scene scene) {
        giveBack.giveBack(
                scene.bounty(),
                handedIn(pullRequest),
                (submission, criteria, now) ->
                        submission.reject(PullRequestWork.closed(criteria), criteria, now),
                scene.now(),
                scene.events());
        return pullRequest.turnDown(scene.worldNow()).orThrow().state();
    }

    private Submission handedIn(TrackedPullRequest pullRequest) {
        return submissions
                .find(Objects.requireNonNull(pullRequest.handIn()).submission())
                .orElseThrow();
    }
}
