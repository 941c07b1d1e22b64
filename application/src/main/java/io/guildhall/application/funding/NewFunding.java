package io.guildhall.application.funding;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.funding.FundingError.FundingFrozen;
import io.guildhall.domain.funding.FundingFreeze;
import io.guildhall.domain.funding.FundingFreezes;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.Optional;

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
        covering(rail, currency, now)
                .ifPresent(freeze -> {
                    throw new RefusedException(new FundingFrozen(freeze, now));
                });
    }

    /** What a reward grows by is new money. */
    public void mustBeOpenIfRaised(Bounty before, Bounty after, Instant now) {
        BountyTerms terms = after.terms();
        if (before.terms().reward().isLessThan(terms.reward())) {
            mustBeOpen(terms.rail(), terms.currency(), now);
        }
    }

    /** For what follows by itself and has nobody who could be refused. */
    public boolean isOpen(Rail rail, Currency currency, Instant now) {
        return covering(rail, currency, now).isEmpty();
    }

    private Optional<FundingFreeze> covering(Rail rail, Currency currency, Instant now) {
        return freezes.all().stream()
                .filter(freeze -> freeze.isInForce(now) && freeze.scope().covers(rail, currency))
                .findFirst();
    }
}
