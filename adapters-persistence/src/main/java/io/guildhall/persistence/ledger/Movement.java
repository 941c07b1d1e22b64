package io.guildhall.persistence.ledger;

import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.ledger.TransferStatus;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a set of transfers does to one account.
 *
 * @param balance credits less debits
 * @param pendingOut by how much the pending debits grow
 */
record Movement(long balance, long pendingOut) {

    private static final Movement NONE = new Movement(0, 0);

    /** By how much the account can spend more; negative where it has to have something. */
    long spendable() {
        return Math.subtractExact(balance, pendingOut);
    }

    /** In the order in which accounts are to be changed. */
    static SortedMap<Account, Movement> of(List<Transfer> transfers) {
        SortedMap<Account, Movement> movements = new TreeMap<>();
        for (Transfer transfer : transfers) {
            long units = transfer.amount().units();
            boolean posted = transfer.status() == TransferStatus.POSTED;
            add(movements, transfer.debit(), posted ? -units : 0, posted ? 0 : units);
            add(movements, transfer.credit(), posted ? units : 0, 0);
        }
        return movements;
    }

    static SortedMap<Account, Movement> settling(Transfer pending, TransferStatus outcome) {
        SortedMap<Account, Movement> movements = new TreeMap<>();
        long units = pending.amount().units();
        long moved = outcome == TransferStatus.POSTED ? units : 0;
        add(movements, pending.debit(), -moved, -units);
        add(movements, pending.credit(), moved, 0);
        return movements;
    }

    private static void add(
            SortedMap<Account, Movement> movements, Account account, long balance, long pending) {
        Movement before = movements.getOrDefault(account, NONE);
        movements.put(
                account,
                new Movement(
                        Math.addExact(before.balance(), balance),
                        Math.addExact(before.pendingOut(), pending)));
    }
}
