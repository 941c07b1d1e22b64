package io.guildhall.domain.ledger;

import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.Subject;
import java.time.Instant;

/**
 * Money moved from one account to another: the first is debited, the second credited, by the same
 * amount, so debits equal credits always. Immutable but for the one step from PENDING; a mistake is
 * mended by another transfer.
 *
 * @param cause the aggregate on whose behalf it moves
 */
public record Transfer(
        TransferId id,
        Account debit,
        Account credit,
        Money amount,
        TransferStatus status,
        Purpose purpose,
        Subject cause,
        Instant at) {

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

    /**
     * The same transfer once its outcome is known.
     *
     * @throws IllegalStateException when it is not pending: an outcome is recorded once
     */
    public Transfer settled(TransferStatus outcome) {
        if (status != TransferStatus.PENDING || outcome == TransferStatus.PENDING) {
            throw new IllegalStateException(
                    "Transfer " + id + " is " + status + " and cannot become " + outcome);
        }
        return new Transfer(id, debit, credit, amount, outcome, purpose, cause, at);
    }
}
