package io.guildhall.bootstrap.work;

import io.guildhall.application.access.IdempotencyKeys;
import io.guildhall.application.access.Nonces;
import io.guildhall.application.access.RateCounters;
import io.guildhall.application.access.RateLimiter;
import io.guildhall.application.access.Sessions;
import io.guildhall.application.notification.ForgetDeliveries;
import io.guildhall.application.payout.SendPayouts;
import io.guildhall.application.stream.ForgetEvents;
import io.guildhall.application.submission.JudgeSubmissions;
import io.guildhall.application.timer.FireTimers;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.application.worker.Rota;
import io.guildhall.application.worker.Worker;
import io.guildhall.domain.shared.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.IntStream;

/** The rounds that every replica makes; what they share they take by rows that others pass over. */
@Singleton
final class Workers {

    private static final int TIMERS_AT_ONCE = 100;
    private static final int JUDGED_AT_ONCE = 10;
    private static final int PAYOUTS_AT_ONCE = 10;
    private static final int FORGOTTEN_AT_ONCE = 1_000;
    private static final Duration RATE_WINDOWS_KEPT = Duration.ofMinutes(5);

    private final MarketClock marketClock;
    private final FireTimers fireTimers;
    private final JudgeSubmissions judgeSubmissions;
    private final SendPayouts sendPayouts;
    private final RateLimiter rateLimiter;
    private final RateCounters rateCounters;
    private final IdempotencyKeys idempotencyKeys;
    private final Nonces nonces;
    private final Sessions sessions;
    private final ForgetEvents forgetEvents;
    private final ForgetDeliveries forgetDeliveries;
    private final Transactions transactions;
    private final InstantSource clock;

    private final Rota rota;

    Workers(
            MarketClock marketClock,
            FireTimers fireTimers,
            JudgeSubmissions judgeSubmissions,
            SendPayouts sendPayouts,
            RateLimiter rateLimiter,
            RateCounters rateCounters,
            IdempotencyKeys idempotencyKeys,
            Nonces nonces,
            Sessions sessions,
            ForgetEvents forgetEvents,
            ForgetDeliveries forgetDeliveries,
            Transactions transactions,
            InstantSource clock,
            Rota rota) {
        this.marketClock = marketClock;
        this.fireTimers = fireTimers;
        this.judgeSubmissions = judgeSubmissions;
        this.sendPayouts = sendPayouts;
        this.rateLimiter = rateLimiter;
        this.rateCounters = rateCounters;
        this.idempotencyKeys = idempotencyKeys;
        this.nonces = nonces;
        this.sessions = sessions;
        this.forgetEvents = forgetEvents;
        this.forgetDeliveries = forgetDeliveries;
        this.transactions = transactions;
        this.clock = clock;
        this.rota = rota;
    }

    @Scheduled(identity = "timers", every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void fireTimers() {
        // Paused or not: people and other workers go by that clock too.
        rota.goWhileFull(
                Worker.TIMERS,
                () -> {
                    marketClock.refresh();
                    return fireTimers.handle(TIMERS_AT_ONCE) >= TIMERS_AT_ONCE;
                },
                marketClock::refresh);
    }

    @Scheduled(identity = "judging", every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void judgeSubmissions() {
        rota.goWhileFull(
                Worker.JUDGING, () -> judgeSubmissions.handle(JUDGED_AT_ONCE) == JUDGED_AT_ONCE);
    }

    @Scheduled(identity = "payouts", every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sendPayouts() {
        rota.goWhileFull(
                Worker.PAYOUTS, () -> sendPayouts.handle(PAYOUTS_AT_ONCE) == PAYOUTS_AT_ONCE);
    }

    @Scheduled(
            identity = "rate-limits",
            every = "1s",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void shareRateLimits() {
        rateLimiter.share();
    }

    /** More often than the rest: busy agents leave many, and each lives for a minute only. */
    @Scheduled(
            identity = "nonces",
            every = "30s",
            delayed = "30s",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forgetNonces() {
        Instant old = clock.instant().minus(Nonces.KEPT);
        while (nonces.forgetBefore(old, FORGOTTEN_AT_ONCE) == FORGOTTEN_AT_ONCE) {
            // In small units of work, so that none holds many rows for long.
        }
    }

    @Scheduled(
            identity = "housekeeping",
            every = "10m",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forgetWhatIsOver() {
        rota.goWhileFull(Worker.HOUSEKEEPING, this::forgetSome);
    }

    /** In small units of work, so that none holds many rows for long. */
    private boolean forgetSome() {
        Instant now = clock.instant();
        transactions.run(() -> rateCounters.forgetBefore(now.minus(RATE_WINDOWS_KEPT)));
        int answers =
                transactions.run(() ->
                        idempotencyKeys.forgetBefore(
                                now.minus(IdempotencyKeys.KEPT), FORGOTTEN_AT_ONCE));
        int visits = transactions.run(() -> sessions.forgetOver(now, FORGOTTEN_AT_ONCE));
        int events = forgetEvents.handle(FORGOTTEN_AT_ONCE);
        int deliveries = forgetDeliveries.handle(FORGOTTEN_AT_ONCE);
        return IntStream.of(answers, visits, events, deliveries)
                .anyMatch(forgotten -> forgotten == FORGOTTEN_AT_ONCE);
    }
}
