package io.guildhall.application.pullrequest;

import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.codehost.Repositories;
import io.guildhall.domain.party.AgentLinks;
import io.guildhall.domain.pullrequest.PullRequestName;
import io.guildhall.domain.pullrequest.Sighting;
import io.guildhall.domain.pullrequest.TrackedPullRequest;
import io.guildhall.domain.pullrequest.TrackedPullRequests;
import io.guildhall.domain.pullrequest.TrackingStatus.Assigned;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the pull requests that are due, one after the other, on any replica: each is kept for a
 * while, GitHub is asked outside of any unit of work, and what follows is decided in one. When
 * another replica took it over, or somebody changed it, the look counts for nothing. A notice that
 * comes meanwhile takes nothing from it: else whoever keeps them coming would never be seen.
 */
public final class FollowPullRequests {

    /** Longer than all that one look asks may take. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final Transactions transactions;
    private final TrackedPullRequests pullRequests;
    private final Claims claims;
    private final AgentLinks links;
    private final LookAtPullRequest look;
    private final DecideOnPullRequest decide;
    private final InstantSource worldClock;
    private final Failures failures;

    public FollowPullRequests(
            PullRequestParts parts, Repositories repositories, Failures failures) {
        this.transactions = parts.context().transactions();
        this.pullRequests = parts.pullRequests();
        this.claims = parts.claims();
        this.links = parts.links();
        this.look = new LookAtPullRequest(repositories);
        this.decide = parts.decide();
        this.worldClock = parts.worldClock();
        this.failures = failures;
    }

    /** Is told of each look that came to nothing. */
    @FunctionalInterface
    public interface Failures {
        void of(PullRequestName name, RuntimeException failure);
    }

    /**
     * @return how many were looked at; as many as {@code limit} means that more may be due
     */
    public int handle(int limit) {
        int looked = 0;
        while (looked < limit && followNext()) {
            looked++;
        }
        return looked;
    }

    private boolean followNext() {
        Optional<TrackedPullRequest> due =
                transactions.run(() -> {
                    Instant now = worldClock.instant();
                    return pullRequests.takeDue(now, now.plus(LEASE));
                });
        due.ifPresent(this::follow);
        return due.isPresent();
    }

    private void follow(TrackedPullRequest taken) {
        try {
            Optional<Sighting> seen = look.at(taken.name());
            transactions.run(() ->
                    ifStillOurs(taken)
                            .ifPresent(current -> {
                                if (seen.isPresent() && isIt(current, seen.get())) {
                                    decide.on(current, seen.get());
                                } else {
                                    // GitHub says that there is none; it may come back, as after a
                                    // transfer.
                                    keepFailure(current, null);
                                }
                            }));
        } catch (RuntimeException failure) {
            transactions.run(() ->
                    ifStillOurs(taken)
                            .ifPresent(current -> keepFailure(current, pauseAskedFor(failure))));
            failures.of(taken.name(), failure);
        }
    }

    /**
     * What is an agent's work was opened by its account, which stays its own: one of somebody else
     * is another, as in a repository that has taken the name, and whatever becomes of that says
     * nothing about the agent's.
     */
    private boolean isIt(TrackedPullRequest current, Sighting seen) {
        return !(current.status() instanceof Assigned(var _, var claim))
                || links.agentWithGithub(seen.pullRequest().author().id())
                        .filter(claims.find(claim).orElseThrow().parties().agent()::equals)
                        .isPresent();
    }

    /** Only what is the work of an active claim is asked about for as long as GitHub is silent. */
    private void keepFailure(TrackedPullRequest current, @Nullable Duration pause) {
        Instant now = worldClock.instant();
        TrackedPullRequest left =
                isOfEndedClaim(current) ? current.finish(now).orThrow().state() : current;
        pullRequests.save(left.failed(pause, now));
    }

    private boolean isOfEndedClaim(TrackedPullRequest pullRequest) {
        return pullRequest.status() instanceof Assigned(var _, var claim)
                && !(claims.find(claim).orElseThrow().status() instanceof Active);
    }

    private Optional<TrackedPullRequest> ifStillOurs(TrackedPullRequest taken) {
        return pullRequests
                .find(taken.name())
                .filter(current -> current.version() == taken.version());
    }

    private static @Nullable Duration pauseAskedFor(RuntimeException failure) {
        return failure instanceof RefusedException refused ? refused.error().retryAfter() : null;
    }
}
