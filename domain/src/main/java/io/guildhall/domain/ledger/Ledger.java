package io.guildhall.domain.ledger;

import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.Subject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    void settle(TransferId transfer, TransferStatus outcome, Instant now);

    /**
     * What the account has, less its pending debits: what can still be taken from it. Unused
     * accounts have zero.
     */
    Money spendable(Account account);

    /** The same; nobody else moves anything on an account in use until the unit of work ends. */
    Money lock(Account account);

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

    /**
     * What was posted on the operator's accounts from one instant to another, by {@link
     * Transfer#countsFrom}, so that what was once told of a period that is over stays true; empty
     * when that is more than so many transfers.
     */
    Optional<Statement> statement(
            OperatorId operator, Currency currency, Instant from, Instant to, int transfersMax);

    /**
     * By how much each cause has changed what lies outside behind that account, above zero where
     * money came in; causes that changed nothing are left out.
     */
    Map<Subject, Money> movedThrough(Account outside);

    /**
     * Accounts of debts whose operators have something by which they can be paid, in the order of
     * their codes.
     */
    List<Account> payableDebts(int limit);

    LedgerProof prove();
}
