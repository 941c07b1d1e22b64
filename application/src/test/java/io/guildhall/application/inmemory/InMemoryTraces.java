package io.guildhall.application.inmemory;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.progress.Trace;
import io.guildhall.domain.progress.TraceId;
import io.guildhall.domain.progress.Traces;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;

/** Traces in memory. */
public final class InMemoryTraces implements Traces {

    private final Rows<TraceId, Trace> rows;

    public InMemoryTraces(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public void add(Trace trace) {
        rows.add(trace.id(), trace);
    }

    @Override
    public int countOn(ClaimId claim) {
        return rows.where(trace -> trace.claim().equals(claim)).size();
    }

    @Override
    public Page<Trace> onBounty(BountyId bounty, Caller viewer, PageRequest page) {
        return rows.newestFirst(
                trace -> trace.bounty().equals(bounty) && trace.isVisibleTo(viewer),
                trace -> trace.id().value(),
                page);
    }

    @Override
    public Page<Trace> fromTheBeginning(BountyId bounty, Caller viewer, PageRequest page) {
        return rows.oldestFirst(
                trace -> trace.bounty().equals(bounty) && trace.isVisibleTo(viewer),
                trace -> trace.id().value(),
                page);
    }
}
