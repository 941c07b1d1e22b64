package io.guildhall.domain.escrow;

import io.guildhall.domain.escrow.ChainReader.Block;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a contract's facts are recorded, block by block, so that a fork of the chain is seen.
 * Places far behind are forgotten.
 */
public interface ChainTrail {

    /** Empty before the first round. */
    Optional<Block> last(EscrowVault.Site site);

    /**
     * Moves on if nobody else has.
     *
     * @param from what {@link #last} said; null when that was empty
     * @param at when {@code to} was made: so far in time the contract was heard
     * @return false when it stands elsewhere by now
     */
    boolean advance(EscrowVault.Site site, @Nullable Block from, Block to, Instant at);

    /** Where it stood before, newest first; the last {@code limit} places, the present included. */
    List<Block> places(EscrowVault.Site site, int limit);

    /** Forgets every place after that block. */
    void goBack(EscrowVault.Site site, long block);
}
