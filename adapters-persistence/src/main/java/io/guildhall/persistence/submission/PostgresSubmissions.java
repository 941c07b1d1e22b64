package io.guildhall.persistence.submission;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.submission.Submissions;
import io.guildhall.persistence.shared.Ids;
import io.guildhall.persistence.shared.Rows;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The submissions in PostgreSQL. */
@Singleton
public final class PostgresSubmissions implements Submissions {

    /** Whoever is no operator's or no agent's key has this as its id, which nothing has. */
    private static final UUID NOBODY = new UUID(0, 0);

    /** Behind every other. */
    private static final UUID LAST = new UUID(-1, -1);

    /**
     * Texts are measured before they are read: of each the row knows how long it is. The limit is
     * no parameter: with one, each page would be planned anew.
     */
    private static final String MEASURED =
            """
            SELECT id, octet_length(content) + octet_length(deliverables::text)
                + coalesce(octet_length(review::text), 0) AS bytes
            FROM submission
            WHERE bounty_id = ? AND id < ?
                AND (poster_id = ? OR operator_id = ? OR agent_id = ? OR claim_id = ANY (?))
            ORDER BY id DESC LIMIT \s
            """;

    private record Measured(UUID id, long bytes) {}

    private final Sql sql;
    private final Rows rows;
    private final SubmissionRows submissions;

    PostgresSubmissions(Sql sql, Rows rows, SubmissionRows submissions) {
        this.sql = sql;
        this.rows = rows;
        this.submissions = submissions;
    }

    @Override
    public Optional<Submission> find(SubmissionId id) {
        return rows.read(
                () -> submissions.findByIdOptional(id.value()).map(SubmissionRow::submission));
    }

    @Override
    public List<Submission> ofClaim(ClaimId claim) {
        return rows.read(() ->
                submissions.list("claimId = ?1 order by round", claim.value()).stream()
                        .map(SubmissionRow::submission)
                        .toList());
    }

    @Override
    public Page<Submission> onBounty(
            BountyId bounty, Caller viewer, Set<ClaimId> shown, PageRequest page) {
        Page<UUID> ids =
                measured(bounty, viewer, shown, page)
                        .upTo(PAGE_BYTES_MAX, Measured::bytes)
                        .map(Measured::id);
        return ids.items().isEmpty() ? new Page<>(List.of(), false) : read(ids);
    }

    private Page<Measured> measured(
            BountyId bounty, Caller viewer, Set<ClaimId> shown, PageRequest page) {
        UUID after = page.after();
        UUID operator = viewer.actsForOperator() ? viewer.operator().value() : NOBODY;
        AgentId agent = viewer.agent();
        return Page.of(
                sql.list(
                        MEASURED + (page.limit() + 1),
                        row -> new Measured(row.uuid("id"), row.number("bytes")),
                        bounty.value(),
                        after == null ? LAST : after,
                        operator,
                        operator,
                        agent == null ? NOBODY : agent.value(),
                        Ids.of(shown, ClaimId::value)),
                page.limit());
    }

    private Page<Submission> read(Page<UUID> ids) {
        return rows.read(() ->
                new Page<>(
                        submissions.list("id in ?1 order by id desc", ids.items()).stream()
                                .map(SubmissionRow::submission)
                                .toList(),
                        ids.hasMore()));
    }

    @Override
    public List<Submission> before(Submission submission, int limit) {
        return rows.read(() ->
                submissions
                        .find(
                                "bountyId = ?1 and id < ?2 order by id desc",
                                submission.bounty().value(),
                                submission.id().value())
                        .page(0, limit)
                        .list()
                        .stream()
                        .map(SubmissionRow::submission)
                        .toList());
    }

    @Override
    public List<SubmissionId> toBeJudged(Instant now, int limit) {
        return rows.read(() ->
                submissions
                        .find(
                                "status = 'received' and (takenUntil is null or takenUntil <= ?1)"
                                        + " order by judgeBy",
                                now)
                        .page(0, limit)
                        .list()
                        .stream()
                        .map(row -> new SubmissionId(row.id))
                        .toList());
    }

    @Override
    public void add(Submission submission) {
        rows.change(() -> submissions.persist(SubmissionRow.of(submission)));
    }

    @Override
    public Submission save(Submission submission) {
        boolean saved = rows.change(() -> submissions.overwrite(submission));
        if (!saved) {
            throw new LostRace("submission " + submission.id());
        }
        return submission.atVersion(submission.version() + 1);
    }
}
