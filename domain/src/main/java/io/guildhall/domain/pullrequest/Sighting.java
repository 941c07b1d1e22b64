package io.guildhall.domain.pullrequest;

import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.codehost.Checks;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.PullRequest;
import io.guildhall.domain.codehost.ReviewVerdict;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A pull request as GitHub showed it in one look.
 *
 * @param checks of its head at that moment
 * @param requests the last word of each reviewer who may write to the repository, where that asks
 *     for changes; the oldest first
 * @param endedBy who merged or closed it
 */
public record Sighting(
        PullRequest pullRequest,
        Checks.Summary checks,
        List<ReviewVerdict> requests,
        EndedBy endedBy) {

    public Sighting {
        requests = List.copyOf(requests);
    }

    /** Where it stands, in the words that matter here. */
    public enum Stage {
        DRAFT,
        OPEN,
        /** Without being merged. */
        CLOSED,
        MERGED
    }

    /** Whose act its merge or its closing was. */
    public enum EndedBy {
        /** Also while nobody has, and where GitHub does not say. */
        SOMEBODY,
        /** An App that is not ours, such as a merge queue, an automatic merge or a workflow. */
        ANOTHER_APP,
        /**
         * Ours, which means whoever bears a token that we gave: the people of the repository have
         * said nothing by that.
         */
        OUR_APP
    }

    public Stage stage() {
        if (pullRequest.isMerged()) {
            return Stage.MERGED;
        }
        if (!pullRequest.isOpen()) {
            return Stage.CLOSED;
        }
        return pullRequest.isDraft() ? Stage.DRAFT : Stage.OPEN;
    }

    public String head() {
        return pullRequest.headSha();
    }

    /**
     * What it shows of what the terms may ask for. A merge shows something when somebody else than
     * the author did it, who speaks for the repository, into the default branch, and not before the
     * bounty was there.
     */
    public Set<Proof> held(Circumstances given) {
        Set<Proof> held = EnumSet.noneOf(Proof.class);
        if (!given.sameRepository()) {
            return held;
        }
        if (given.knownBefore() && isMergedForGood(given)) {
            held.add(Proof.MERGE);
        }
        boolean isOffered = stage() == Stage.OPEN || stage() == Stage.MERGED;
        if (isOffered && hasPassed() && given.checksLast()) {
            held.add(Proof.CHECKS);
        }
        return held;
    }

    boolean hasPassed() {
        return checks == Checks.Summary.ALL_PASSED;
    }

    public boolean isMerged() {
        return stage() == Stage.MERGED;
    }

    /** Whether somebody who may say so does not want it. */
    boolean isTurnedDown(Circumstances given) {
        return stage() == Stage.CLOSED && isRepositorysWord(given);
    }

    /** An App of the repository's does what its people have it do, unless others can, too. */
    private boolean isRepositorysWord(Circumstances given) {
        return switch (endedBy) {
            case SOMEBODY -> true;
            case ANOTHER_APP -> !given.tokensGiven();
            case OUR_APP -> false;
        };
    }

    /**
     * @param time by the world's clock
     */
    public boolean isMergedSince(Instant time) {
        Instant at = pullRequest.mergedAt();
        return isMerged() && at != null && !at.isBefore(time);
    }

    /**
     * The issues of its repository that it names now. Of one that was renamed GitHub itself shows
     * the new name, while bounties may go by the old one.
     */
    public Set<Integer> named() {
        return IssueMentions.in(
                List.of(pullRequest.repository(), pullRequest.repositoryNow()),
                pullRequest.title() + "\n" + pullRequest.body());
    }

    private boolean isMergedForGood(Circumstances given) {
        GithubAccount by = pullRequest.mergedBy();
        return isMergedSince(given.postedAt())
                && by != null
                && by.id() != pullRequest.author().id()
                && isRepositorysWord(given)
                && pullRequest.isForDefaultBranch();
    }

    /** Those that are about the work as it was handed in, and that nobody has acted upon. */
    List<ReviewVerdict> unheard(HandIn handIn) {
        return requests.stream()
                .filter(request -> request.submittedAt().isAfter(handIn.heardUntil()))
                .filter(request ->
                        request.sha().equals(handIn.head())
                                || !request.submittedAt().isBefore(handIn.at()))
                .toList();
    }
}
