package io.guildhall.persistence.bounty;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyStatus;
import io.guildhall.domain.bounty.BountyStatus.AwaitingFunding;
import io.guildhall.domain.bounty.BountyStatus.Cancelled;
import io.guildhall.domain.bounty.BountyStatus.Claimed;
import io.guildhall.domain.bounty.BountyStatus.Completed;
import io.guildhall.domain.bounty.BountyStatus.Disputed;
import io.guildhall.domain.bounty.BountyStatus.Expired;
import io.guildhall.domain.bounty.BountyStatus.InReview;
import io.guildhall.domain.bounty.BountyStatus.Open;
import io.guildhall.domain.bounty.BountyStatus.Paid;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.bounty.UnderWork;
import io.guildhall.domain.bounty.Verification;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.FeeTerms;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Words;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where each part of a bounty stands in its row. */
final class BountyMapping {

    /** What the poster's terms fill. */
    static final List<String> TERMS =
            List.of(
                    "title",
                    "description",
                    "acceptance_criteria",
                    "category",
                    "capabilities",
                    "reward_units",
                    "currency",
                    "claim_policy",
                    "rail",
                    "ai_agents_allowed",
                    "deadline",
                    "claim_ttl_seconds",
                    "review_window_seconds",
                    "min_reputation",
                    "quality_gate",
                    "stake_bps",
                    "issue_url",
                    "verification");

    /** What changes as the bounty lives. */
    static final List<String> STATE =
            List.of(
                    "status",
                    "fund_by",
                    "claim_id",
                    "submission_id",
                    "dispute_id",
                    "status_at",
                    "cancel_reason",
                    "last_fence",
                    "opened_at",
                    "updated_at");

    private BountyMapping() {}

    static List<@Nullable Object> terms(BountyTerms terms) {
        return Arrays.asList(
                terms.title(),
                terms.description(),
                terms.acceptanceCriteria(),
                terms.category(),
                terms.capabilities(),
                terms.reward().units(),
                terms.currency().word(),
                Words.of(terms.claimPolicy()),
                Words.of(terms.rail()),
                terms.aiAgentsAllowed(),
                terms.deadline(),
                terms.claimTtl().toSeconds(),
                terms.reviewWindow().toSeconds(),
                terms.minReputation(),
                terms.qualityGate(),
                terms.stakeBps(),
                terms.issueUrl(),
                terms.verification().proofs().stream().map(Proof::word).toList());
    }

    static List<@Nullable Object> state(Bounty bounty) {
        StatusColumns columns = columns(bounty.status());
        return Arrays.asList(
                bounty.status().word(),
                columns.fundBy(),
                columns.claim() == null ? null : columns.claim().value(),
                columns.submission() == null ? null : columns.submission().value(),
                columns.dispute() == null ? null : columns.dispute().value(),
                columns.at(),
                columns.reason(),
                bounty.lastFence(),
                bounty.openedAt(),
                bounty.updatedAt());
    }

    static Bounty read(Row row) throws SQLException {
        return new Bounty(
                new BountyId(row.uuid("id")),
                new OperatorId(row.uuid("poster_id")),
                readTerms(row),
                new FeeTerms(row.integer("fee_basis_points")),
                readStatus(row),
                row.number("last_fence"),
                row.instant("created_at"),
                row.instantOrNull("opened_at"),
                row.instant("updated_at"),
                row.number("version"));
    }

    static String columns(String alias) {
        return Stream.of(
                        List.of("id", "poster_id", "fee_basis_points", "created_at", "version"),
                        TERMS,
                        STATE)
                .flatMap(List::stream)
                .map(column -> alias + "." + column)
                .collect(Collectors.joining(", "));
    }

    private static BountyTerms readTerms(Row row) throws SQLException {
        return new BountyTerms(
                row.text("title"),
                row.text("description"),
                row.texts("acceptance_criteria"),
                row.text("category"),
                row.texts("capabilities"),
                new Money(
                        row.number("reward_units"),
                        Words.parse(Currency.class, row.text("currency"))),
                Words.parse(ClaimPolicy.class, row.text("claim_policy")),
                Words.parse(Rail.class, row.text("rail")),
                row.flag("ai_agents_allowed"),
                row.instant("deadline"),
                Duration.ofSeconds(row.number("claim_ttl_seconds")),
                Duration.ofSeconds(row.number("review_window_seconds")),
                row.integer("min_reputation"),
                row.flag("quality_gate"),
                row.integer("stake_bps"),
                row.textOrNull("issue_url"),
                new Verification(
                        row.texts("verification").stream()
                                .map(word -> Words.parse(Proof.class, word))
                                .collect(Collectors.toSet())));
    }

    private static BountyStatus readStatus(Row row) throws SQLException {
        String word = row.text("status");
        return switch (word) {
            case "awaiting_funding" -> new AwaitingFunding(row.instant("fund_by"));
            case "open" -> new Open();
            case "claimed" -> new Claimed(claim(row));
            case "in_review" ->
                    new InReview(claim(row), new SubmissionId(row.uuid("submission_id")));
            case "disputed" ->
                    new Disputed(
                            new DisputeId(row.uuid("dispute_id")),
                            readInterrupted(row),
                            row.instant("status_at"));
            case "completed" ->
                    new Completed(claim(row), submission(row), row.instant("status_at"));
            case "paid" -> new Paid(claim(row), submission(row), row.instant("status_at"));
            case "cancelled" -> new Cancelled(row.text("cancel_reason"), row.instant("status_at"));
            case "expired" -> new Expired(row.instant("status_at"));
            default -> throw new IllegalStateException("No bounty is " + word);
        };
    }

    private static UnderWork readInterrupted(Row row) throws SQLException {
        SubmissionId underReview = submission(row);
        return underReview == null
                ? new Claimed(claim(row))
                : new InReview(claim(row), underReview);
    }

    private static ClaimId claim(Row row) throws SQLException {
        return new ClaimId(row.uuid("claim_id"));
    }

    private static @Nullable SubmissionId submission(Row row) throws SQLException {
        UUID id = row.uuidOrNull("submission_id");
        return id == null ? null : new SubmissionId(id);
    }

    /** A status taken apart; null where it says nothing. */
    private record StatusColumns(
            @Nullable Instant fundBy,
            @Nullable ClaimId claim,
            @Nullable SubmissionId submission,
            @Nullable DisputeId dispute,
            @Nullable Instant at,
            @Nullable String reason) {

        static StatusColumns work(
                ClaimId claim, @Nullable SubmissionId submission, @Nullable Instant at) {
            return new StatusColumns(null, claim, submission, null, at, null);
        }

        static StatusColumns ended(Instant at, @Nullable String reason) {
            return new StatusColumns(null, null, null, null, at, reason);
        }
    }

    private static StatusColumns columns(BountyStatus status) {
        return switch (status) {
            case AwaitingFunding(var fundBy) ->
                    new StatusColumns(fundBy, null, null, null, null, null);
            case Open _ -> new StatusColumns(null, null, null, null, null, null);
            case Claimed(var claim) -> StatusColumns.work(claim, null, null);
            case InReview(var claim, var submission) -> StatusColumns.work(claim, submission, null);
            case Disputed(var dispute, var interrupted, var since) ->
                    new StatusColumns(
                            null,
                            interrupted.claim(),
                            interrupted.underReview(),
                            dispute,
                            since,
                            null);
            case Completed(var claim, var submission, var at) ->
                    StatusColumns.work(claim, submission, at);
            case Paid(var claim, var submission, var at) ->
                    StatusColumns.work(claim, submission, at);
            case Cancelled(var reason, var at) -> StatusColumns.ended(at, reason);
            case Expired(var at) -> StatusColumns.ended(at, null);
        };
    }
}
