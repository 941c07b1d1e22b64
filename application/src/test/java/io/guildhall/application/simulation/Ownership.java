package io.guildhall.application.simulation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyStatus;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.ClaimStatus;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Balance;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.ledger.LedgerProof;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutSource;
import io.guildhall.domain.payout.PayoutStage;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whose the money is: everybody has what it brought in and was paid, less what it took out, put up,
 * staked and forfeited, and the treasury has what was forfeited. It is reckoned from how bounties,
 * claims and payouts stand and never from transfers, which keep every sum even when they go to the
 * wrong one.
 */
final class Ownership {

    private final Ledger ledger;
    private final Cast cast;
    private final Known known;

    /** Claims as they last were with a stake on them. */
    private final Map<ClaimId, Claim> staked = new HashMap<>();

    private final Map<Currency, Long> treasuryBefore;

    Ownership(Ledger ledger, Cast cast, Known known) {
        this.ledger = ledger;
        this.cast = cast;
        this.known = known;
        this.treasuryBefore = treasury(ledger.prove());
    }

    /**
     * @param payouts of everybody
     * @param ofBounties those of them that were for work, each by its bounty
     */
    void holds(
            Collection<Bounty> bounties,
            Collection<Claim> claims,
            Collection<Payout> payouts,
            Map<BountyId, Payout> ofBounties,
            LedgerProof proof) {
        claims.stream()
                .filter(claim -> claim.stake().isPositive())
                .forEach(claim -> staked.put(claim.id(), claim));
        List<Claim> forfeited = forfeited(claims);
        Map<Currency, Long> treasury = new HashMap<>(treasuryBefore);
        forfeited.stream()
                .map(Claim::stake)
                .forEach(stake -> treasury.merge(stake.currency(), stake.units(), Long::sum));
        assertThat(treasury(proof)).as("the treasury has what was forfeited").isEqualTo(treasury);

        Purses purses = new Purses();
        known.toppedUp.forEach(topUp -> purses.in(topUp.operator(), topUp.amount()));
        ofBounties.values().forEach(payout -> purses.in(payout.payee(), payout.net()));
        payouts.stream()
                .filter(Ownership::wasTakenOut)
                .forEach(payout -> purses.out(payout.payee(), payout.net()));
        bounties.forEach(bounty -> purses.out(bounty.poster(), putUp(bounty, ofBounties)));
        claims.forEach(claim -> purses.out(claim.parties().operator(), claim.stake()));
        forfeited.forEach(claim -> purses.out(claim.parties().operator(), claim.stake()));
        for (Caller caller : cast.operators()) {
            for (Balance balance : ledger.balancesOf(caller.operator())) {
                assertThat(balance.available().plus(balance.inTransit()))
                        .as("what %s has", caller)
                        .isEqualTo(purses.of(caller.operator(), balance.currency()));
            }
        }
    }

    /** Those that have lost their stake, as they were while they had it. */
    List<Claim> forfeited(Collection<Claim> claims) {
        return claims.stream()
                .filter(this::hasForfeited)
                .map(claim -> requireNonNull(staked.get(claim.id())))
                .toList();
    }

    /** Nothing was submitted, and somebody else could have worked for more than half the lease. */
    private boolean hasForfeited(Claim claim) {
        Claim before = staked.get(claim.id());
        return before != null
                && claim.submissions() == 0
                && switch (claim.status()) {
                    case ClaimStatus.Expired _ -> true;
                    case ClaimStatus.Released(var _, var at) -> isHalfOver(before, at);
                    case ClaimStatus.Pending _,
                            ClaimStatus.Active _,
                            ClaimStatus.Fulfilled _,
                            ClaimStatus.Rejected _,
                            ClaimStatus.Withdrawn _,
                            ClaimStatus.Lapsed _,
                            ClaimStatus.Failed _ ->
                            false;
                };
    }

    private static boolean isHalfOver(Claim active, Instant at) {
        if (!(active.status() instanceof ClaimStatus.Active(var claimedAt, var _))) {
            throw new AssertionError("A stake lies on " + active);
        }
        Duration length = Duration.between(claimedAt, requireNonNull(active.leaseEndsAt()));
        return Duration.between(claimedAt, at).multipliedBy(2).compareTo(length) > 0;
    }

    private static boolean wasTakenOut(Payout payout) {
        return payout.source() instanceof PayoutSource.Withdrawal
                && payout.stage() instanceof PayoutStage.Completed;
    }

    /** Its poster's part of it: what lies there, or was paid out of it. */
    private static Money putUp(Bounty bounty, Map<BountyId, Payout> ofBounties) {
        Money reward = bounty.terms().reward();
        return switch (bounty.status()) {
            case BountyStatus.Open _,
                    BountyStatus.Claimed _,
                    BountyStatus.InReview _,
                    BountyStatus.Completed _,
                    BountyStatus.Disputed _ ->
                    reward;
            case BountyStatus.Paid _ -> requireNonNull(ofBounties.get(bounty.id())).gross();
            case BountyStatus.AwaitingFunding _, BountyStatus.Cancelled _, BountyStatus.Expired _ ->
                    Money.zero(reward.currency());
        };
    }

    private static Map<Currency, Long> treasury(LedgerProof proof) {
        return Invariants.units(proof, Account.Kind.PLATFORM_TREASURY);
    }

    /** What everybody should have. */
    private static final class Purses {

        private record Purse(OperatorId operator, Currency currency) {}

        private final Map<Purse, Money> purses = new HashMap<>();

        void in(OperatorId operator, Money amount) {
            purses.merge(new Purse(operator, amount.currency()), amount, Money::plus);
        }

        void out(OperatorId operator, Money amount) {
            in(operator, new Money(-amount.units(), amount.currency()));
        }

        Money of(OperatorId operator, Currency currency) {
            return purses.getOrDefault(new Purse(operator, currency), Money.zero(currency));
        }
    }
}
