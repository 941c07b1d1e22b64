package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.access.WorkerBoard.Pause;
import io.guildhall.application.access.WorkerBoard.Report;
import io.guildhall.application.worker.Worker;
import io.guildhall.domain.party.Operator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of WorkerBoard keeps. */
public abstract class WorkerBoardContract extends PortContract {

    /** Others that share the store want their workers to go. */
    @BeforeEach
    @AfterEach
    void resumeAll() {
        for (Worker worker : Worker.values()) {
            unit(() -> ports().admin().workerBoard().resume(worker));
        }
    }

    @Test
    public void workerIsPausedUntilItIsResumed() {
        Pause payouts = paused(Worker.PAYOUTS, "The bank is away");
        Pause timers = paused(Worker.TIMERS, "Clocks are wrong");

        assertThat(unit(() -> ports().admin().workerBoard().pauses()))
                .containsExactly(timers, payouts);
        assertThat(unit(() -> ports().admin().workerBoard().find(Worker.PAYOUTS)))
                .contains(payouts);

        assertThat(unit(() -> ports().admin().workerBoard().resume(Worker.PAYOUTS))).isTrue();
        assertThat(unit(() -> ports().admin().workerBoard().resume(Worker.PAYOUTS))).isFalse();
        assertThat(unit(() -> ports().admin().workerBoard().find(Worker.PAYOUTS))).isEmpty();
    }

    @Test
    public void replicaSaysAnewWhatItSaidBefore() {
        String one = "one-" + ids.next();
        String two = "two-" + ids.next();
        Instant now = clock.instant();
        Report earlier = report(Worker.JUDGING, one, now, 3);
        Report others = report(Worker.JUDGING, two, now, 9);
        unit(() -> ports().admin().workerBoard().report(List.of(earlier, others)));

        Report later =
                new Report(
                        Worker.JUDGING,
                        one,
                        now.plusSeconds(1),
                        true,
                        now,
                        null,
                        4,
                        1,
                        "storage_unavailable",
                        now);
        unit(() -> ports().admin().workerBoard().report(List.of(later)));

        assertThat(said(now, one, two)).containsExactly(later, others);
        assertThat(said(now.plusSeconds(1), one, two)).containsExactly(later);
    }

    @Test
    public void oldReportsAreForgotten() {
        String gone = "gone-" + ids.next();
        Instant longAgo = clock.instant().minus(Duration.ofDays(20_000));
        unit(() ->
                ports().admin()
                        .workerBoard()
                        .report(List.of(report(Worker.RELAY, gone, longAgo, 1))));

        assertThat(
                        unit(() ->
                                ports().admin()
                                        .workerBoard()
                                        .forgetBefore(longAgo.plusSeconds(1), 10)))
                .isEqualTo(1);
        assertThat(said(longAgo, gone)).isEmpty();
    }

    private List<Report> said(Instant since, String... replicas) {
        return unit(() -> ports().admin().workerBoard().reports(since)).stream()
                .filter(report -> List.of(replicas).contains(report.replica()))
                .toList();
    }

    private static Report report(Worker worker, String replica, Instant at, long rounds) {
        return new Report(worker, replica, at, false, null, at, rounds, 0, null, null);
    }

    private Pause paused(Worker worker, String reason) {
        Operator admin = operator();
        var pause = new Pause(worker, reason, clock.instant(), admin.id());
        unit(() -> ports().admin().workerBoard().pause(pause));
        return pause;
    }
}
