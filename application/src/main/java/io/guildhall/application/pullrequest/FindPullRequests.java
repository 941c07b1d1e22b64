package io.guildhall.application.pullrequest;

import io.guildhall.domain.codehost.PullRequest;
import io.guildhall.domain.codehost.PullRequestFilter;
import io.guildhall.domain.codehost.Repositories;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.party.AgentLinks;
import io.guildhall.domain.pullrequest.PullRequestName;
import io.guildhall.domain.pullrequest.TrackedPullRequest;
import io.guildhall.domain.pullrequest.TrackedPullRequests;
import io.guildhall.domain.pullrequest.TrackingStatus.Assigned;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Searches repositories where agents work and no pull request of theirs is known: one may have been
 * there before the claim, or its notice was lost. Each is searched again every few minutes while
 * that lasts.
 */
public final class FindPullRequests {

    private static final Duration PAUSE = Duration.ofMinutes(3);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(10);

    private final Transactions transactions;
    private final TrackedPullRequests pullRequests;
    private final AgentLinks links;
    private final Repositories repositories;
    private final InstantSource worldClock;
    private final Failures failures;

    public FindPullRequests(
            Transactions transactions,
            TrackedPullRequests pullRequests,
            AgentLinks links,
            Repositories repositories,
            InstantSource worldClock,
            Failures failures) {
        this.transactions = transactions;
        this.pullRequests = pullRequests;
        this.links = links;
        this.repositories = repositories;
        this.worldClock = worldClock;
        this.failures = failures;
    }

    /** Is told of each search that came to nothing. */
    @FunctionalInterface
    public interface Failures {
        void of(RepositoryName repository, RefusedException failure);
    }

    /**
     * @return how many repositories were searched; as many as {@code limit} means that more may be
     *     due
     */
    public int handle(int limit) {
        int searched = 0;
        while (searched < limit && searchNext()) {
            searched++;
        }
        return searched;
    }

    private boolean searchNext() {
        Optional<RepositoryName> due = transactions.run(() -> take(PAUSE));
        due.ifPresent(this::search);
        return due.isPresent();
    }

    private Optional<RepositoryName> take(Duration pause) {
        Instant now = worldClock.instant();
        return pullRequests.takeToSearch(now, now.plus(pause));
    }

    private void search(RepositoryName repository) {
        try {
            List<PullRequest> open = repositories.pullRequests(repository, PullRequestFilter.OPEN);
            transactions.run(() -> open.forEach(this::keep));
        } catch (RefusedException failure) {
            transactions.run(() ->
                    pullRequests.postponeSearch(
                            repository, worldClock.instant().plus(PAUSE_AFTER_FAILURE)));
            failures.of(repository, failure);
        }
    }

    /** Only those of agents: they are looked at, and then it shows whose work they are. */
    private void keep(PullRequest found) {
        PullRequestName name = new PullRequestName(found.repository(), found.number());
        Instant now = worldClock.instant();
        boolean isAgents = links.agentWithGithub(found.author().id()).isPresent();
        boolean isFollowed =
                pullRequests
                        .find(name)
                        .filter(known -> known.status() instanceof Assigned)
                        .isPresent();
        if (isAgents && !isFollowed && !pullRequests.wake(name, now)) {
            pullRequests.add(TrackedPullRequest.found(name, now));
        }
    }
}
