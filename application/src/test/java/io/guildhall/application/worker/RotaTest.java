package io.guildhall.application.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.Mandates;
import io.guildhall.application.Market;
import io.guildhall.application.access.WorkerBoard.Report;
import io.guildhall.application.worker.ViewWorkers.Standing;
import io.guildhall.application.worker.ViewWorkers.State;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.shared.Busy;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RotaTest {

    private final Market market = new Market();
    private final Caller admin =
            Caller.operator(market.operator("Admin").operator(), Set.of(Role.ADMIN));
    private final Rota one = market.use.admin.rota;
    private final Rota two =
            new Rota(
                    market.guildhall.transactions,
                    market.guildhall.workerBoard,
                    market.guildhall.clock,
                    "two");
    private final List<String> gone = new ArrayList<>();

    @Test
    void roundIsGoneAndAnswersWhatItDid() {
        assertThat(one.go(Worker.PAYOUTS, () -> true)).isTrue();
        assertThat(one.go(Worker.PAYOUTS, () -> false)).isFalse();
        one.synchronise();

        assertThat(standing().state()).isEqualTo(State.RUNNING);
        assertThat(standing().replicas())
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.replica()).isEqualTo("one");
                    assertThat(report.rounds()).isEqualTo(2);
                    assertThat(report.failures()).isZero();
                    assertThat(report.lastRoundAt()).isEqualTo(now());
                    assertThat(report.busySince()).isNull();
                });
    }

    @Test
    void pausedWorkerGoesNoRoundOnAnyReplica() {
        bothGo();
        pause();
        one.synchronise();
        two.synchronise();

        bothGo();

        assertThat(gone).containsExactly("one", "two");
        resume();
        one.synchronise();
        two.synchronise();
        bothGo();
        assertThat(gone).containsExactly("one", "two", "one", "two");
        assertThat(standing().state()).isEqualTo(State.RUNNING);
    }

    @Test
    void whoHasBeenInOneRoundForLongIsTold() {
        one.run(
                Worker.TIMERS,
                () -> {
                    // Another round of the same worker comes and goes meanwhile.
                    one.run(Worker.TIMERS, () -> {});
                    market.guildhall.clock.advance(Duration.ofMinutes(10));
                    one.run(Worker.TIMERS, () -> {});

                    assertThat(one.busyFor(Duration.ofMinutes(11))).isEmpty();
                    assertThat(one.busyFor(Duration.ofMinutes(10))).containsExactly(Worker.TIMERS);
                });

        assertThat(one.busyFor(Duration.ZERO)).isEmpty();
    }

    @Test
    void backlogIsGoneThroughInRoundsOfTheirOwn() {
        Duration most = Duration.ofMinutes(11);

        one.goWhileFull(
                Worker.PAYOUTS,
                () -> {
                    gone.add("batch");
                    market.guildhall.clock.advance(Duration.ofMinutes(10));
                    assertThat(one.busyFor(most)).isEmpty();
                    assertThat(one.lastWell(Worker.PAYOUTS))
                            .isEqualTo(now().minus(Duration.ofMinutes(10)));
                    return gone.size() < 7;
                });

        assertThat(gone).hasSize(7);
        assertThat(one.lastWell(Worker.PAYOUTS)).isEqualTo(now());
    }

    @Test
    void workerThatIsPausedLeavesTheRestOfItsBacklog() {
        one.goWhileFull(
                Worker.PAYOUTS,
                () -> {
                    gone.add("batch");
                    if (gone.size() == 2) {
                        pause();
                        one.synchronise();
                    }
                    return gone.size() < 10;
                });

        assertThat(gone).hasSize(2);
    }

    @Test
    void replicaThatEndsBeginsNoFurtherRound() {
        one.goWhileFull(
                Worker.PAYOUTS,
                () -> {
                    gone.add("one");
                    one.stop();
                    return gone.size() < 10;
                });
        bothGo();

        assertThat(gone).containsExactly("one", "two");
    }

    @Test
    void failuresDoNotCountAsRoundsThatWentWell() {
        assertThat(one.lastWell(Worker.CHAIN)).isNull();
        Instant began = now();
        fail(Worker.CHAIN);
        market.guildhall.clock.advance(Duration.ofMinutes(1));
        fail(Worker.CHAIN);
        assertThat(one.lastWell(Worker.CHAIN)).isEqualTo(began);

        one.run(Worker.CHAIN, () -> {});

        assertThat(one.lastWell(Worker.CHAIN)).isEqualTo(now());
    }

    private void fail(Worker worker) {
        assertThatThrownBy(() ->
                        one.run(
                                worker,
                                () -> {
                                    throw new IllegalStateException("always");
                                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void othersGoOn() {
        pause();
        one.synchronise();

        one.run(Worker.TIMERS, () -> gone.add("timers"));

        assertThat(gone).containsExactly("timers");
    }

    @Test
    void replicaThatStartsKnowsBeforeItsFirstRound() {
        pause();

        two.run(Worker.PAYOUTS, () -> gone.add("two"));

        assertThat(gone).isEmpty();
    }

    @Test
    void workerIsDrainedWhenTheLastRoundHasEnded() {
        bothGo();
        one.synchronise();
        two.synchronise();
        one.run(
                Worker.PAYOUTS,
                () -> {
                    pause();
                    one.synchronise();
                    two.synchronise();
                    Standing meanwhile = standing();
                    assertThat(meanwhile.state()).isEqualTo(State.DRAINING);
                    assertThat(meanwhile.replicas())
                            .extracting(Report::busySince)
                            .containsExactly(now(), null);
                });
        one.synchronise();

        assertThat(standing().state()).isEqualTo(State.DRAINED);
    }

    @Test
    void replicaThatHasNotHeardOfItIsStillDraining() {
        bothGo();
        one.synchronise();
        two.synchronise();
        pause();
        one.synchronise();

        assertThat(standing().state()).isEqualTo(State.DRAINING);
    }

    @Test
    void replicaThatIsGoneKeepsNobodyWaiting() {
        bothGo();
        two.synchronise();
        pause();
        market.guildhall.clock.advance(Rota.SILENT_MAX.plusSeconds(1));
        one.synchronise();

        assertThat(standing().state()).isEqualTo(State.DRAINED);
        assertThat(standing().replicas()).extracting(Report::replica).containsExactly("one");
    }

    @Test
    void whatIsUnderWayIsSeenToItsEndWhilePaused() {
        pause();
        one.synchronise();

        boolean full = one.go(Worker.WEBHOOK_SENDER, () -> true, () -> gone.add("drained"));
        assertThat(full).isTrue();
        assertThat(one.go(Worker.PAYOUTS, () -> true, () -> gone.add("drained"))).isFalse();

        assertThat(gone).containsExactly("drained");
    }

    @Test
    void failureIsToldWithoutWhatItSaid() {
        var secret = new IllegalStateException("password=hunter2");
        assertThatThrownBy(() ->
                        one.run(
                                Worker.PAYOUTS,
                                () -> {
                                    throw secret;
                                }))
                .isSameAs(secret);
        one.synchronise();

        Report report = standing().replicas().getFirst();
        assertThat(report.failures()).isEqualTo(1);
        assertThat(report.lastError()).isEqualTo("java.lang.IllegalStateException");
        assertThat(report.lastErrorAt()).isEqualTo(now());

        assertThatThrownBy(() ->
                        one.run(
                                Worker.PAYOUTS,
                                () -> {
                                    throw new RefusedException(new Busy());
                                }))
                .isInstanceOf(RefusedException.class);
        one.synchronise();
        assertThat(standing().replicas().getFirst().lastError()).startsWith("busy: ");
    }

    @Test
    void idleReplicaHardlyWrites() {
        bothGo();
        one.synchronise();
        Instant said = standing().replicas().getFirst().reportedAt();
        market.guildhall.clock.advance(Duration.ofSeconds(5));
        one.synchronise();
        assertThat(standing().replicas().getFirst().reportedAt()).isEqualTo(said);

        market.guildhall.clock.advance(Duration.ofSeconds(5));
        one.synchronise();
        assertThat(standing().replicas().getFirst().reportedAt()).isEqualTo(now());
    }

    @Test
    void unknownWorkerIsNamedWithTheKnown() {
        assertThatThrownBy(() ->
                        market.use.admin.pauseWorker.handle(
                                new PauseWorker.Command(Mandates.of(admin), "gardener")))
                .hasMessageContaining("webhook_sender");
        assertThat(
                        Market.refusal(() ->
                                market.use.admin.resumeWorker.handle(
                                        new ResumeWorker.Command(Mandates.of(admin), "gardener"))))
                .isEqualTo("unknown_worker");
    }

    private void bothGo() {
        one.run(Worker.PAYOUTS, () -> gone.add("one"));
        two.run(Worker.PAYOUTS, () -> gone.add("two"));
    }

    private void pause() {
        market.use.admin.pauseWorker.handle(new PauseWorker.Command(Mandates.of(admin), "payouts"));
    }

    private void resume() {
        market.use.admin.resumeWorker.handle(
                new ResumeWorker.Command(Mandates.of(admin), "payouts"));
    }

    private Standing standing() {
        return market.use.admin.viewWorkers.all(admin).stream()
                .filter(found -> found.worker() == Worker.PAYOUTS)
                .findFirst()
                .orElseThrow();
    }

    private Instant now() {
        return market.guildhall.clock.instant();
    }
}
