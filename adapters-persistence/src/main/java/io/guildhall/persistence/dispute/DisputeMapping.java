package io.guildhall.persistence.dispute;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Parties;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.dispute.DisputeStatus;
import io.guildhall.domain.dispute.DisputeStatus.Answered;
import io.guildhall.domain.dispute.DisputeStatus.Decided;
import io.guildhall.domain.dispute.DisputeStatus.Executed;
import io.guildhall.domain.dispute.DisputeStatus.Open;
import io.guildhall.domain.dispute.DisputeStatus.Ruled;
import io.guildhall.domain.dispute.DisputeStatus.Settled;
import io.guildhall.domain.dispute.DisputeStatus.TimedOut;
import io.guildhall.domain.dispute.DisputeStatus.Withdrawn;
import io.guildhall.domain.dispute.Offer;
import io.guildhall.domain.dispute.OfferId;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Words;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where each part of a dispute stands in its row. */
final class DisputeMapping {

    /** What is written once. */
    static final List<String> ORIGIN =
            List.of(
                    "id",
                    "bounty_id",
                    "claim_id",
                    "submission_id",
                    "poster_id",
                    "agent_id",
                    "operator_id",
                    "opened_by",
                    "reason",
                    "created_at",
                    "version");

    /** What changes as the dispute goes on. */
    static final List<String> STATE =
            List.of(
                    "decide_by",
                    "status",
                    "answer_by",
                    "status_at",
                    "agent_share_bps",
                    "arbiter_id",
                    "ruling_notes",
                    "ruled_at",
                    "poster_evidence",
                    "agent_evidence",
                    "poster_offer_id",
                    "poster_offer_bps",
                    "poster_offer_at",
                    "agent_offer_id",
                    "agent_offer_bps",
                    "agent_offer_at",
                    "updated_at");

    private DisputeMapping() {}

    static List<@Nullable Object> origin(Dispute dispute) {
        SubmissionId submission = dispute.submission();
        return Arrays.asList(
                dispute.id().value(),
                dispute.bounty().value(),
                dispute.claim().value(),
                submission == null ? null : submission.value(),
                dispute.parties().poster().value(),
                dispute.parties().agent().value(),
                dispute.parties().operator().value(),
                dispute.openedBy().word(),
                dispute.reason(),
                dispute.createdAt(),
                dispute.version());
    }

    static List<@Nullable Object> state(Dispute dispute) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(dispute.decideBy());
        values.add(dispute.status().word());
        values.addAll(columns(dispute.status()));
        values.add(dispute.posterEvidence());
        values.add(dispute.agentEvidence());
        values.addAll(offer(dispute.posterOffer()));
        values.addAll(offer(dispute.agentOffer()));
        values.add(dispute.updatedAt());
        return values;
    }

    static Dispute read(Row row) throws SQLException {
        UUID submission = row.uuidOrNull("submission_id");
        return new Dispute(
                new DisputeId(row.uuid("id")),
                new BountyId(row.uuid("bounty_id")),
                new ClaimId(row.uuid("claim_id")),
                submission == null ? null : new SubmissionId(submission),
                new Parties(
                        new OperatorId(row.uuid("poster_id")),
                        new AgentId(row.uuid("agent_id")),
                        new OperatorId(row.uuid("operator_id"))),
                Words.parse(Side.class, row.text("opened_by")),
                row.text("reason"),
                row.instant("decide_by"),
                readStatus(row),
                row.integer("poster_evidence"),
                row.integer("agent_evidence"),
                readOffer(Side.POSTER, row),
                readOffer(Side.AGENT, row),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.number("version"));
    }

    /** From answer_by to ruled_at. */
    private static List<@Nullable Object> columns(DisputeStatus status) {
        return switch (status) {
            case Open(var answerBy) -> Arrays.asList(answerBy, null, null, null, null, null);
            case Answered(var at) -> ended(at, null);
            case Ruled(var decided) -> decided(decided, null);
            case Executed(var decided, var at) -> decided(decided, at);
            case Settled(var agentShareBps, var at) -> ended(at, agentShareBps);
            case Withdrawn(var at) -> ended(at, null);
            case TimedOut(var ruling, var at) -> ended(at, ruling.agentShare());
        };
    }

    private static List<@Nullable Object> ended(Instant at, @Nullable Integer agentShareBps) {
        return Arrays.asList(null, at, agentShareBps, null, null, null);
    }

    private static List<@Nullable Object> decided(Decided decided, @Nullable Instant executedAt) {
        return Arrays.asList(
                null,
                executedAt,
                decided.ruling().agentShare(),
                decided.arbiter().value(),
                decided.notes(),
                decided.at());
    }

    private static List<@Nullable Object> offer(@Nullable Offer offer) {
        return offer == null
                ? Arrays.asList(null, null, null)
                : Arrays.asList(offer.id().value(), offer.agentShareBps(), offer.at());
    }

    private static DisputeStatus readStatus(Row row) throws SQLException {
        String word = row.text("status");
        return switch (word) {
            case "open" -> new Open(row.instant("answer_by"));
            case "answered" -> new Answered(row.instant("status_at"));
            case "ruled" -> new Ruled(readDecided(row));
            case "executed" -> new Executed(readDecided(row), row.instant("status_at"));
            case "settled" -> new Settled(row.integer("agent_share_bps"), row.instant("status_at"));
            case "withdrawn" -> new Withdrawn(row.instant("status_at"));
            case "timed_out" -> new TimedOut(readRuling(row), row.instant("status_at"));
            default -> throw new IllegalStateException("No dispute is " + word);
        };
    }

    private static Decided readDecided(Row row) throws SQLException {
        return new Decided(
                readRuling(row),
                new OperatorId(row.uuid("arbiter_id")),
                row.text("ruling_notes"),
                row.instant("ruled_at"));
    }

    private static Ruling readRuling(Row row) throws SQLException {
        return Ruling.ofShare(row.integer("agent_share_bps"));
    }

    private static @Nullable Offer readOffer(Side by, Row row) throws SQLException {
        String offer = by.word() + "_offer_";
        UUID id = row.uuidOrNull(offer + "id");
        return id == null
                ? null
                : new Offer(
                        new OfferId(id), by, row.integer(offer + "bps"), row.instant(offer + "at"));
    }
}
