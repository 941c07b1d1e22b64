package io.guildhall.application.repository;

import io.guildhall.application.workspace.Team;
import io.guildhall.domain.codehost.Checks;
import io.guildhall.domain.codehost.PullRequest;
import io.guildhall.domain.codehost.Repositories;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorAccounts;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.workspace.ProjectId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says whether an address is that of a pull request of a project, and what ran on it. */
public final class VerifyDeliverable {

    private static final Pattern PULL_REQUEST =
            Pattern.compile(
                    "https://github\\.com/([A-Za-z0-9-]{1,100}/[A-Za-z0-9._-]{1,100})/pull/([1-9][0-9]{0,8})/?");

    private final ProjectRepository projects;
    private final Repositories repositories;

    public VerifyDeliverable(Team team, OperatorAccounts accounts, Repositories repositories) {
        this.projects = new ProjectRepository(team, accounts, repositories);
        this.repositories = repositories;
    }

    public record Command(Caller caller, ProjectId project, String pullRequestUrl) {}

    /**
     * @param number that the address names
     * @param pullRequest null when the project's repository has none of that number, or the address
     *     is of another repository
     * @param checks of its latest commit
     * @param reason why it is no deliverable of the project; null when it is one
     */
    public record Verified(
            int number,
            @Nullable PullRequest pullRequest,
            Checks checks,
            @Nullable String reason) {}

    public Verified handle(Command command) {
        RepositoryName repository = projects.toRead(command.caller(), command.project());
        Matcher address = PULL_REQUEST.matcher(command.pullRequestUrl());
        if (!address.matches()) {
            throw new RefusedException(
                    Invalid.field(
                            "prUrl",
                            "must be a pull request's address such as https://github.com/org/repo/pull/42"));
        }
        int number = Integer.parseInt(address.group(2));
        if (!RepositoryName.of(address.group(1)).equals(Optional.of(repository))) {
            return none(number, "The pull request is of another repository than " + repository);
        }
        return repositories
                .pullRequest(repository, number)
                .map(found -> verified(repository, found))
                .orElseGet(() -> none(number, repository + " has no pull request " + number));
    }

    /** What was closed and not merged is no work that anybody can take. */
    private Verified verified(RepositoryName repository, PullRequest found) {
        boolean wasTurnedDown = !found.isOpen() && !found.isMerged();
        return new Verified(
                found.number(),
                found,
                repositories.checks(repository, found.headSha()),
                wasTurnedDown ? "The pull request was closed and not merged" : null);
    }

    private static Verified none(int number, String reason) {
        return new Verified(number, null, Checks.NONE, reason);
    }
}
