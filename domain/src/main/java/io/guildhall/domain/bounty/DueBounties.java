package io.guildhall.domain.bounty;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where time has something to do. Every timer is the data of its aggregate ({@link
 * io.guildhall.domain.shared.Timer}); this port only finds those that are due.
 */
public interface DueBounties {

    /**
     * Bounties with a timer that is due: their own, or one of their pending and active claims, of
     * the submission under review, or of an undecided dispute. One that waits for money by the
     * chain is due only once the chain was heard beyond its time ({@link
     * io.guildhall.domain.escrow.ChainTrail}), for the money may have come in time.
     *
     * <p>Also those of which only a contract's facts tell what is due there: it has refused an
     * order for good, or holds money for what is over here, and has waited for long enough ({@link
     * io.guildhall.domain.escrow.EscrowHold}). By id, behind the one named, each once; reads only
     * and keeps nobody out.
     */
    List<BountyId> due(Instant now, @Nullable BountyId after, int limit);
}
