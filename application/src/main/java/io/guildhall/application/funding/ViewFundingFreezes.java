package io.guildhall.application.funding;

import io.guildhall.domain.funding.FundingFreeze;
import io.guildhall.domain.funding.FundingFreezes;
import io.guildhall.domain.party.Caller;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The freezes that are in force, as an admin. */
public final class ViewFundingFreezes {

    private final FundingFreezes freezes;
    private final InstantSource clock;

    public ViewFundingFreezes(FundingFreezes freezes, InstantSource clock) {
        this.freezes = freezes;
        this.clock = clock;
    }

    public List<FundingFreeze> inForce(Caller caller) {
        caller.requireAdmin();
        Instant now = clock.instant();
        return freezes.all().stream().filter(freeze -> freeze.isInForce(now)).toList();
    }
}
