package io.guildhall.domain.payout;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All payouts. A bounty is paid by one of them at most. */
public interface Payouts {

    Optional<Payout> find(PayoutId id);

    /**
     * Payouts by that rail whose {@link Payout#dueAt} has come, oldest first, kept from other
     * workers until the unit of work ends; those another worker keeps are passed over.
     */
    List<Payout> takeDue(Rail rail, Instant now, int limit);

    /** Newest first: the operator's, or for an agent's key those of its own work. */
    Page<Payout> of(Caller viewer, PageRequest page);

    /** Newest first: everybody's in that stage, by its word. */
    Page<Payout> inStage(String stage, PageRequest page);

    /** Those that paid for work on the bounty. */
    List<Payout> ofBounty(BountyId bounty);

    /** The operator's that wait for it to do something, oldest first. */
    List<Payout> blockedOf(OperatorId payee, int limit);

    void add(Payout payout);

    /**
     * Keeps the payout's new stage if nobody saved another since it was read.
     *
     * @throws io.guildhall.domain.shared.LostRace if somebody did
     * @return the payout with its new version
     */
    Payout save(Payout payout);
}
