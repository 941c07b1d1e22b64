package io.guildhall.application.payment;

import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.rail.RailMode;
import io.guildhall.domain.rail.RailRecords;
import io.guildhall.domain.shared.Transactions;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out, before any money moves, whether the rail that is set up is the one that the ledger's
 * money came by: what was pretended could otherwise be withdrawn for real from what others have
 * paid in, and what is to be paid out for real would count as paid by a sandbox.
 */
public final class EnsureRailFits {

    private final Transactions transactions;
    private final Ledger ledger;
    private final RailRecords records;

    public EnsureRailFits(Transactions transactions, Ledger ledger, RailRecords records) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.records = records;
    }

    /** What there is about the rail. */
    public enum Finding {
        FITS,
        /** The ledger has money of the sandbox's. */
        PRETENDED_MONEY,
        /** There is a sandbox now, and payments or payout accounts of a rail outside are kept. */
        RAIL_IS_GONE,
        /** What is kept came in the rail's other mode. */
        OTHER_MODE
    }

    /**
     * @param mode of the rail that is set up; null for the sandbox
     */
    public Finding handle(@Nullable RailMode mode) {
        return transactions.run(() -> {
            if (mode == null) {
                return records.any() ? Finding.RAIL_IS_GONE : Finding.FITS;
            }
            if (holdsPretendedMoney()) {
                return Finding.PRETENDED_MONEY;
            }
            boolean isAnother = records.mode().filter(before -> before != mode).isPresent();
            if (isAnother && records.any()) {
                return Finding.OTHER_MODE;
            }
            records.keep(mode);
            return Finding.FITS;
        });
    }

    private boolean holdsPretendedMoney() {
        return Stream.of(Currency.values())
                .anyMatch(
                        currency -> !ledger.spendable(Account.externalSandbox(currency)).isZero());
    }
}
