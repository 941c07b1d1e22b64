package io.guildhall.application.funding;

import io.guildhall.domain.funding.FundingError.FundingFrozen;
import io.guildhall.domain.funding.FundingFreezes;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;

/**
 * Asked by whatever takes new money or puts money to new work. What is in the middle of being kept
 * when a freeze begins is still kept; what comes later is refused by every replica.
 */
public final class NewFunding {

    private final FundingFreezes freezes;

    public NewFunding(FundingFreezes freezes) {
        this.freezes = freezes;
    }

    public void mustBeOpen(Rail rail, Currency currency, Instant now) {
        freezes.all().stream()
                .filter(freeze -> freeze.isInForce(now) && freeze.scope().covers(rail, currency))
                .findFirst()
                .ifPresent(freeze -> {
                    throw new RefusedException(new FundingFrozen(freeze, now));
                });
    }
}
