package io.guildhall.application.pullrequest;

import io.guildhall.domain.codehost.Checks;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.Permission;
import io.guildhall.domain.codehost.PullRequest;
import io.guildhall.domain.codehost.Repositories;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.codehost.ReviewVerdict;
import io.guildhall.domain.codehost.ReviewVerdict.State;
import io.guildhall.domain.pullrequest.PullRequestName;
import io.guildhall.domain.pullrequest.Sighting;
import io.guildhall.domain.pullrequest.Sighting.EndedBy;
import io.guildhall.domain.shared.RefusedException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks GitHub what is true of a pull request now; never inside a unit of work. */
final class LookAtPullRequest {

    /** So many different reviewers are asked about at most. */
    private static final int REVIEWERS_MAX = 20;

    private static final Comparator<ReviewVerdict> OLDEST_FIRST =
            Comparator.comparing(ReviewVerdict::submittedAt);
    private static final Comparator<ReviewVerdict> MAINTAINERS_FIRST =
            Comparator.comparing(ReviewVerdict::isByMaintainer)
                    .reversed()
                    .thenComparing(OLDEST_FIRST.reversed());

    private final Repositories repositories;

    LookAtPullRequest(Repositories repositories) {
        this.repositories = repositories;
    }

    /**
     * Empty when there is none. Whatever changes while we look, something is seen: who could keep
     * it from being seen would wait until silence accepts.
     *
     * @throws RefusedException when GitHub cannot tell
     */
    Optional<Sighting> at(PullRequestName name) {
        Optional<PullRequest> found = find(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String head = found.get().headSha();
        Checks.Summary checks = repositories.checks(name.repository(), head).summary();
        return find(name)
                .map(now -> {
                    // Checks of another commit than is paid for say nothing.
                    boolean isSameHead = now.headSha().equals(head);
                    return new Sighting(
                            now,
                            isSameHead ? checks : Checks.Summary.PENDING,
                            now.isOpen() ? requests(name, now.author()) : List.of(),
                            endedBy(now));
                });
    }

    private EndedBy endedBy(PullRequest shown) {
        if (shown.isOpen()) {
            return EndedBy.SOMEBODY;
        }
        Optional<GithubAccount> by =
                shown.isMerged()
                        ? Optional.ofNullable(shown.mergedBy())
                        : repositories.closedBy(shown.repository(), shown.number());
        if (by.filter(account -> repositories.isOurApp(shown.repository(), account)).isPresent()) {
            return EndedBy.OUR_APP;
        }
        return by.filter(GithubAccount::isApp).isPresent() ? EndedBy.ANOTHER_APP : EndedBy.SOMEBODY;
    }

    private Optional<PullRequest> find(PullRequestName name) {
        return repositories.pullRequest(name.repository(), name.number());
    }

    /**
     * The last word of each reviewer counts; a comment takes none back. Anybody may review what is
     * public, under any number of names: those that GitHub counts to the repository's people are
     * asked about first, and then whoever spoke last.
     */
    private List<ReviewVerdict> requests(PullRequestName name, GithubAccount author) {
        Map<Long, ReviewVerdict> last = new LinkedHashMap<>();
        for (ReviewVerdict verdict : repositories.reviews(name.repository(), name.number())) {
            if (verdict.state() != State.COMMENTED && verdict.reviewer().id() != author.id()) {
                last.put(verdict.reviewer().id(), verdict);
            }
        }
        return last.values().stream()
                .filter(verdict -> verdict.state() == State.CHANGES_REQUESTED)
                .sorted(MAINTAINERS_FIRST)
                .limit(REVIEWERS_MAX)
                .filter(verdict -> mayWrite(name.repository(), verdict.reviewer()))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    private boolean mayWrite(RepositoryName repository, GithubAccount reviewer) {
        return repositories.permission(repository, reviewer).covers(Permission.WRITE);
    }
}
