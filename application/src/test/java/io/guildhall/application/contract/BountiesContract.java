package io.guildhall.application.contract;

import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usdc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyFixture;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyStatus;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.submission.SubmissionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** What every implementation of Bounties keeps. */
public abstract class BountiesContract extends PortContract {

    private static final Duration LONG_ENOUGH_TO_BE_SEEN = Duration.ofMillis(200);

    @Test
    public void bountyIsFoundAsItWasAdded() {
        Bounty bounty = openBounty(operator());

        assertThat(found(bounty)).isEqualTo(bounty);
    }

    @Test
    public void manyAreFoundAtOnceAndWhatIsNotThereIsLeftOut() {
        Bounty one = openBounty(operator());
        Bounty other = openBounty(operator());
        Bounty notAsked = openBounty(operator());
        var nowhere = new BountyId(ids.next());

        List<Bounty> found =
                unit(() -> ports().bounties().findAll(List.of(one.id(), nowhere, other.id())));

        assertThat(found).containsExactlyInAnyOrder(one, other).doesNotContain(notAsked);
        assertThat(ports().bounties().findAll(List.of())).isEmpty();
    }

    @Test
    public void termsAreKeptToTheLast() {
        BountyTerms unusual =
                terms().title("Ünïcode \uD83D\uDC1D and 'quotes'")
                        .description("")
                        .acceptanceCriteria()
                        .capabilities("java", "sql", "zig")
                        .reward(usdc(1))
                        .firstCome()
                        .noAiAgents()
                        .deadline(Instant.parse("2026-04-01T10:11:12.123456Z"))
                        .claimTtl(Duration.ofHours(1))
                        .reviewWindow(Duration.ofSeconds(86_401))
                        .minReputation(100)
                        .gated()
                        .stakeBps(5_000)
                        .issueUrl(null)
                        .build();

        Bounty bounty = openBounty(operator(), unusual);

        assertThat(found(bounty).terms()).isEqualTo(unusual);
    }

    @Test
    public void everyStatusIsKept() {
        Instant at = clock.instant();
        Claim active = activeClaim(openBounty(operator()), agentOf(operator()));
        ClaimId claim = active.id();
        SubmissionId submission = submission(active, 1).id();
        DisputeId dispute = dispute(active, submission, Side.AGENT).id();
        var claimed = new BountyStatus.Claimed(claim);
        var inReview = new BountyStatus.InReview(claim, submission);
        List<BountyStatus> statuses =
                List.of(
                        new BountyStatus.AwaitingFunding(at),
                        new BountyStatus.Open(),
                        claimed,
                        inReview,
                        new BountyStatus.Completed(claim, submission, at),
                        new BountyStatus.Completed(claim, null, at),
                        new BountyStatus.Paid(claim, submission, at),
                        new BountyStatus.Paid(claim, null, at),
                        new BountyStatus.Disputed(dispute, claimed, at),
                        new BountyStatus.Disputed(dispute, inReview, at),
                        new BountyStatus.Cancelled("not needed", at),
                        new BountyStatus.Expired(at));
        assertThat(statuses.stream().<Class<?>>map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(BountyStatus.class.getPermittedSubclasses());

        for (BountyStatus status : statuses) {
            Bounty bounty = withStatus(openBounty(operator()), status);

            assertThat(found(bounty)).isEqualTo(bounty);
            assertThat(found(bounty).status()).isEqualTo(status);
        }
    }

    @Test
    public void whetherItWasEverOpenedIsKept() {
        Instant later = clock.instant().plusSeconds(60);
        Bounty waiting =
                withStatus(openBounty(operator()), new BountyStatus.AwaitingFunding(later));
        Bounty cancelled =
                withStatus(
                        withStatus(openBounty(operator()), new BountyStatus.AwaitingFunding(later)),
                        new BountyStatus.Cancelled("not needed", later));

        Bounty opened =
                unit(() ->
                        ports().bounties().save(waiting.fund(clock.instant()).orThrow().state()));

        assertThat(found(opened)).isEqualTo(opened);
        assertThat(found(opened).openedAt()).isEqualTo(clock.instant());
        assertThat(found(cancelled)).isEqualTo(cancelled);
        assertThat(found(cancelled).wasOpened()).isFalse();
    }

    @Test
    public void savingGivesTheNextVersion() {
        Bounty bounty = openBounty(operator());

        Bounty saved = unit(() -> ports().bounties().save(BountyFixture.fenced(bounty, 7)));
        Bounty savedAgain = unit(() -> ports().bounties().save(BountyFixture.fenced(saved, 8)));

        assertThat(saved.version()).isGreaterThan(bounty.version());
        assertThat(savedAgain.version()).isGreaterThan(saved.version());
        assertThat(found(bounty)).isEqualTo(savedAgain);
    }

    @Test
    public void whatWasSavedIsSeenInTheSameUnit() {
        Bounty bounty = openBounty(operator());

        unit(() -> {
            Bounty saved = ports().bounties().save(BountyFixture.fenced(bounty, 7));
            assertThat(ports().bounties().find(bounty.id())).contains(saved);
            assertThat(ports().bounties().hold(bounty.id())).contains(saved);
            assertThat(ports().bounties().lock(bounty.id())).contains(saved);
            assertThat(ports().bounties().lockUnlessHeld(bounty.id())).contains(saved);
            ports().bounties().save(BountyFixture.fenced(saved, 8));
        });

        assertThat(found(bounty).lastFence()).isEqualTo(8);
    }

    @Test
    public void stateThatSomebodySavedSinceIsARaceLost() {
        Bounty stale = openBounty(operator());
        unit(() -> ports().bounties().save(BountyFixture.fenced(stale, 1)));

        assertLosesRace(() -> ports().bounties().save(BountyFixture.fenced(stale, 2)));

        assertThat(found(stale).lastFence()).isEqualTo(1);
    }

    @Test
    public void anIdIsAddedOnce() {
        Bounty bounty = openBounty(operator());

        assertThatThrownBy(() -> unit(() -> ports().bounties().add(bounty)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    public void unknownBountyIsNotFound() {
        var unknown = new BountyId(ids.next());

        unit(() -> {
            assertThat(ports().bounties().find(unknown)).isEmpty();
            assertThat(ports().bounties().hold(unknown)).isEmpty();
            assertThat(ports().bounties().lock(unknown)).isEmpty();
            assertThat(ports().bounties().lockUnlessHeld(unknown)).isEmpty();
        });
    }

    @Test
    public void lockedBountyIsChangedByOneAtATime() throws InterruptedException {
        Bounty bounty = openBounty(operator());
        int workers = 4;
        int rounds = 5;

        InParallel.run(
                workers,
                _ -> {
                    for (int round = 0; round < rounds; round++) {
                        unit(() -> {
                            Bounty locked = ports().bounties().lock(bounty.id()).orElseThrow();
                            ports().bounties()
                                    .save(BountyFixture.fenced(locked, locked.lastFence() + 1));
                        });
                    }
                });

        assertThat(found(bounty).lastFence()).isEqualTo((long) workers * rounds);
    }

    @Test
    public void nobodyChangesALockedBountyBeforeTheUnitEnds() throws InterruptedException {
        assertKeptFromChange((port, id) -> port.lock(id));
    }

    @Test
    public void nobodyChangesAHeldBountyBeforeTheUnitEnds() throws InterruptedException {
        assertKeptFromChange((port, id) -> port.hold(id));
    }

    @Test
    public void nobodyChangesABountyLockedUnlessHeldBeforeTheUnitEnds()
            throws InterruptedException {
        assertKeptFromChange((port, id) -> port.lockUnlessHeld(id));
    }

    @Test
    public void lockedBountyIsLeftToWhoeverHasIt() throws InterruptedException {
        assertLeftToWhoeverHasIt((port, id) -> port.lock(id));
    }

    @Test
    public void heldBountyIsLeftToWhoeverHasIt() throws InterruptedException {
        assertLeftToWhoeverHasIt((port, id) -> port.hold(id));
    }

    /** Whoever finds it kept goes away at once; who gets it only waited until it was free. */
    private void assertLeftToWhoeverHasIt(BiFunction<Bounties, BountyId, Optional<Bounty>> keeping)
            throws InterruptedException {
        Bounty bounty = openBounty(operator());
        List<Optional<Bounty>> got = Collections.synchronizedList(new ArrayList<>());

        boolean wentAway =
                InParallel.endsWhile(
                        inside ->
                                unit(() -> {
                                    assertThat(keeping.apply(ports().bounties(), bounty.id()))
                                            .isPresent();
                                    inside.accept(LONG_ENOUGH_TO_BE_SEEN);
                                }),
                        () -> got.add(unit(() -> ports().bounties().lockUnlessHeld(bounty.id()))));

        assertThat(got).hasSize(1);
        assertThat(got.getFirst().isEmpty()).isEqualTo(wentAway);
        assertThat(unit(() -> ports().bounties().lockUnlessHeld(bounty.id()))).isPresent();
    }

    private void assertKeptFromChange(BiFunction<Bounties, BountyId, Optional<Bounty>> keeping)
            throws InterruptedException {
        Bounty bounty = openBounty(operator());

        boolean changedMeanwhile =
                InParallel.endsWhile(
                        inside ->
                                unit(() -> {
                                    assertThat(keeping.apply(ports().bounties(), bounty.id()))
                                            .isPresent();
                                    inside.accept(LONG_ENOUGH_TO_BE_SEEN);
                                }),
                        () -> unit(() -> ports().bounties().save(BountyFixture.fenced(bounty, 1))));

        assertThat(changedMeanwhile).isFalse();
        assertThat(found(bounty).lastFence()).isEqualTo(1);
    }

    private Bounty found(Bounty bounty) {
        return unit(() -> ports().bounties().find(bounty.id()).orElseThrow());
    }
}
