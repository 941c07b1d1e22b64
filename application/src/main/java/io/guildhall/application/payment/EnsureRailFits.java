package io.guildhall.application.payment;

import io.guildhall.application.ledger.PretendedMoney;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.rail.RailMode;
import io.guildhall.domain.rail.RailRecords;
import io.guildhall.domain.shared.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * Finds out, before any money moves, whether the rail that is set up is the one that the ledger's
 * money came by: what was pretended could otherwise be withdrawn for real from what others have
 * paid in, and what is to be paid out for real would count as paid by a sandbox.
 */
public final class EnsureRailFits {

    private final Transactions transactions;
    private final PretendedMoney pretended;
    private final RailRecords records;

    public EnsureRailFits(Transactions transactions, Ledger ledger, RailRecords records) {
        this.transactions = transactions;
        this.pretended = new PretendedMoney(ledger);
        this.records = records;
    }

    /** What there is about the rail. */
    public enum Finding {
        FITS,
        /** The ledger has money of the sandbox's, and nobody has said that it stays. */
        PRETENDED_MONEY,
        /** There is a sandbox now, and payments or payout accounts of a rail outside are kept. */
        RAIL_IS_GONE,
        /** What is kept came in the rail's other mode. */
        OTHER_MODE
    }

    /**
     * @param mode of the rail that is set up; null for the sandbox
     * @param pretendedStays whether it is known that some money is pretended, and that as much has
     *     to stay on every balance ({@link PretendedMoney})
     */
    public Finding handle(@Nullable RailMode mode, boolean pretendedStays) {
        return transactions.run(() -> {
            if (mode == null) {
                return records.any() ? Finding.RAIL_IS_GONE : Finding.FITS;
            }
            boolean isAnother = records.mode().filter(before -> before != mode).isPresent();
            if (isAnother && records.any()) {
                return Finding.OTHER_MODE;
            }
            if (pretended.isThere() && !pretendedStays) {
                return Finding.PRETENDED_MONEY;
            }
            records.keep(mode);
            return Finding.FITS;
        });
    }
}
