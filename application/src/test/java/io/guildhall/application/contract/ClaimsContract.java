package io.guildhall.application.contract;

import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.claim.ClaimFixture.LAPSES_AT;
import static io.guildhall.domain.claim.ClaimFixture.bidding;
import static io.guildhall.domain.claim.ClaimFixture.staked;
import static io.guildhall.domain.claim.ClaimFixture.with;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.money.MoneyFixture.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.ClaimStatus;
import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.claim.ClaimStatus.Released;
import io.guildhall.domain.claim.ClaimStatus.Withdrawn;
import io.guildhall.domain.claim.Lease;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of Claims keeps. */
public abstract class ClaimsContract extends PortContract {

    private static final int THOUSANDS = 4_100;

    @Test
    public void claimIsFoundAsItWasAdded() {
        Claim pending = pendingClaim(openBounty(operator()), agentOf(operator()));
        Claim active = activeClaim(openBounty(operator()), agentOf(operator()));

        assertThat(found(pending)).isEqualTo(pending);
        assertThat(found(active)).isEqualTo(active);
        assertThat(unit(() -> ports().claims().find(new ClaimId(ids.next())))).isEmpty();
    }

    @Test
    public void everyStatusIsKept() {
        Instant at = clock.instant();
        Instant later = at.plus(Duration.ofDays(2)).plusNanos(1_000);
        List<ClaimStatus> statuses =
                List.of(
                        new ClaimStatus.Pending(later),
                        new Active(at, new Lease.Running(later)),
                        new Active(at, new Lease.Paused(later, at)),
                        new Active(at, new Lease.Retrying(at, later)),
                        new Active(at, new Lease.Held(new Lease.Retrying(at, later), at)),
                        new Active(at, new Lease.Held(new Lease.Running(later), at)),
                        new Active(at, new Lease.Held(new Lease.Spent(later), at)),
                        new Active(at, new Lease.Spent(later)),
                        new ClaimStatus.Fulfilled(at),
                        new ClaimStatus.Rejected("Somebody else fits better", at),
                        new Withdrawn(at),
                        new ClaimStatus.Lapsed(at),
                        new Released("Too much", at),
                        new ClaimStatus.Expired(at),
                        new ClaimStatus.Failed("lease_ended", at));
        Set<Class<?>> covered = new HashSet<>();
        statuses.forEach(status -> covered.add(status.getClass()));
        assertThat(covered).containsExactlyInAnyOrder(ClaimStatus.class.getPermittedSubclasses());
        Operator poster = operator();
        Agent agent = agentOf(operator());

        for (ClaimStatus status : statuses) {
            Claim pending = pendingClaim(openBounty(poster), agent);
            Claim next = with(pending, status, wasActive(status) ? 4 : 0, 2);
            Claim saved = unit(() -> ports().claims().save(next));

            assertThat(saved.version()).isGreaterThan(pending.version());
            assertThat(found(pending)).isEqualTo(saved);
            assertThat(found(pending).status()).isEqualTo(status);
        }
    }

    @Test
    public void priceAndStakeAreKept() {
        Agent agent = agentOf(operator());
        Claim bid = bidding(newClaim(openBounty(operator()), agent), usd(12_345));
        unit(() -> ports().claims().add(bid));
        Bounty inUsdc = openBounty(operator(), terms().reward(usdc(100)).build());
        Claim exact = bidding(newClaim(inUsdc, agent), new Money(1_234_567, Currency.USDC));
        var active = new Active(clock.instant(), new Lease.Running(clock.instant()));
        Claim inExactUnits = staked(with(exact, active, 1, 0), new Money(61_728, Currency.USDC));
        unit(() -> ports().claims().add(inExactUnits));

        assertThat(found(bid)).isEqualTo(bid);
        assertThat(found(inExactUnits)).isEqualTo(inExactUnits);

        Claim started = staked(with(bid, active, 1, 0), usd(617));
        Claim saved = unit(() -> ports().claims().save(started));

        assertThat(found(bid)).isEqualTo(saved);
        assertThat(found(bid).stake()).isEqualTo(usd(617));
        assertThat(found(bid).proposedReward()).isEqualTo(usd(12_345));
        ends(bid);
        assertThat(found(bid).stake()).isEqualTo(usd(0));
    }

    @Test
    public void stateThatSomebodySavedSinceIsARaceLost() {
        Claim stale = pendingClaim(openBounty(operator()), agentOf(operator()));
        ends(stale);

        assertLosesRace(() -> ports().claims().save(with(stale, stale.status(), 9, 0)));

        assertThat(found(stale).status()).isInstanceOf(Withdrawn.class);
    }

    @Test
    public void agentHasOneLiveClaimOnABounty() {
        Bounty bounty = openBounty(operator());
        Agent agent = agentOf(operator());
        Claim first = pendingClaim(bounty, agent);

        assertLosesRace(() -> ports().claims().add(newClaim(bounty, agent)));

        ends(first);
        Claim second = pendingClaim(bounty, agent);
        assertThat(found(second)).isEqualTo(second);
    }

    @Test
    public void agentThatIsDeactivatedGetsOnlyWhatAContractHasGivenIt() {
        Bounty bounty = openBounty(operator());
        Agent agent = agentOf(operator());
        unit(() -> {
            Agent locked = ports().agents().lock(agent.id()).orElseThrow();
            ports().agents().save(locked.deactivate(false, clock.instant()).orThrow().state());
        });

        assertLosesRace(() -> ports().claims().add(newClaim(bounty, agent)));

        Claim recorded = newClaim(bounty, agent);
        unit(() -> ports().claims().addRecorded(recorded));
        assertThat(found(recorded)).isEqualTo(recorded);
        assertLosesRace(() -> ports().claims().addRecorded(newClaim(bounty, agent)));
    }

    @Test
    public void agentMayAskForManyBountiesAndABountyHaveManyRequests() {
        Operator poster = operator();
        Agent agent = agentOf(operator());
        Bounty bounty = openBounty(poster);
        pendingClaim(bounty, agent);

        pendingClaim(openBounty(poster), agent);
        pendingClaim(bounty, agentOf(operator()));
    }

    @Test
    public void bountyHasOneActiveClaim() {
        Bounty bounty = openBounty(operator());
        Claim request = pendingClaim(bounty, agentOf(operator()));
        Claim active = activeClaim(bounty, agentOf(operator()));
        Agent latecomer = agentOf(operator());

        assertLosesRace(() -> ports().claims().save(with(request, active.status(), 2, 0)));
        assertLosesRace(() ->
                ports().claims().add(with(newClaim(bounty, latecomer), active.status(), 2, 0)));

        ends(active);
        unit(() -> ports().claims().save(with(request, active.status(), 2, 0)));
        assertThat(found(request).status()).isEqualTo(active.status());
    }

    @Test
    public void oneOfManyThatClaimAtOnceHasIt() throws InterruptedException {
        Bounty bounty = openBounty(operator());
        List<Agent> agents = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            agents.add(agentOf(operator()));
        }
        Instant at = clock.instant();
        List<Boolean> outcomes = Collections.synchronizedList(new ArrayList<>());

        InParallel.run(
                agents.size(),
                worker ->
                        outcomes.add(
                                succeeds(() -> {
                                    Claim claim = newClaim(bounty, agents.get(worker));
                                    Active active = new Active(at, new Lease.Running(at));
                                    ports().claims().add(with(claim, active, 1, 0));
                                })));

        assertThat(outcomes).containsOnlyOnce(true).hasSize(agents.size());
    }

    @Test
    public void latestIsTheLiveClaimOrElseTheLastOne() {
        Bounty bounty = openBounty(operator());
        Agent agent = agentOf(operator());
        pendingClaim(bounty, agentOf(operator()));
        assertThat(latest(bounty, agent)).isNull();

        Claim first = pendingClaim(bounty, agent);
        assertThat(latest(bounty, agent)).isEqualTo(first.id());

        ends(first);
        assertThat(latest(bounty, agent)).isEqualTo(first.id());

        Claim second = activeClaim(bounty, agent);
        assertThat(latest(bounty, agent)).isEqualTo(second.id());

        ends(second);
        assertThat(latest(bounty, agent)).isEqualTo(second.id());
    }

    @Test
    public void pendingClaimsComeInTheOrderOfTheirMaking() {
        Operator poster = operator();
        Bounty bounty = openBounty(poster);
        Bounty other = openBounty(poster);
        Agent agent = agentOf(operator());
        Claim first = pendingClaim(bounty, agentOf(operator()));
        Claim second = pendingClaim(bounty, agent);
        ends(pendingClaim(bounty, agentOf(operator())));
        activeClaim(bounty, agentOf(operator()));
        Claim third = pendingClaim(other, agent);

        assertThat(unit(() -> ports().claims().pendingOn(bounty.id())))
                .containsExactly(first, second);
        assertThat(unit(() -> ports().claims().pendingOf(agent.id())))
                .containsExactly(second, third);
    }

    @Test
    public void pendingClaimsOfABountyAreCounted() {
        Operator workshop = operator();
        Bounty bounty = openBounty(operator());
        assertThat(unit(() -> ports().claims().countPendingOn(bounty.id()))).isZero();
        pendingClaim(bounty, agentOf(workshop));
        pendingClaim(bounty, agentOf(workshop));
        pendingClaim(bounty, agentOf(operator()));
        pendingClaim(openBounty(operator()), agentOf(workshop));
        ends(pendingClaim(bounty, agentOf(workshop)));
        activeClaim(bounty, agentOf(workshop));

        assertThat(unit(() -> ports().claims().countPendingOn(bounty.id()))).isEqualTo(3);
        assertThat(unit(() -> ports().claims().countPendingOn(bounty.id(), workshop.id())))
                .isEqualTo(2);
        assertThat(unit(() -> ports().claims().countPendingOn(bounty.id(), operator().id())))
                .isZero();
    }

    @Test
    public void claimsThatLapseComeInTheOrderOfTheirMaking() {
        Bounty bounty = openBounty(operator());
        Claim first = pendingClaim(bounty, agentOf(operator()));
        Claim second = pendingClaim(bounty, agentOf(operator()));
        Claim later = newClaim(bounty, agentOf(operator()));
        Instant laterStill = LAPSES_AT.plusSeconds(1);
        unit(() -> ports().claims().add(with(later, new ClaimStatus.Pending(laterStill))));
        ends(pendingClaim(bounty, agentOf(operator())));
        activeClaim(bounty, agentOf(operator()));
        pendingClaim(openBounty(operator()), agentOf(operator()));

        assertThat(overdueOn(bounty, LAPSES_AT.minusNanos(1_000), 9)).isEmpty();
        assertThat(overdueOn(bounty, LAPSES_AT, 9)).containsExactly(first.id(), second.id());
        assertThat(overdueOn(bounty, LAPSES_AT, 1)).containsExactly(first.id());
        assertThat(overdueOn(bounty, laterStill, 9))
                .containsExactly(first.id(), second.id(), later.id());
    }

    /** More than the parameters that one statement of PostgreSQL can have. */
    @Test
    public void oneUnitOfWorkKeepsThousandsOfClaims() {
        Bounty bounty = openBounty(operator());
        Agent agent = agentOf(operator());
        List<Claim> many =
                Stream.generate(() -> with(newClaim(bounty, agent), new Withdrawn(clock.instant())))
                        .limit(THOUSANDS)
                        .toList();

        unit(() -> many.forEach(claim -> ports().claims().add(claim)));
        unit(() -> many.forEach(claim -> ports().claims().save(claim)));

        assertThat(found(many.getFirst()).version()).isEqualTo(1);
        assertThat(found(many.getLast()).version()).isEqualTo(1);
        Claim fresh = found(many.getLast());
        assertLosesRace(() -> {
            ports().claims().save(fresh);
            many.forEach(claim -> ports().claims().save(claim));
        });
        assertThat(found(fresh)).isEqualTo(fresh);
    }

    @Test
    public void bountyKnowsWhetherItWasEverClaimed() {
        Bounty bounty = openBounty(operator());
        assertThat(unit(() -> ports().claims().anyOn(bounty.id()))).isFalse();

        ends(pendingClaim(bounty, agentOf(operator())));

        assertThat(unit(() -> ports().claims().anyOn(bounty.id()))).isTrue();
        assertThat(unit(() -> ports().claims().anyOn(new BountyId(ids.next())))).isFalse();
    }

    @Test
    public void claimThatWasTurnedAwayIsNoneThatAnybodyReliesOn() {
        Bounty bounty = openBounty(operator());
        Claim request = newClaim(bounty, agentOf(operator()));
        Instant at = clock.instant();
        unit(() ->
                ports().claims()
                        .add(
                                with(
                                        request,
                                        new ClaimStatus.Rejected(
                                                Claim.INSUFFICIENT_REPUTATION, at))));
        assertThat(unit(() -> ports().claims().anyOn(bounty.id()))).isFalse();

        Claim other = pendingClaim(bounty, agentOf(operator()));
        unit(() ->
                ports().claims().save(with(other, new ClaimStatus.Rejected("Somebody else", at))));

        assertThat(unit(() -> ports().claims().anyOn(bounty.id()))).isTrue();
    }

    @Test
    public void agentHoldsAClaimWhileOneIsActive() {
        Agent agent = agentOf(operator());
        pendingClaim(openBounty(operator()), agent);
        assertThat(unit(() -> ports().claims().anyActiveOf(agent.id()))).isFalse();

        Claim active = activeClaim(openBounty(operator()), agent);
        assertThat(unit(() -> ports().claims().anyActiveOf(agent.id()))).isTrue();

        ends(active);
        assertThat(unit(() -> ports().claims().anyActiveOf(agent.id()))).isFalse();
    }

    @Test
    public void posterSeesAllClaimsAndOthersTheirOwn() {
        Operator poster = operator();
        Operator worker = operator();
        Operator rival = operator();
        Agent one = agentOf(worker);
        Agent another = agentOf(worker);
        Agent rivals = agentOf(rival);
        Bounty bounty = openBounty(poster);
        ClaimId first = pendingClaim(bounty, one).id();
        ClaimId second = pendingClaim(bounty, another).id();
        ClaimId third = pendingClaim(bounty, rivals).id();
        pendingClaim(openBounty(poster), one);

        assertThat(seenBy(keyOf(poster), bounty)).containsExactly(third, second, first);
        assertThat(seenBy(keyOf(worker), bounty)).containsExactly(second, first);
        assertThat(seenBy(keyOf(rival), bounty)).containsExactly(third);
        assertThat(seenBy(keyOf(one), bounty)).containsExactly(first);
        assertThat(seenBy(keyOf(another), bounty)).containsExactly(second);
        assertThat(seenBy(keyOf(agentOf(poster)), bounty)).isEmpty();
        assertThat(seenBy(keyOf(operator()), bounty)).isEmpty();
    }

    @Test
    public void whoeverClaimedABountyIsKnownWhateverBecameOfIt() {
        Bounty one = openBounty(operator());
        Bounty other = openBounty(operator());
        Bounty unclaimed = openBounty(operator());
        Agent released = agentOf(operator());
        Agent pending = agentOf(operator());
        released(activeClaim(one, released));
        pendingClaim(one, pending);
        pendingClaim(other, pending);

        assertThat(
                        unit(() ->
                                ports().claims()
                                        .claimants(Set.of(one.id(), other.id(), unclaimed.id()))))
                .isEqualTo(
                        Map.of(
                                one.id(), Set.of(released.id(), pending.id()),
                                other.id(), Set.of(pending.id())));
        assertThat(unit(() -> ports().claims().claimants(Set.of()))).isEmpty();
    }

    @Test
    public void pagesFollowEachOtherWithoutGapOrOverlap() {
        Operator poster = operator();
        Bounty bounty = openBounty(poster);
        List<ClaimId> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.addFirst(pendingClaim(bounty, agentOf(operator())).id());
        }

        List<Claim> read =
                pageByPage(
                        page -> ports().claims().onBounty(bounty.id(), keyOf(poster), page),
                        claim -> claim.id().value());

        assertThat(read).extracting(Claim::id).containsExactlyElementsOf(made);
        assertThat(
                        unit(() ->
                                        ports().claims()
                                                .onBounty(
                                                        bounty.id(),
                                                        keyOf(poster),
                                                        PageRequest.first(5)))
                                .hasMore())
                .isFalse();
    }

    @Test
    public void claimsOfAnAgentComeNewestFirst() {
        Operator workshop = operator();
        Agent agent = agentOf(workshop);
        List<ClaimId> made = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            made.addFirst(pendingClaim(openBounty(operator()), agent).id());
        }
        pendingClaim(openBounty(operator()), agentOf(workshop));

        assertThat(
                        pageByPage(
                                page -> ports().claims().ofAgent(agent.id(), page),
                                claim -> claim.id().value()))
                .extracting(Claim::id)
                .containsExactlyElementsOf(made);
    }

    private List<ClaimId> seenBy(Caller viewer, Bounty bounty) {
        return unit(() -> ports().claims().onBounty(bounty.id(), viewer, PageRequest.first(10)))
                .items()
                .stream()
                .map(Claim::id)
                .toList();
    }

    private List<ClaimId> overdueOn(Bounty bounty, Instant now, int limit) {
        return unit(() -> ports().claims().overdueOn(bounty.id(), now, limit)).stream()
                .map(Claim::id)
                .toList();
    }

    private @Nullable ClaimId latest(Bounty bounty, Agent agent) {
        return unit(() -> ports().claims().latest(bounty.id(), agent.id()))
                .map(Claim::id)
                .orElse(null);
    }

    private void ends(Claim claim) {
        unit(() -> {
            Claim current = ports().claims().find(claim.id()).orElseThrow();
            ports().claims()
                    .save(
                            with(
                                    current,
                                    current.fence() == 0
                                            ? new Withdrawn(clock.instant())
                                            : new Released("Too much", clock.instant())));
        });
    }

    private boolean succeeds(Runnable work) {
        try {
            unit(work);
            return true;
        } catch (RefusedException _) {
            return false;
        }
    }

    private Claim found(Claim claim) {
        return unit(() -> ports().claims().find(claim.id()).orElseThrow());
    }

    /** Only then has it a fence. */
    private static boolean wasActive(ClaimStatus status) {
        return switch (status) {
            case Active _,
                    ClaimStatus.Fulfilled _,
                    Released _,
                    ClaimStatus.Expired _,
                    ClaimStatus.Failed _ ->
                    true;
            case ClaimStatus.Pending _, ClaimStatus.Rejected _, Withdrawn _, ClaimStatus.Lapsed _ ->
                    false;
        };
    }
}
