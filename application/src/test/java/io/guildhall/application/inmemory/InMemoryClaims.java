package io.guildhall.application.inmemory;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.ClaimStatus;
import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.claim.ClaimStatus.Pending;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentStatus.Deactivated;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Claims in memory, with the uniqueness that a database would enforce. */
public final class InMemoryClaims implements Claims {

    private static final Comparator<Claim> AS_MADE =
            Comparator.<Claim, UUID>comparing(claim -> claim.id().value(), Rows.BY_BYTES);

    private final Rows<ClaimId, Claim> rows;
    private final InMemoryAgents agents;

    public InMemoryClaims(InMemoryTransactions transactions, InMemoryAgents agents) {
        this.rows = new Rows<>(transactions);
        this.agents = agents;
    }

    @Override
    public Optional<Claim> find(ClaimId id) {
        return rows.find(id);
    }

    @Override
    public Optional<Claim> latest(BountyId bounty, AgentId agent) {
        return rows
                .where(claim ->
                        claim.bounty().equals(bounty) && claim.parties().agent().equals(agent))
                .stream()
                .max(
                        Comparator.<Claim, Boolean>comparing(claim -> claim.status().isLive())
                                .thenComparing(AS_MADE));
    }

    @Override
    public List<Claim> pendingOn(BountyId bounty) {
        return asMade(claim -> isPending(claim) && claim.bounty().equals(bounty));
    }

    @Override
    public int countPendingOn(BountyId bounty) {
        return pendingOn(bounty).size();
    }

    @Override
    public int countPendingOn(BountyId bounty, OperatorId operator) {
        return (int)
                pendingOn(bounty).stream()
                        .filter(claim -> claim.parties().operator().equals(operator))
                        .count();
    }

    @Override
    public List<Claim> overdueOn(BountyId bounty, Instant now, int limit) {
        return pendingOn(bounty).stream()
                .filter(claim ->
                        claim.status() instanceof Pending(var lapsesAt) && !lapsesAt.isAfter(now))
                .limit(limit)
                .toList();
    }

    @Override
    public boolean anyOn(BountyId bounty) {
        return rows.any(claim -> claim.bounty().equals(bounty) && !claim.wasTurnedAway());
    }

    @Override
    public List<Claim> pendingOf(AgentId agent) {
        return asMade(claim -> isPending(claim) && claim.parties().agent().equals(agent));
    }

    @Override
    public boolean anyActiveOf(AgentId agent) {
        return rows.any(claim -> isActive(claim) && claim.parties().agent().equals(agent));
    }

    @Override
    public Map<BountyId, Set<AgentId>> claimants(Set<BountyId> bounties) {
        return rows.where(claim -> bounties.contains(claim.bounty())).stream()
                .collect(
                        Collectors.groupingBy(
                                Claim::bounty,
                                Collectors.mapping(
                                        claim -> claim.parties().agent(), Collectors.toSet())));
    }

    @Override
    public Page<Claim> onBounty(BountyId bounty, Caller viewer, PageRequest page) {
        return rows.newestFirst(
                claim -> claim.bounty().equals(bounty) && claim.parties().includes(viewer),
                claim -> claim.id().value(),
                page);
    }

    @Override
    public Page<Claim> ofAgent(AgentId agent, PageRequest page) {
        return rows.newestFirst(
                claim -> claim.parties().agent().equals(agent), claim -> claim.id().value(), page);
    }

    @Override
    public void add(Claim claim) {
        Optional<Agent> agent = agents.find(claim.parties().agent());
        if (agent.filter(one -> one.status() instanceof Deactivated).isPresent()) {
            throw new LostRace("agent " + claim.parties().agent());
        }
        addRecorded(claim);
    }

    @Override
    public void addRecorded(Claim claim) {
        mustBeAlone(claim);
        rows.add(claim.id(), claim);
    }

    @Override
    public Claim save(Claim claim) {
        if (rows.find(claim.id()).orElseThrow().version() != claim.version()) {
            throw new LostRace("claim " + claim.id());
        }
        mustBeAlone(claim);
        Claim saved = claim.atVersion(claim.version() + 1);
        rows.put(saved.id(), saved);
        return saved;
    }

    /** All of them, for whoever wants to check the whole market. */
    public List<Claim> all() {
        return rows.where(_ -> true);
    }

    private void mustBeAlone(Claim claim) {
        ClaimStatus status = claim.status();
        boolean disputed =
                rows.any(other ->
                        !other.id().equals(claim.id())
                                && other.bounty().equals(claim.bounty())
                                && ((status instanceof Active && isActive(other))
                                        || (status.isLive()
                                                && other.status().isLive()
                                                && isOfSameAgent(claim, other))));
        if (disputed) {
            throw new LostRace("a claim on bounty " + claim.bounty());
        }
    }

    private List<Claim> asMade(Predicate<Claim> condition) {
        return rows.where(condition).stream().sorted(AS_MADE).toList();
    }

    private static boolean isOfSameAgent(Claim claim, Claim other) {
        return other.parties().agent().equals(claim.parties().agent());
    }

    private static boolean isPending(Claim claim) {
        return claim.status() instanceof Pending;
    }

    private static boolean isActive(Claim claim) {
        return claim.status() instanceof Active;
    }
}
