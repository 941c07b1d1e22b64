package io.guildhall.application.inmemory;

import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.shared.LostRace;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Bounties in memory. */
public final class InMemoryBounties implements Bounties {

    private final Rows<BountyId, Bounty> rows;

    public InMemoryBounties(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public Optional<Bounty> find(BountyId id) {
        return rows.find(id);
    }

    @Override
    public List<Bounty> findAll(Collection<BountyId> ids) {
        return rows.where(bounty -> ids.contains(bounty.id()));
    }

    @Override
    public Optional<Bounty> hold(BountyId id) {
        return rows.keep(id);
    }

    @Override
    public Optional<Bounty> lock(BountyId id) {
        return rows.keep(id);
    }

    /** There is one unit of work at a time, so that nobody else has it when it is asked for. */
    @Override
    public Optional<Bounty> lockUnlessHeld(BountyId id) {
        return rows.keep(id);
    }

    @Override
    public void add(Bounty bounty) {
        rows.add(bounty.id(), bounty);
    }

    @Override
    public Bounty save(Bounty bounty) {
        if (rows.find(bounty.id()).orElseThrow().version() != bounty.version()) {
            throw new LostRace("bounty " + bounty.id());
        }
        Bounty saved = bounty.atVersion(bounty.version() + 1);
        rows.put(saved.id(), saved);
        return saved;
    }

    /** All of them, for whoever wants to check the whole market. */
    public List<Bounty> all() {
        return rows.where(_ -> true);
    }
}
