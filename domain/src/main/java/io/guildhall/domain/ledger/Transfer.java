package io.guildhall.domain.ledger;

import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money moved from one account to another: the first is debited, the second credited, by the same
 * amount, so debits equal credits always. Immutable but for the one step from PENDING; a mistake is
 * mended by another transfer.
 *
 * @param cause the aggregate on whose behalf it moves
 * @param settledAt when the outcome of one that was pending was known; null for one that still is,
 *     or that was posted when it was made
 */
public record Transfer(
        TransferId id,
        Account debit,
        Account credit,
        Money amount,
        TransferStatus status,
        Purpose purpose,
        Subject cause,
        Instant at,
        @Nullable Instant settledAt) {

    public Transfer {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("A transfer moves a positive amount, not " + amount);
        }
        if (debit.equals(credit)) {
            throw new IllegalArgumentException(
                    "A transfer needs two accounts, not twice " + debit.code());
        }
        if (debit.currency() != amount.currency() || credit.currency() != amount.currency()) {
            throw new IllegalArgumentException("A transfer keeps to one currency");
        }
    }

    /** As it is made. */
    public Transfer(
            TransferId id,
            Account debit,
            Account credit,
            Money amount,
            TransferStatus status,
            Purpose purpose,
            Subject cause,
            Instant at) {
        this(id, debit, credit, amount, status, purpose, cause, at, null);
    }

    /** From when on a posted one has moved its money. */
    public Instant countsFrom() {
        return settledAt == null ? at : settledAt;
    }

    /**
     * The same transfer once its outcome is known.
     *
     * @throws IllegalStateException when it is not pending: an outcome is recorded once
     */
    public Transfer settled(TransferStatus outcome, Instant now) {
        if (status != TransferStatus.PENDING || outcome == TransferStatus.PENDING) {
            throw new IllegalStateException(
                    "Transfer " + id + " is " + status + " and cannot become " + outcome);
        }
        return new Transfer(id, debit, credit, amount, outcome, purpose, cause, at, now);
    }
}
