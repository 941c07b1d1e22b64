package io.guildhall.domain.ledger;

import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.Subject;
import java.util.Collection;
import java.util.List;

/**
 * Where every cent is. Posts in the caller's unit of work; after any call debits equal credits per
 * currency, and no account that may not be negative is below zero with its pending debits counted.
 */
public interface Ledger {

    /**
     * Moves money by all of these transfers or none. A transfer's id is its idempotency: posting an
     * id twice is a bug and throws.
     *
     * @throws io.guildhall.domain.shared.RefusedException with {@link
     *     LedgerError.InsufficientFunds}; the unit of work is then to be undone
     */
    void post(List<Transfer> transfers);

    /**
     * Ends a pending transfer.
     *
     * @throws IllegalStateException when it is not pending: an outcome is recorded once
     */
    void settle(TransferId transfer, TransferStatus outcome);

    /**
     * What the account has, less its pending debits: what can still be taken from it. Unused
     * accounts have zero.
     */
    Money spendable(Account account);

    /**
     * One balance for each currency, in the order of {@link io.guildhall.domain.money.Currency}.
     */
    List<Balance> balancesOf(OperatorId operator);

    /**
     * Entries of all accounts the operator holds, newest first; {@code after} is a transfer's id,
     * and the limit counts transfers, so that the two entries of one transfer (the payer's, then
     * the payee's) are never parted.
     */
    Page<Entry> entriesOf(OperatorId operator, PageRequest page);

    /** What moved on behalf of any of these, oldest first. */
    List<Transfer> causedBy(Collection<Subject> causes, int limit);

    LedgerProof prove();
}
