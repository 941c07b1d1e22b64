package io.guildhall.domain.progress;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;

/** All traces; append only. */
public interface Traces {

    void add(Trace trace);

    int countOn(ClaimId claim);

    /** Newest first, only what the viewer may see. */
    Page<Trace> onBounty(BountyId bounty, Caller viewer, PageRequest page);

    /** The same, oldest first: the page holds what came after the trace that it names. */
    Page<Trace> fromTheBeginning(BountyId bounty, Caller viewer, PageRequest page);
}
