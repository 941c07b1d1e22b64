package io.guildhall.persistence.access;

import io.guildhall.application.access.IdempotencyKeys;
import io.guildhall.application.access.IdempotencyKeys.Reservation.Answered;
import io.guildhall.application.access.IdempotencyKeys.Reservation.Fresh;
import io.guildhall.application.access.IdempotencyKeys.Reservation.StillRunning;
import io.guildhall.application.access.IdempotencyKeys.Reservation.UsedOtherwise;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.StorageBusy;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Answered keys in PostgreSQL. A reservation is an insert that is not committed yet: whoever
 * inserts the same key waits until the first has ended, and then sees either its answer or nothing.
 */
@Singleton
public final class PostgresIdempotencyKeys implements IdempotencyKeys {

    /**
     * Sets the limit of the waiting before it waits, and takes it away again after the insert: all
     * in one statement, since every write of every caller begins with it. A setting of null is back
     * to the session's own.
     */
    private static final String INSERT =
            """
            INSERT INTO idempotency_key (id, caller, target, key, fingerprint, created_at)
            SELECT ?, ?, ?, ?, ?, ? WHERE set_config('lock_timeout', ?, true) IS NOT NULL
            ON CONFLICT (id) DO NOTHING
            RETURNING set_config('lock_timeout', NULL, true)
            """;

    private static final String RESET = "SELECT set_config('lock_timeout', NULL, true)";

    private static final String FIND =
            "SELECT fingerprint, status, body, created_at FROM idempotency_key WHERE id = ?";

    private static final String TAKE_OVER =
            """
            UPDATE idempotency_key SET fingerprint = ?, status = NULL, body = NULL, created_at = ?
            WHERE id = ? AND created_at = ?
            """;

    private static final String FORGET =
            """
            DELETE FROM idempotency_key WHERE id IN (
                SELECT id FROM idempotency_key WHERE created_at < ?
                ORDER BY created_at LIMIT ? FOR UPDATE SKIP LOCKED)
            """;

    private final Sql sql;
    private final Transactions transactions;

    PostgresIdempotencyKeys(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public Reservation reserve(Scope scope, String fingerprint, Instant now) {
        byte[] id = id(scope);
        try {
            if (insert(id, scope, fingerprint, now)) {
                return new Fresh();
            }
            Stored stored =
                    sql.first(FIND, PostgresIdempotencyKeys::stored, id)
                            .orElseThrow(() -> new LostRace("a key that was just forgotten"));
            Reservation reservation =
                    stored.createdAt().isBefore(now.minus(KEPT))
                            ? takeOver(id, stored, fingerprint, now)
                            : stored.reservation(fingerprint);
            sql.first(RESET, _ -> true);
            return reservation;
        } catch (RefusedException e) {
            if (e.error() instanceof StorageBusy) {
                return new StillRunning();
            }
            throw e;
        }
    }

    @Override
    public void answer(Scope scope, StoredAnswer answer) {
        int answered =
                sql.change(
                        "UPDATE idempotency_key SET status = ?, body = ? WHERE id = ?",
                        answer.status(),
                        answer.body(),
                        id(scope));
        if (answered != 1) {
            throw new IllegalStateException("Only a reserved key is answered");
        }
    }

    @Override
    public int forgetBefore(Instant time, int limit) {
        return transactions.run(() -> sql.change(FORGET, time, limit));
    }

    private boolean insert(byte[] id, Scope scope, String fingerprint, Instant now) {
        return !sql.changeReturning(
                        INSERT,
                        _ -> true,
                        id,
                        scope.caller(),
                        scope.target(),
                        scope.key(),
                        fingerprint,
                        now,
                        Long.toString(WAIT_MAX.toMillis()))
                .isEmpty();
    }

    private Reservation takeOver(byte[] id, Stored expired, String fingerprint, Instant now) {
        if (sql.change(TAKE_OVER, fingerprint, now, id, expired.createdAt()) == 0) {
            throw new LostRace("an idempotency key that had expired");
        }
        return new Fresh();
    }

    /** A key as it was committed. */
    private record Stored(String fingerprint, @Nullable StoredAnswer answer, Instant createdAt) {

        Reservation reservation(String presented) {
            if (!fingerprint.equals(presented)) {
                return new UsedOtherwise();
            }
            return answer == null ? new StillRunning() : new Answered(answer);
        }
    }

    private static Stored stored(Row row) throws SQLException {
        String body = row.textOrNull("body");
        return new Stored(
                row.text("fingerprint"),
                body == null ? null : new StoredAnswer(row.integer("status"), body),
                row.instant("created_at"));
    }

    /** Each part with its length before it, so that no two scopes run together into one text. */
    private static byte[] id(Scope scope) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {scope.caller(), scope.target(), scope.key()}) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
