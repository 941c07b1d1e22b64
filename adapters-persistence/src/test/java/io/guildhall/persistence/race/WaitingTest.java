package io.guildhall.persistence.race;

import static io.guildhall.domain.pullrequest.PullRequestFixture.MAINTAINER;
import static io.guildhall.domain.pullrequest.PullRequestFixture.pullRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.access.AccessError.RequestStillRunning;
import io.guildhall.application.access.IdempotencyKeys;
import io.guildhall.application.access.IdempotencyKeys.Scope;
import io.guildhall.application.access.OnceOnly.Answer;
import io.guildhall.application.bounty.PostBounty;
import io.guildhall.application.claim.ClaimBounty;
import io.guildhall.application.ledger.TopUp;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyStatus;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.bounty.Verification;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.GithubRepository;
import io.guildhall.domain.codehost.Permission;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.directory.AgentCard;
import io.guildhall.domain.directory.CardDetails;
import io.guildhall.domain.directory.Slug;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentLink;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.pullrequest.PullRequestName;
import io.guildhall.domain.pullrequest.TrackedPullRequest;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.StorageBusy;
import io.guildhall.persistence.PostgresGuildhall;
import io.guildhall.persistence.Story;
import io.guildhall.persistence.fault.CuttablePostgres;
import io.guildhall.persistence.shared.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who waits for whom, and for how long. */
@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class WaitingTest {

    private static final Executor THREADS = work -> Thread.ofVirtual().start(work);

    @Inject PostgresGuildhall guildhall;
    @Inject Sql sql;

    private Bounty bounty;

    @BeforeEach
    void bounty() {
        bounty = new Story(guildhall.useCases).bounty(ClaimPolicy.APPROVAL);
    }

    @Test
    void readingNeverWaits() {
        whileAnotherUnit(
                id -> guildhall.ports.bounties().lock(id),
                () -> assertThat(guildhall.ports.bounties().find(bounty.id())).contains(bounty));
    }

    @Test
    void holdingGoesTogetherWithHolding() {
        whileAnotherUnit(
                id -> guildhall.ports.bounties().hold(id),
                () ->
                        atOnce(() ->
                                assertThat(guildhall.ports.bounties().hold(bounty.id()))
                                        .contains(bounty)));
    }

    @Test
    void holdingKeepsOthersFromLockingAndSaving() {
        whileAnotherUnit(
                id -> guildhall.ports.bounties().hold(id),
                () -> {
                    assertWaits(() -> guildhall.ports.bounties().lock(bounty.id()));
                    assertWaits(() -> guildhall.ports.bounties().save(bounty));
                });
    }

    @Test
    void lockingKeepsOthersFromHoldingLockingAndSaving() {
        whileAnotherUnit(
                id -> guildhall.ports.bounties().lock(id),
                () -> {
                    assertWaits(() -> guildhall.ports.bounties().hold(bounty.id()));
                    assertWaits(() -> guildhall.ports.bounties().lock(bounty.id()));
                    assertWaits(() -> guildhall.ports.bounties().save(bounty));
                });
    }

    @Test
    void lockingUnlessHeldPassesOverWhatOthersHoldOrLock() {
        whileAnotherUnit(id -> guildhall.ports.bounties().hold(id), this::assertPassedOver);
        whileAnotherUnit(id -> guildhall.ports.bounties().lock(id), this::assertPassedOver);
        whileAnotherUnit(
                id -> guildhall.ports.bounties().lockUnlessHeld(id), this::assertPassedOver);

        atOnce(() ->
                assertThat(guildhall.ports.bounties().lockUnlessHeld(bounty.id()))
                        .contains(bounty));
    }

    @Test
    void lockingUnlessHeldKeepsOthersOut() {
        whileAnotherUnit(
                id -> guildhall.ports.bounties().lockUnlessHeld(id),
                () -> {
                    assertWaits(() -> guildhall.ports.bounties().hold(bounty.id()));
                    assertWaits(() -> guildhall.ports.bounties().lock(bounty.id()));
                    assertWaits(() -> guildhall.ports.bounties().save(bounty));
                });
    }

    @Test
    void everyThreadMayReadAndNoneChangesOutsideAUnitOfWork() {
        var reading =
                CompletableFuture.supplyAsync(
                        () ->
                                guildhall.ports.operators().find(bounty.poster()).isPresent()
                                        && guildhall.ports.bounties().find(bounty.id()).isPresent(),
                        THREADS);

        assertThat(reading.join()).isTrue();
        assertThatThrownBy(() -> guildhall.ports.bounties().save(bounty))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() ->
                        guildhall
                                .ports
                                .operators()
                                .add(
                                        new Operator(
                                                new OperatorId(bounty.id().value()),
                                                "Ann",
                                                "ann@example.org",
                                                Set.of(),
                                                bounty.createdAt())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoWaitsForAnAgentsCardKeepsNobodyFromAccounts() throws Exception {
        Story story = new Story(guildhall.useCases);
        writeCard(story);
        BountyId claimed = story.claim(story.bounty(ClaimPolicy.FIRST_COME)).bounty();
        var late = guildhall.replica(Duration.ofDays(40), List.of(claimed));

        int fired = whileCardIsKept(story, () -> late.fireTimers.handle(10), story.poster);

        assertThat(fired).isEqualTo(1);
        assertThat(guildhall.ports.bounties().find(claimed).orElseThrow().status())
                .isInstanceOf(BountyStatus.Expired.class);
    }

    /** Which gives its stake back and takes the work, all at once. */
    @Test
    void mergeOfWhatWasNeverHandedInKeepsTheCardBeforeAccounts() throws Exception {
        Story story = new Story(guildhall.useCases);
        writeCard(story);
        BountyId merged = mergedBeforeItWasHandedIn(story);

        whileCardIsKept(
                story, () -> guildhall.useCases.followPullRequests.handle(1_000), story.worker);

        assertThat(guildhall.ports.bounties().find(merged).orElseThrow().status())
                .isInstanceOf(BountyStatus.Paid.class);
    }

    /**
     * Another keeps the card of the story's agent, as whoever carries out a dispute about another
     * of its works, and goes on to the account of one of them.
     */
    private int whileCardIsKept(Story story, Supplier<Integer> work, Caller owner)
            throws Exception {
        AtomicReference<@Nullable CompletableFuture<Integer>> waiting = new AtomicReference<>();

        atOnce(() -> {
            guildhall.ports.pod().agentCards().keep(agentOf(story));
            waiting.set(CompletableFuture.supplyAsync(work, THREADS));
            SomebodyWaits.await(sql);

            guildhall.ports.ledger().lock(Account.available(owner.operator(), Currency.USD));
        });

        return Objects.requireNonNull(waiting.get()).get(30, TimeUnit.SECONDS);
    }

    private BountyId mergedBeforeItWasHandedIn(Story story) {
        var ports = guildhall.ports;
        var repositories = guildhall.repositories;
        long number = UUID.randomUUID().getLeastSignificantBits() >>> 1;
        var author = new GithubAccount(number, "octobot" + number);
        var repository = new RepositoryName("org", "r" + number);
        var name = new PullRequestName(repository, 17);
        repositories.serve(repository);
        repositories.put(repository, MAINTAINER, Permission.WRITE);
        ports.transactions()
                .run(() -> {
                    ports.agentLinks().add(AgentLink.of(agentOf(story), null).linked(author));
                    ports.installations()
                            .serve(
                                    number,
                                    List.of(new GithubRepository(number, repository)),
                                    ports.clock().instant());
                });
        guildhall.useCases.topUp.handle(new TopUp.Command(story.worker, Story.REWARD));
        BountyId staked = postStaked(story, "https://github.com/" + repository + "/issues/7");
        guildhall.useCases.claimBounty.handle(
                new ClaimBounty.Command(story.agent, staked, "", null));

        repositories.put(pullRequest().in(repository).author(author).draft().build());
        ports.transactions()
                .run(() ->
                        ports.trackedPullRequests()
                                .add(TrackedPullRequest.found(name, ports.clock().instant())));
        guildhall.useCases.followPullRequests.handle(1_000);
        repositories.put(
                pullRequest()
                        .in(repository)
                        .author(author)
                        .mergedBy(MAINTAINER, ports.clock().instant())
                        .build());
        boolean known =
                ports.transactions()
                        .run(() -> ports.trackedPullRequests().wake(name, ports.clock().instant()));
        assertThat(known).isTrue();
        return staked;
    }

    private BountyId postStaked(Story story, String issue) {
        return guildhall
                .useCases
                .postBounty
                .handle(
                        new PostBounty.Command(
                                story.poster,
                                "Stop the leak",
                                "It drips.",
                                List.of("It drips no more"),
                                null,
                                List.of(),
                                Story.REWARD,
                                ClaimPolicy.FIRST_COME,
                                null,
                                null,
                                null,
                                null,
                                null,
                                false,
                                1_000,
                                issue,
                                Verification.of(Proof.MERGE)))
                .id();
    }

    private static AgentId agentOf(Story story) {
        return Objects.requireNonNull(story.agent.agent());
    }

    private void writeCard(Story story) {
        AgentId agent = agentOf(story);
        var name = "bot " + agent;
        var card =
                AgentCard.write(
                        agent,
                        new Slug("s-" + agent.value()),
                        CardDetails.named(name),
                        guildhall.ports.clock().instant());
        guildhall
                .ports
                .transactions()
                .run(() -> guildhall.ports.pod().agentCards().add(card.orThrow().state()));
    }

    @Test
    void secondRequestWithTheSameKeyGetsTheFirstOnesAnswer() throws Exception {
        Scope scope = scope();
        CountDownLatch reserved = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        var first =
                CompletableFuture.supplyAsync(
                        () ->
                                once(
                                        scope,
                                        () -> {
                                            reserved.countDown();
                                            await(goOn);
                                            return "first";
                                        }),
                        THREADS);
        await(reserved);
        var second = CompletableFuture.supplyAsync(() -> once(scope, () -> "second"), THREADS);
        SomebodyWaits.await(sql);

        goOn.countDown();

        assertThat(first.get(30, TimeUnit.SECONDS))
                .isEqualTo(new Answer(200, "first", "first", false));
        assertThat(second.get(30, TimeUnit.SECONDS))
                .isEqualTo(new Answer(200, "first", "first", true));
    }

    @Test
    void secondRequestDoesNotWaitLongerThanItMust() throws Exception {
        Scope scope = scope();
        CountDownLatch reserved = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        var first =
                CompletableFuture.supplyAsync(
                        () ->
                                once(
                                        scope,
                                        () -> {
                                            reserved.countDown();
                                            await(goOn);
                                            return "first";
                                        }),
                        THREADS);
        await(reserved);

        long began = System.nanoTime();
        assertThatThrownBy(() -> once(scope, () -> "second"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused ->
                                assertThat(refused.error())
                                        .isInstanceOf(RequestStillRunning.class));
        Duration waited = Duration.ofNanos(System.nanoTime() - began);
        goOn.countDown();

        assertThat(waited).isGreaterThanOrEqualTo(IdempotencyKeys.WAIT_MAX);
        assertThat(first.get(30, TimeUnit.SECONDS).body()).isEqualTo("first");
        assertThat(once(scope, () -> "third").body()).isEqualTo("first");
    }

    @Test
    void reservationLeavesNoLimitOnOtherWaiting() {
        Scope scope = scope();

        once(
                scope,
                () -> {
                    assertThat(lockTimeout()).isEqualTo("0");
                    return "first";
                });
        guildhall
                .ports
                .transactions()
                .run(() -> {
                    guildhall
                            .ports
                            .idempotencyKeys()
                            .reserve(scope, "print", guildhall.ports.clock().instant());
                    assertThat(lockTimeout()).isEqualTo("0");
                });
    }

    private String lockTimeout() {
        return sql.first("SELECT current_setting('lock_timeout') AS now", row -> row.text("now"))
                .orElseThrow();
    }

    private Scope scope() {
        return new Scope("operator:" + bounty.poster(), "POST /x", bounty.id().toString());
    }

    private Answer once(Scope scope, Supplier<String> work) {
        return guildhall.useCases.onceOnly.answer(
                scope,
                "print",
                () -> {
                    String body = work.get();
                    return new Answer(200, body, body, false);
                });
    }

    /**
     * Does something in the middle of another unit of work, which keeps what it keeps meanwhile.
     */
    private void whileAnotherUnit(Consumer<BountyId> keeps, Runnable meanwhile) {
        CountDownLatch kept = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        var other =
                CompletableFuture.runAsync(
                        () ->
                                guildhall
                                        .ports
                                        .transactions()
                                        .run(() -> {
                                            keeps.accept(bounty.id());
                                            kept.countDown();
                                            await(goOn);
                                        }),
                        THREADS);
        await(kept);
        try {
            meanwhile.run();
        } finally {
            goOn.countDown();
            other.join();
        }
    }

    private void assertPassedOver() {
        atOnce(() -> assertThat(guildhall.ports.bounties().lockUnlessHeld(bounty.id())).isEmpty());
    }

    private void assertWaits(Runnable work) {
        assertThatThrownBy(() -> atOnce(work))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.error()).isEqualTo(new StorageBusy()));
    }

    /** Gives up as soon as there is something to wait for. */
    private void atOnce(Runnable work) {
        guildhall
                .ports
                .transactions()
                .run(() -> {
                    sql.exists("SELECT set_config('lock_timeout', '50', true)");
                    work.run();
                });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
