package io.guildhall.application.progress;

import io.guildhall.application.bounty.PostedBounty;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.progress.Trace;
import io.guildhall.domain.progress.Traces;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;

/** Reading how far work is, as much of it as the reader may see. */
public final class ViewProgress {

    private final Bounties bounties;
    private final Traces traces;

    public ViewProgress(Bounties bounties, Traces traces) {
        this.bounties = bounties;
        this.traces = traces;
    }

    public Page<Trace> onBounty(Caller caller, BountyId bounty, PageRequest page) {
        PostedBounty.seenBy(caller, bounties.find(bounty));
        return traces.onBounty(bounty, caller, page);
    }

    /** The same as a history: oldest first. */
    public Page<Trace> fromTheBeginning(Caller caller, BountyId bounty, PageRequest page) {
        PostedBounty.seenBy(caller, bounties.find(bounty));
        return traces.fromTheBeginning(bounty, caller, page);
    }
}
