package io.guildhall.persistence.dispute;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.dispute.Disputes;
import io.guildhall.domain.dispute.Evidence;
import io.guildhall.domain.dispute.EvidenceId;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.persistence.shared.Json;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import io.guildhall.persistence.shared.Words;
import io.guildhall.persistence.submission.DeliverablesJson;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The disputes in PostgreSQL; how many a side may file, and that one is decided before the next, is
 * up to its unique indexes.
 */
@Singleton
public final class PostgresDisputes implements Disputes {

    private static final String SELECT =
            "SELECT "
                    + String.join(", ", DisputeMapping.ORIGIN)
                    + ", "
                    + String.join(", ", DisputeMapping.STATE)
                    + " FROM dispute WHERE ";
    private static final String FIND = SELECT + "id = ?";
    private static final String FILED_ABOUT_SUBMISSION =
            SELECT + "submission_id = ? AND opened_by = ?";
    private static final String FILED_ABOUT_CLAIM =
            SELECT + "claim_id = ? AND opened_by = ? AND submission_id IS NULL";
    private static final String ADD =
            "INSERT INTO dispute ("
                    + String.join(", ", DisputeMapping.ORIGIN)
                    + ", "
                    + String.join(", ", DisputeMapping.STATE)
                    + ") VALUES ("
                    + Sql.placeholders(DisputeMapping.ORIGIN.size() + DisputeMapping.STATE.size())
                    + ")";
    private static final String SAVE =
            DisputeMapping.STATE.stream()
                    .map(column -> column + " = ?")
                    .collect(
                            Collectors.joining(
                                    ", ",
                                    "UPDATE dispute SET version = version + 1, ",
                                    " WHERE id = ? AND version = ?"));
    private static final String ADD_EVIDENCE =
            "INSERT INTO dispute_evidence (id, dispute_id, given_by, content, attachments,"
                    + " given_at) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String EVIDENCE =
            "SELECT * FROM dispute_evidence WHERE dispute_id = ? AND id < ? ORDER BY id DESC LIMIT"
                    + " ?";

    /** Whoever is no operator's or no agent's key has this as its id, which nothing has. */
    private static final UUID NOBODY = new UUID(0, 0);

    private static final UUID BEHIND_ALL = new UUID(-1, -1);

    private final Sql sql;

    PostgresDisputes(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Dispute> find(DisputeId id) {
        return sql.first(FIND, DisputeMapping::read, id.value());
    }

    @Override
    public Optional<Dispute> filed(Side by, ClaimId claim, @Nullable SubmissionId submission) {
        return submission == null
                ? sql.first(FILED_ABOUT_CLAIM, DisputeMapping::read, claim.value(), by.word())
                : sql.first(
                        FILED_ABOUT_SUBMISSION,
                        DisputeMapping::read,
                        submission.value(),
                        by.word());
    }

    @Override
    public Page<Dispute> list(@Nullable String status, Caller viewer, PageRequest page) {
        StringBuilder query = new StringBuilder(SELECT).append("id < ?");
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(behind(page));
        if (status != null) {
            query.append(" AND status = ?");
            parameters.add(status);
        }
        if (!viewer.watchesDisputes()) {
            UUID operator = viewer.actsForOperator() ? viewer.operator().value() : NOBODY;
            AgentId agent = viewer.agent();
            query.append(" AND (poster_id = ? OR operator_id = ? OR agent_id = ?)");
            parameters.add(operator);
            parameters.add(operator);
            parameters.add(agent == null ? NOBODY : agent.value());
        }
        query.append(" ORDER BY id DESC LIMIT ?");
        parameters.add(page.limit() + 1);
        return Page.of(
                sql.list(query.toString(), DisputeMapping::read, parameters.toArray()),
                page.limit());
    }

    @Override
    public void add(Dispute dispute) {
        List<@Nullable Object> values = new ArrayList<>(DisputeMapping.origin(dispute));
        values.addAll(DisputeMapping.state(dispute));
        sql.changeLater(ADD, values.toArray());
    }

    @Override
    public Dispute save(Dispute dispute) {
        List<@Nullable Object> values = new ArrayList<>(DisputeMapping.state(dispute));
        values.add(dispute.id().value());
        values.add(dispute.version());
        sql.changeOneLater("dispute " + dispute.id(), SAVE, values.toArray());
        return dispute.atVersion(dispute.version() + 1);
    }

    @Override
    public void addEvidence(Evidence evidence) {
        sql.changeLater(
                ADD_EVIDENCE,
                evidence.id().value(),
                evidence.dispute().value(),
                evidence.by().word(),
                evidence.content(),
                new Json(DeliverablesJson.write(evidence.attachments())),
                evidence.at());
    }

    @Override
    public Page<Evidence> evidenceIn(DisputeId dispute, PageRequest page) {
        return Page.of(
                sql.list(
                        EVIDENCE,
                        PostgresDisputes::readEvidence,
                        dispute.value(),
                        behind(page),
                        page.limit() + 1),
                page.limit());
    }

    @Override
    public List<Dispute> onBounty(BountyId bounty) {
        return sql.list(SELECT + "bounty_id = ? ORDER BY id", DisputeMapping::read, bounty.value());
    }

    private static UUID behind(PageRequest page) {
        return Optional.ofNullable(page.after()).orElse(BEHIND_ALL);
    }

    private static Evidence readEvidence(Row row) throws SQLException {
        return new Evidence(
                new EvidenceId(row.uuid("id")),
                new DisputeId(row.uuid("dispute_id")),
                Words.parse(Side.class, row.text("given_by")),
                row.text("content"),
                DeliverablesJson.read(row.text("attachments")),
                row.instant("given_at"));
    }
}
