package io.guildhall.persistence.shared;

import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.StorageBusy;
import io.guildhall.domain.shared.StorageUnavailable;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What a failure of the database means to the core: a lost race, a long wait, an outage, or a bug.
 */
final class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String RESTED_IN_TRANSACTION = "25P03";

    /** Two decided on the same state at once; whoever comes second decides again. */
    private static final Set<String> RACED_FOR =
            Set.of(
                    "credential_one_live_per_key",
                    "claim_one_active_per_bounty",
                    "claim_one_live_per_agent",
                    "payout_one_per_submission",
                    "payout_one_per_bounty",
                    "payout_one_per_dispute",
                    "payout_one_per_ticket",
                    "membership_one_active_per_agent",
                    "application_one_pending_per_agent",
                    "channel_name_once",
                    "dispute_one_per_side_and_submission",
                    "dispute_one_per_side_and_claim",
                    "dispute_one_undecided_per_bounty",
                    "webhook_delivery_once_a_round",
                    "agent_link_github_of_one",
                    "tracked_pull_request_one_per_claim",
                    "agent_link_github_held",
                    "operator_github_of_one",
                    "operator_github_held",
                    "agent_card_slug_of_one",
                    "agent_card_name_of_one",
                    "payee_account_pkey",
                    "payment_one_under_way_per_bounty");

    private Failures() {}

    static RuntimeException translated(SQLException failure) {
        if (isLostRace(failure)) {
            return new LostRace("rows: " + failure.getMessage());
        }
        if (LOCK_NOT_AVAILABLE.equals(failure.getSQLState())) {
            // What is waited for shortly on purpose is refused so too, and is nothing to tell of.
            return new RefusedException(new StorageBusy());
        }
        return isOutage(failure) ? unavailable(failure) : new DatabaseFailure(failure);
    }

    /** The same for what Hibernate and the transaction manager have wrapped. */
    static RuntimeException translated(RuntimeException failure) {
        if (failure instanceof RefusedException
                || failure instanceof LostRace
                || failure instanceof DatabaseFailure) {
            return failure;
        }
        return sqlCause(failure)
                .map(Failures::translated)
                .filter(meaning -> !(meaning instanceof DatabaseFailure))
                .orElse(failure);
    }

    static RuntimeException unavailable(Throwable cause) {
        return refusal(new StorageUnavailable(false), cause);
    }

    /** What a failed commit means: undone for a stated reason, or nobody knows. */
    static RuntimeException ofCommit(Exception failure) {
        SQLException cause = sqlCause(failure).orElse(null);
        if (cause != null && isLostRace(cause)) {
            return translated(cause);
        }
        if (cause != null && isClass(cause, "23")) {
            return new DatabaseFailure(cause);
        }
        return refusal(new StorageUnavailable(true), failure);
    }

    private static RefusedException refusal(StorageUnavailable error, Throwable cause) {
        // A refusal carries no cause along, so this is the only place that can tell it.
        LOG.warnf("The database does not answer as it should: %s", cause);
        return new RefusedException(error);
    }

    private static boolean isLostRace(SQLException failure) {
        return switch (failure.getSQLState()) {
            case null -> false;
            case "40001", "40P01" -> true;
            case UNIQUE_VIOLATION, FOREIGN_KEY_VIOLATION -> RACED_FOR.contains(constraint(failure));
            default -> false;
        };
    }

    /**
     * Connection lost, server stopping, resources at an end, statement cancelled for its length,
     * session ended for its rest in a transaction. The pool's own complaints carry no state at all.
     */
    private static boolean isOutage(SQLException failure) {
        return isClass(failure, "08")
                || isClass(failure, "53")
                || isClass(failure, "57")
                || isClass(failure, "58")
                || RESTED_IN_TRANSACTION.equals(failure.getSQLState())
                || failure.getSQLState() == null;
    }

    private static boolean isClass(SQLException failure, String start) {
        return failure.getSQLState() != null && failure.getSQLState().startsWith(start);
    }

    private static String constraint(SQLException failure) {
        if (failure instanceof PSQLException refused) {
            ServerErrorMessage message = refused.getServerErrorMessage();
            String name = message == null ? null : message.getConstraint();
            return name == null ? "" : name;
        }
        return "";
    }

    private static Optional<SQLException> sqlCause(@Nullable Throwable failure) {
        if (failure instanceof SQLException found) {
            return Optional.of(found);
        }
        if (failure == null) {
            return Optional.empty();
        }
        // The transaction manager hands on what a resource told it as a suppressed exception.
        for (Throwable suppressed : failure.getSuppressed()) {
            Optional<SQLException> found = sqlCause(suppressed);
            if (found.isPresent()) {
                return found;
            }
        }
        return sqlCause(failure.getCause());
    }
}
