package io.guildhall.domain.claim;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All claims. On one bounty at most one is ACTIVE, and one agent has at most one that is live:
 * adding or saving another is a lost race.
 */
public interface Claims {

    Optional<Claim> find(ClaimId id);

    /** The agent's live claim on the bounty, or its latest one if none is live. */
    Optional<Claim> latest(BountyId bounty, AgentId agent);

    /** In the order in which they were made. */
    List<Claim> pendingOn(BountyId bounty);

    int countPendingOn(BountyId bounty);

    /** How many of those are of the operator's agents. */
    int countPendingOn(BountyId bounty, OperatorId operator);

    /** The pending ones that lapse by now, in the order in which they were made. */
    List<Claim> overdueOn(BountyId bounty, Instant now, int limit);

    /**
     * Whether any claim was ever made on the bounty, not counting those that were turned away
     * ({@link Claim#wasTurnedAway}).
     */
    boolean anyOn(BountyId bounty);

    /** In the order in which they were made. */
    List<Claim> pendingOf(AgentId agent);

    boolean anyActiveOf(AgentId agent);

    /** The agents that have or had a claim on each of the bounties. */
    Map<BountyId, Set<AgentId>> claimants(Set<BountyId> bounties);

    /** Newest first: all of the bounty for its poster, the caller's own for others. */
    Page<Claim> onBounty(BountyId bounty, Caller viewer, PageRequest page);

    /** Newest first: all that the agent ever made. */
    Page<Claim> ofAgent(AgentId agent, PageRequest page);

    /**
     * @throws io.guildhall.domain.shared.LostRace if the agent has a live claim on the bounty, or
     *     this one is ACTIVE and another one is too, or the agent is deactivated by now
     */
    void add(Claim claim);

    /**
     * The same for a claim that a contract has given already, whatever has become of its agent
     * since.
     */
    void addRecorded(Claim claim);

    /**
     * Keeps the claim's new state if nobody saved another since it was read.
     *
     * @throws io.guildhall.domain.shared.LostRace if somebody did, or another claim on the bounty
     *     became ACTIVE
     * @return the claim with its new version
     */
    Claim save(Claim claim);
}
