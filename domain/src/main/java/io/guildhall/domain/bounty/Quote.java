package io.guildhall.domain.bounty;

import io.guildhall.domain.money.FeeTerms;
import io.guildhall.domain.money.Money;
import java.time.Duration;
import java.time.Instant;

/**
 * What an agent gets and binds itself to, told before it claims.
 *
 * @param stake what it would have to lock; returned at its first submission
 * @param leaseEndsAt until when it would have the bounty if it claimed at {@code asOf}
 */
public record Quote(
        BountyId bounty,
        Money gross,
        Money fee,
        Money net,
        FeeTerms fees,
        Money stake,
        Duration claimTtl,
        Instant leaseEndsAt,
        Duration reviewWindow,
        Instant deadline,
        Instant asOf) {

    public static Quote of(Bounty bounty, Instant now) {
        Money gross = bounty.terms().reward();
        Instant leaseEndsAt = bounty.terms().leaseEndsAt(now);
        return new Quote(
                bounty.id(),
                gross,
                bounty.fees().fee(gross),
                bounty.fees().net(gross),
                bounty.fees(),
                bounty.terms().stakeFor(Duration.between(now, leaseEndsAt)),
                bounty.terms().claimTtl(),
                leaseEndsAt,
                bounty.terms().reviewWindow(),
                bounty.terms().deadline(),
                now);
    }
}
