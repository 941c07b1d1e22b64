package io.guildhall.application.pullrequest;

import io.guildhall.application.pullrequest.CarryOutStep.Scene;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus.InReview;
import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.codehost.GivenTokens;
import io.guildhall.domain.codehost.Installations;
import io.guildhall.domain.codehost.Installations.Serving;
import io.guildhall.domain.pullrequest.Circumstances;
import io.guildhall.domain.pullrequest.Course;
import io.guildhall.domain.pullrequest.PullRequestName;
import io.guildhall.domain.pullrequest.Sighting;
import io.guildhall.domain.pullrequest.Standing;
import io.guildhall.domain.pullrequest.Step;
import io.guildhall.domain.pullrequest.Step.Reason;
import io.guildhall.domain.pullrequest.TrackedPullRequest;
import io.guildhall.domain.pullrequest.TrackedPullRequest.Seen;
import io.guildhall.domain.pullrequest.TrackedPullRequests;
import io.guildhall.domain.pullrequest.TrackingStatus.Assigned;
import io.guildhall.domain.pullrequest.TrackingStatus.Done;
import io.guildhall.domain.pullrequest.TrackingStatus.Loose;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.submission.Submissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Draws the consequences of one look at a pull request, in one unit of work: step by step, each
 * decided on what the one before has left, until there is nothing to do but wait.
 */
final class DecideOnPullRequest {

    /** A merge of what was never handed in takes two, and then it waits for the money. */
    private static final int STEPS_MAX = 4;

    private static final Duration SOON = Duration.ofSeconds(10);

    private final UseCaseContext context;
    private final Bounties bounties;
    private final Submissions submissions;
    private final Installations installations;
    private final GivenTokens givenTokens;
    private final TrackedPullRequests pullRequests;
    private final Assignments assignments;
    private final ReadStanding standings;
    private final CarryOutStep carryOut;
    private final DisputedMerge disputedMerge;
    private final Clocks clocks;

    DecideOnPullRequest(
            UseCaseContext context,
            Bounties bounties,
            Submissions submissions,
            Installations installations,
            GivenTokens givenTokens,
            TrackedPullRequests pullRequests,
            Assignments assignments,
            ReadStanding standings,
            CarryOutStep carryOut,
            DisputedMerge disputedMerge,
            Clocks clocks) {
        this.context = context;
        this.bounties = bounties;
        this.submissions = submissions;
        this.installations = installations;
        this.givenTokens = givenTokens;
        this.pullRequests = pullRequests;
        this.assignments = assignments;
        this.standings = standings;
        this.carryOut = carryOut;
        this.disputedMerge = disputedMerge;
        this.clocks = clocks;
    }

    /**
     * Inside a unit of work.
     *
     * @param current read in it, and kept at its end
     */
    void on(TrackedPullRequest current, Sighting seen) {
        Instant worldNow = clocks.world().instant();
        TrackedPullRequest pullRequest = assigned(current, seen, worldNow);
        switch (pullRequest.status()) {
            case Loose _, Done _ ->
                    pullRequests.save(
                            pullRequest.looked(
                                    Seen.of(seen, Set.of(), pullRequest.seen(), worldNow),
                                    null,
                                    worldNow));
            case Assigned assigned -> follow(pullRequest, assigned, seen, worldNow);
        }
    }

    private TrackedPullRequest assigned(
            TrackedPullRequest pullRequest, Sighting seen, Instant worldNow) {
        return switch (pullRequest.status()) {
            case Assigned _ -> pullRequest;
            case Loose _, Done _ ->
                    assignments
                            .claimFor(pullRequest, seen)
                            .map(claim -> assignments.assign(pullRequest, claim, seen, worldNow))
                            .orElse(pullRequest);
        };
    }

    private void follow(
            TrackedPullRequest pullRequest, Assigned assigned, Sighting seen, Instant worldNow) {
        Instant now = clocks.market().instant();
        Bounty bounty = bounties.lock(assigned.bounty()).orElseThrow();
        List<DomainEvent> events = new ArrayList<>();
        TrackedPullRequest followed = pullRequest;
        Set<Proof> held = Set.of();
        @Nullable Instant again = worldNow;
        for (int step = 0; step < STEPS_MAX; step++) {
            Scene scene = new Scene(bounty, assigned.claim(), seen, now, worldNow, events);
            Standing standing = standings.of(bounty, assigned.claim(), pullRequest.name(), now);
            followed = adopted(followed, standing, scene);
            Course course =
                    new Course(
                            seen,
                            standing,
                            bounty.terms().verification(),
                            followed.handIn(),
                            followed.askedAt(),
                            new Circumstances(
                                    clocks.postedAt(bounty),
                                    followed.knownBefore(),
                                    followed.checksLast(seen, worldNow),
                                    isSameRepository(bounty, pullRequest.name()),
                                    areTokensGiven(pullRequest.name())));
            held = course.held();
            Step next = course.next();
            if (next instanceof Step.Wait(var reason)) {
                if (reason == Reason.DISPUTE) {
                    disputedMerge.tell(followed, held, scene);
                }
                again = worldNow.plus(pause(reason));
                break;
            }
            followed = carryOut(next, followed, scene);
            if (next instanceof Step.Finish) {
                break;
            }
            bounty = bounties.find(assigned.bounty()).orElseThrow();
        }
        pullRequests.save(
                followed.looked(Seen.of(seen, held, followed.seen(), worldNow), again, worldNow));
        if (!events.isEmpty()) {
            context.outbox().publish(events, now);
        }
    }

    /**
     * A bounty of a sandbox whose clock was moved seems younger, and no money can be lost there.
     */
    private boolean isSameRepository(Bounty bounty, PullRequestName name) {
        return installations.isNamedAt(name.repository(), bounty.createdAt());
    }

    /** Where we do not know which repository it is, we do not know that none was. */
    private boolean areTokensGiven(PullRequestName name) {
        Long repository =
                installations.serving(name.repository()).map(Serving::repository).orElse(null);
        return repository == null || givenTokens.existFor(repository);
    }

    private TrackedPullRequest carryOut(Step step, TrackedPullRequest pullRequest, Scene scene) {
        return switch (step) {
            case Step.Submit _ -> carryOut.submit(pullRequest, scene);
            case Step.Accept _ -> {
                carryOut.accept(pullRequest, scene);
                yield pullRequest;
            }
            case Step.RequestRevision requested ->
                    carryOut.requestRevision(pullRequest, requested, scene);
            case Step.Reject _ -> carryOut.reject(pullRequest, scene);
            // What is finished may be the work of another claim: it is looked at once more.
            case Step.Finish _ -> pullRequest.finish(scene.worldNow()).orThrow().state();
            case Step.Wait _ -> pullRequest;
        };
    }

    private TrackedPullRequest adopted(
            TrackedPullRequest pullRequest, Standing standing, Scene scene) {
        boolean isUnderReview =
                standing == Standing.UNDER_REVIEW || standing == Standing.REVIEW_OVER;
        return isUnderReview && scene.bounty().status() instanceof InReview(var _, var id)
                ? carryOut.adopt(pullRequest, submissions.find(id).orElseThrow(), scene)
                : pullRequest;
    }

    private static Duration pause(Reason reason) {
        return switch (reason) {
            case CLAIM_TO_BE_FINAL, QUALITY_GATE -> SOON;
            case DISPUTE, POSTER, READINESS, REOPENING, NEWS, PROOFS, END_OF_CLAIM ->
                    TrackedPullRequest.POLL;
        };
    }
}
