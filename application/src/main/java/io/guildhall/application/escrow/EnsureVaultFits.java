package io.guildhall.application.escrow;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.EscrowHolds;
import io.guildhall.domain.escrow.EscrowVault;
import io.guildhall.domain.shared.Transactions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out, before anybody is told what to sign, whether the contract that is set up is the one at
 * which our bounties are under way: what another says of them would not be heard, and orders and
 * wallets would speak to one that does not know them. A bounty's id there is made from chain and
 * contract, so that it tells.
 */
public final class EnsureVaultFits {

    private final Transactions transactions;
    private final EscrowHolds holds;

    public EnsureVaultFits(Transactions transactions, EscrowHolds holds) {
        this.transactions = transactions;
        this.holds = holds;
    }

    /**
     * @param vault that is set up; null when none is
     * @return the bounties that are under way at another contract, or on another chain
     */
    public List<BountyId> handle(@Nullable EscrowVault vault) {
        return transactions.run(() ->
                holds.underWay().stream()
                        .filter(hold -> vault == null || !isAt(vault, hold))
                        .map(EscrowHold::bounty)
                        .toList());
    }

    static boolean isAt(EscrowVault vault, EscrowHold hold) {
        return vault.idOf(hold.poster(), hold.bounty()).equals(hold.onchainId());
    }
}
