package io.guildhall.persistence.pullrequest;

import io.guildhall.domain.bounty.GithubIssue;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.pullrequest.PullRequestName;
import io.guildhall.domain.pullrequest.TrackedPullRequest;
import io.guildhall.domain.pullrequest.TrackedPullRequests;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The followed pull requests in PostgreSQL; one that is taken is due again when its time is up. */
@Singleton
public final class PostgresTrackedPullRequests implements TrackedPullRequests {

    private static final String THIS_ONE = "repository = ? AND number = ?";
    private static final String FIND = "SELECT * FROM tracked_pull_request WHERE " + THIS_ONE;
    private static final String OF_CLAIM =
            "SELECT * FROM tracked_pull_request WHERE claim_id = ?"
                    + " ORDER BY (status = 'assigned') DESC, updated_at DESC LIMIT 1";
    private static final String ADD =
            "INSERT INTO tracked_pull_request ("
                    + String.join(", ", PullRequestMapping.NAME)
                    + ", "
                    + String.join(", ", PullRequestMapping.STATE)
                    + ", created_at, version) VALUES ("
                    + Sql.placeholders(
                            PullRequestMapping.NAME.size() + PullRequestMapping.STATE.size() + 2)
                    + ") ON CONFLICT (repository, number) DO NOTHING";
    private static final String SAVE =
            PullRequestMapping.STATE.stream()
                    .map(column -> column + " = " + saved(column))
                    .collect(
                            Collectors.joining(
                                    ", ",
                                    "UPDATE tracked_pull_request"
                                            + " SET version = version + 1, taken_until = NULL, ",
                                    " WHERE " + THIS_ONE + " AND version = ? RETURNING *"));
    private static final String WAKE =
            "UPDATE tracked_pull_request SET due_at = least(due_at, ?) WHERE ";
    private static final String NOTE_ASKED =
            "UPDATE tracked_pull_request SET asked_at = greatest(asked_at, ?) WHERE " + THIS_ONE;
    private static final String TAKE_DUE =
            "UPDATE tracked_pull_request"
                    + " SET version = version + 1, due_at = ?, taken_until = ?"
                    + " WHERE (repository, number) IN (SELECT repository, number"
                    + " FROM tracked_pull_request WHERE due_at <= ?"
                    + " AND (taken_until IS NULL OR taken_until <= ?) ORDER BY due_at LIMIT 1"
                    + " FOR UPDATE SKIP LOCKED) RETURNING *";
    private static final String REPOSITORY =
            "lower(split_part(b.issue_url, '/', 4) || '/' || split_part(b.issue_url, '/', 5))";
    private static final String WORKS =
            "SELECT c.id FROM claim c JOIN bounty b ON b.id = c.bounty_id"
                    + " WHERE c.agent_id = ? AND c.status = 'active'"
                    + " AND b.status IN ('claimed', 'in_review', 'disputed')"
                    + " AND b.issue_url ~ ? AND "
                    + REPOSITORY
                    + " = ? ORDER BY c.id LIMIT 100";
    private static final String TAKE_TO_SEARCH =
            "WITH worked_in AS (SELECT DISTINCT "
                    + REPOSITORY
                    + " AS repository FROM claim c JOIN bounty b ON b.id = c.bounty_id"
                    + " JOIN agent_link l ON l.agent_id = c.agent_id"
                    + " WHERE c.status = 'active' AND b.status = 'claimed' AND b.issue_url ~ ?"
                    + " AND l.github_account IS NOT NULL"
                    + " AND NOT EXISTS (SELECT FROM tracked_pull_request t WHERE t.claim_id = c.id"
                    + " AND t.status = 'assigned' AND t.seen_stage IS DISTINCT FROM 'closed')),"
                    + " due AS (SELECT w.repository FROM worked_in w"
                    + " LEFT JOIN pull_request_search s ON s.repository = w.repository"
                    + " WHERE s.due_at IS NULL OR s.due_at <= ?"
                    + " ORDER BY s.due_at NULLS FIRST, w.repository LIMIT 1)"
                    + " INSERT INTO pull_request_search AS s (repository, due_at)"
                    + " SELECT repository, ? FROM due ON CONFLICT (repository) DO UPDATE"
                    + " SET due_at = excluded.due_at WHERE s.due_at <= ? RETURNING repository";
    private static final String POSTPONE_SEARCH =
            "UPDATE pull_request_search SET due_at = ? WHERE repository = ?";
    private static final String ISSUE = "^" + GithubIssue.FORM + "$";

    private final Sql sql;

    PostgresTrackedPullRequests(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<TrackedPullRequest> find(PullRequestName name) {
        return sql.first(FIND, PullRequestMapping::read, named(name));
    }

    @Override
    public Optional<TrackedPullRequest> of(ClaimId claim) {
        return sql.first(OF_CLAIM, PullRequestMapping::read, claim.value());
    }

    @Override
    public void add(TrackedPullRequest found) {
        List<@Nullable Object> values = new ArrayList<>(PullRequestMapping.name(found.name()));
        values.addAll(PullRequestMapping.state(found));
        values.add(found.createdAt());
        values.add(found.version());
        if (sql.change(ADD, values.toArray()) == 0) {
            throw new LostRace("pull request " + found.name());
        }
    }

    @Override
    public TrackedPullRequest save(TrackedPullRequest pullRequest) {
        List<@Nullable Object> values = new ArrayList<>(PullRequestMapping.state(pullRequest));
        values.addAll(PullRequestMapping.name(pullRequest.name()));
        values.add(pullRequest.version());
        return sql.changeReturningFirst(SAVE, PullRequestMapping::read, values.toArray())
                .orElseThrow(() -> new LostRace("pull request " + pullRequest.name()));
    }

    /** What notices have told since it was read stays. */
    private static String saved(String column) {
        return switch (column) {
            case "asked_at" -> "greatest(asked_at, ?)";
            case "due_at" -> "least(?, CASE WHEN due_at < taken_until THEN due_at END)";
            default -> "?";
        };
    }

    @Override
    public boolean wake(PullRequestName name, Instant now) {
        return sql.change(WAKE + THIS_ONE, now, name.repository().toString(), name.number()) == 1;
    }

    @Override
    public void wakeWithHead(RepositoryName repository, String head, Instant now) {
        sql.change(
                WAKE + "repository = ? AND seen_head = ? AND status = 'assigned'",
                now,
                repository.toString(),
                head);
    }

    @Override
    public void noteAsked(PullRequestName name, Instant askedAt) {
        sql.change(NOTE_ASKED, askedAt, name.repository().toString(), name.number());
    }

    @Override
    public Optional<TrackedPullRequest> takeDue(Instant now, Instant until) {
        return sql.changeReturningFirst(TAKE_DUE, PullRequestMapping::read, until, until, now, now);
    }

    @Override
    public List<ClaimId> worksOf(AgentId agent, RepositoryName repository) {
        return sql.list(
                WORKS,
                row -> new ClaimId(row.uuid("id")),
                agent.value(),
                ISSUE,
                repository.toString());
    }

    @Override
    public Optional<RepositoryName> takeToSearch(Instant now, Instant again) {
        return sql.changeReturningFirst(
                        TAKE_TO_SEARCH, row -> row.text("repository"), ISSUE, now, again, now)
                .flatMap(RepositoryName::of);
    }

    @Override
    public void postponeSearch(RepositoryName repository, Instant again) {
        sql.change(POSTPONE_SEARCH, again, repository.toString());
    }

    private static @Nullable Object[] named(PullRequestName name) {
        return PullRequestMapping.name(name).toArray();
    }
}
