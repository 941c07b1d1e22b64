package io.guildhall.persistence.claim;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.ClaimStatus;
import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.claim.ClaimStatus.Expired;
import io.guildhall.domain.claim.ClaimStatus.Failed;
import io.guildhall.domain.claim.ClaimStatus.Fulfilled;
import io.guildhall.domain.claim.ClaimStatus.Lapsed;
import io.guildhall.domain.claim.ClaimStatus.Pending;
import io.guildhall.domain.claim.ClaimStatus.Rejected;
import io.guildhall.domain.claim.ClaimStatus.Released;
import io.guildhall.domain.claim.ClaimStatus.Withdrawn;
import io.guildhall.domain.claim.Lease;
import io.guildhall.domain.claim.Lease.Held;
import io.guildhall.domain.claim.Lease.Paused;
import io.guildhall.domain.claim.Lease.Retrying;
import io.guildhall.domain.claim.Lease.Running;
import io.guildhall.domain.claim.Lease.Spent;
import io.guildhall.domain.claim.Lease.Ticking;
import io.guildhall.domain.claim.Parties;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Words;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where each part of a claim stands in its row. */
final class ClaimMapping {

    /** What is written once. */
    static final List<String> ORIGIN =
            List.of(
                    "id",
                    "bounty_id",
                    "poster_id",
                    "agent_id",
                    "operator_id",
                    "cover_letter",
                    "currency",
                    "proposed_reward_units",
                    "created_at",
                    "version");

    /** What changes as the claim lives. */
    static final List<String> STATE =
            List.of(
                    "status",
                    "lapses_at",
                    "claimed_at",
                    "lease",
                    "lease_ends_at",
                    "lease_stopped_at",
                    "lease_spent",
                    "lease_retry_by",
                    "status_at",
                    "reason",
                    "fence",
                    "submissions",
                    "stake_units",
                    "updated_at");

    private ClaimMapping() {}

    static List<@Nullable Object> origin(Claim claim) {
        Money proposed = claim.proposedReward();
        return Arrays.asList(
                claim.id().value(),
                claim.bounty().value(),
                claim.parties().poster().value(),
                claim.parties().agent().value(),
                claim.parties().operator().value(),
                claim.coverLetter(),
                claim.stake().currency().word(),
                proposed == null ? null : proposed.units(),
                claim.createdAt(),
                claim.version());
    }

    static List<@Nullable Object> state(Claim claim) {
        StatusColumns columns = columns(claim.status());
        return Arrays.asList(
                claim.status().word(),
                columns.lapsesAt(),
                columns.claimedAt(),
                columns.lease(),
                columns.leaseEndsAt(),
                columns.leaseStoppedAt(),
                columns.leaseSpent(),
                columns.leaseRetryBy(),
                columns.at(),
                columns.reason(),
                claim.fence(),
                claim.submissions(),
                claim.stake().units(),
                claim.updatedAt());
    }

    static Claim read(Row row) throws SQLException {
        Currency currency = Words.parse(Currency.class, row.text("currency"));
        Long proposed = row.numberOrNull("proposed_reward_units");
        return new Claim(
                new ClaimId(row.uuid("id")),
                new BountyId(row.uuid("bounty_id")),
                new Parties(
                        new OperatorId(row.uuid("poster_id")),
                        new AgentId(row.uuid("agent_id")),
                        new OperatorId(row.uuid("operator_id"))),
                row.text("cover_letter"),
                proposed == null ? null : new Money(proposed, currency),
                readStatus(row),
                row.number("fence"),
                row.integer("submissions"),
                new Money(row.number("stake_units"), currency),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.number("version"));
    }

    private static ClaimStatus readStatus(Row row) throws SQLException {
        String word = row.text("status");
        return switch (word) {
            case "pending" -> new Pending(row.instant("lapses_at"));
            case "active" -> new Active(row.instant("claimed_at"), readLease(row));
            case "fulfilled" -> new Fulfilled(row.instant("status_at"));
            case "rejected" -> new Rejected(row.text("reason"), row.instant("status_at"));
            case "withdrawn" -> new Withdrawn(row.instant("status_at"));
            case "lapsed" -> new Lapsed(row.instant("status_at"));
            case "released" -> new Released(row.text("reason"), row.instant("status_at"));
            case "expired" -> new Expired(row.instant("status_at"));
            case "failed" -> new Failed(row.text("reason"), row.instant("status_at"));
            default -> throw new IllegalStateException("No claim is " + word);
        };
    }

    private static Lease readLease(Row row) throws SQLException {
        Instant endsAt = row.instant("lease_ends_at");
        String word = row.text("lease");
        return switch (word) {
            case "running" -> new Running(endsAt);
            case "retrying" -> new Retrying(row.instant("lease_retry_by"), endsAt);
            case "paused" -> new Paused(endsAt, row.instant("lease_stopped_at"));
            case "held" -> new Held(readInterrupted(row, endsAt), row.instant("lease_stopped_at"));
            case "spent" -> new Spent(endsAt);
            default -> throw new IllegalStateException("No lease is " + word);
        };
    }

    private static Ticking readInterrupted(Row row, Instant endsAt) throws SQLException {
        if (row.flag("lease_spent")) {
            return new Spent(endsAt);
        }
        Instant retryBy = row.instantOrNull("lease_retry_by");
        return retryBy == null ? new Running(endsAt) : new Retrying(retryBy, endsAt);
    }

    /** A status taken apart; null where it says nothing. */
    private record StatusColumns(
            @Nullable Instant lapsesAt,
            @Nullable Instant claimedAt,
            @Nullable String lease,
            @Nullable Instant leaseEndsAt,
            @Nullable Instant leaseStoppedAt,
            @Nullable Boolean leaseSpent,
            @Nullable Instant leaseRetryBy,
            @Nullable Instant at,
            @Nullable String reason) {

        static StatusColumns active(Instant claimedAt, String lease, Instant endsAt) {
            return stopped(claimedAt, lease, endsAt, null, null);
        }

        static StatusColumns stopped(
                Instant claimedAt,
                String lease,
                Instant endsAt,
                @Nullable Instant since,
                @Nullable Boolean spent) {
            return new StatusColumns(
                    null, claimedAt, lease, endsAt, since, spent, null, null, null);
        }

        static StatusColumns retrying(
                Instant claimedAt,
                String lease,
                Retrying retrying,
                @Nullable Instant since,
                @Nullable Boolean spent) {
            return new StatusColumns(
                    null,
                    claimedAt,
                    lease,
                    retrying.endsAt(),
                    since,
                    spent,
                    retrying.retryBy(),
                    null,
                    null);
        }

        static StatusColumns ended(Instant at, @Nullable String reason) {
            return new StatusColumns(null, null, null, null, null, null, null, at, reason);
        }
    }

    private static StatusColumns columns(ClaimStatus status) {
        return switch (status) {
            case Pending(var lapsesAt) ->
                    new StatusColumns(lapsesAt, null, null, null, null, null, null, null, null);
            case Active(var claimedAt, Running(var endsAt)) ->
                    StatusColumns.active(claimedAt, "running", endsAt);
            case Active(var claimedAt, Paused(var endsAt, var since)) ->
                    StatusColumns.stopped(claimedAt, "paused", endsAt, since, null);
            case Active(var claimedAt, Held(Running(var endsAt), var since)) ->
                    StatusColumns.stopped(claimedAt, "held", endsAt, since, false);
            case Active(var claimedAt, Held(Retrying retrying, var since)) ->
                    StatusColumns.retrying(claimedAt, "held", retrying, since, false);
            case Active(var claimedAt, Held(Spent(var endsAt), var since)) ->
                    StatusColumns.stopped(claimedAt, "held", endsAt, since, true);
            case Active(var claimedAt, Retrying retrying) ->
                    StatusColumns.retrying(claimedAt, "retrying", retrying, null, null);
            case Active(var claimedAt, Spent(var endsAt)) ->
                    StatusColumns.active(claimedAt, "spent", endsAt);
            case Fulfilled(var at) -> StatusColumns.ended(at, null);
            case Rejected(var reason, var at) -> StatusColumns.ended(at, reason);
            case Withdrawn(var at) -> StatusColumns.ended(at, null);
            case Lapsed(var at) -> StatusColumns.ended(at, null);
            case Released(var reason, var at) -> StatusColumns.ended(at, reason);
            case Expired(var at) -> StatusColumns.ended(at, null);
            case Failed(var reason, var at) -> StatusColumns.ended(at, reason);
        };
    }
}
