package io.guildhall.domain.pullrequest;

import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.party.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The pull requests that are followed, each once. A claim has at most one that is assigned to it:
 * adding or saving another is a lost race.
 */
public interface TrackedPullRequests {

    Optional<TrackedPullRequest> find(PullRequestName name);

    /** The one assigned to the claim, or else the one that was last. */
    Optional<TrackedPullRequest> of(ClaimId claim);

    /**
     * @throws io.guildhall.domain.shared.LostRace if it is there already, or its claim has another
     */
    void add(TrackedPullRequest found);

    /**
     * Keeps its new state if nobody saved another or took it since it was read. When it was woken
     * since it was taken, it is still due.
     *
     * @throws io.guildhall.domain.shared.LostRace if somebody did, or its claim has another
     * @return it as it is kept
     */
    TrackedPullRequest save(TrackedPullRequest pullRequest);

    /**
     * Makes it due, or due again where somebody is looking at it: who looks may go on, and nobody
     * takes it until that is saved or the time of the look is up.
     *
     * @return whether it is known at all
     */
    boolean wake(PullRequestName name, Instant now);

    /** The same for those whose last look showed this commit at their end. */
    void wakeWithHead(RepositoryName repository, String head, Instant now);

    /** Somebody was asked to review it then, by GitHub's clock; the latest counts. */
    void noteAsked(PullRequestName name, Instant askedAt);

    /**
     * The one that has been due for longest, kept from other lookers until then; what others hold
     * is passed over.
     */
    Optional<TrackedPullRequest> takeDue(Instant now, Instant until);

    /**
     * The agent's active claims on bounties that name an issue of the repository, apart from those
     * whose work is accepted: where a contract pays, they last until it has.
     */
    List<ClaimId> worksOf(AgentId agent, RepositoryName repository);

    /**
     * A repository in which an agent with an account at GitHub works on an issue and has no pull
     * request that is open, unless somebody has searched it and it is not time again.
     *
     * @param again when it is to be searched next
     */
    Optional<RepositoryName> takeToSearch(Instant now, Instant again);

    void postponeSearch(RepositoryName repository, Instant again);
}
