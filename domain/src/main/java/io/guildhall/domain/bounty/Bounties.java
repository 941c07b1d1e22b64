package io.guildhall.domain.bounty;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The bounties of this market. */
public interface Bounties {

    /** As it was last committed, without keeping anybody out. */
    Optional<Bounty> find(BountyId id);

    /** Those that there are, in any order, as {@link #find} finds each. */
    List<Bounty> findAll(Collection<BountyId> ids);

    /**
     * Keeps the bounty as it is until the unit of work ends, together with others that only hold
     * it.
     */
    Optional<Bounty> hold(BountyId id);

    /** Keeps everybody else from changing or holding the bounty until the unit of work ends. */
    Optional<Bounty> lock(BountyId id);

    /**
     * The same as {@link #lock}, but empty as well when somebody else holds or locks it at this
     * moment: for workers, which then leave it to that one.
     */
    Optional<Bounty> lockUnlessHeld(BountyId id);

    void add(Bounty bounty);

    /**
     * Keeps the bounty's new state if nobody saved another since it was read.
     *
     * @throws io.guildhall.domain.shared.LostRace if somebody did
     * @return the bounty with its new version
     */
    Bounty save(Bounty bounty);
}
