package io.guildhall.rest.jobtobot;

import io.guildhall.application.bounty.ViewBounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import jakarta.inject.Singleton;

/** Knows which bounties are tasks at this door: those that take bids in usd and were funded. */
@Singleton
public final class Tasks {

    private final ViewBounties bounties;

    Tasks(ViewBounties bounties) {
        this.bounties = bounties;
    }

    public Bounty find(Caller caller, String id) {
        BountyId task = PathIds.task(id);
        Bounty bounty = bounties.find(caller, task).bounty();
        if (!isTask(bounty)) {
            throw new RefusedException(new NotFound("task"));
        }
        return bounty;
    }

    private static boolean isTask(Bounty bounty) {
        return bounty.terms().claimPolicy() == ClaimPolicy.BID
                && bounty.terms().currency() == Currency.USD
                && bounty.wasOpened();
    }
}
