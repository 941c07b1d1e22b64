package io.guildhall.bootstrap.work;

import io.guildhall.application.ledger.Debts;
import io.guildhall.application.payee.FollowPayees;
import io.guildhall.application.payment.FollowPayments;
import io.guildhall.application.payment.HearRailNotices;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.worker.Rota;
import io.guildhall.application.worker.Worker;
import io.guildhall.domain.payout.PaymentProvider;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.rail.RailNotices;
import io.guildhall.domain.shared.RefusedException;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/** What goes on between us and Stripe, where it is set up; on every replica at once. */
@Singleton
final class PaymentWorkers {

    private static final Logger LOG = Logger.getLogger(PaymentWorkers.class);
    private static final int AT_ONCE = 50;
    private static final int FORGOTTEN_AT_ONCE = 1_000;

    /** Stripe tells an event again for some days; so long it is known, and can be replayed. */
    private static final Duration NOTICES_KEPT = Duration.ofDays(30);

    private final PaymentProvider provider;
    private final FollowPayments followPayments;
    private final FollowPayees followPayees;
    private final HearRailNotices hearNotices;
    private final Debts debts;
    private final RailNotices notices;
    private final UseCaseContext context;
    private final InstantSource clock;
    private final Rota rota;

    PaymentWorkers(
            PaymentProvider provider,
            FollowPayments followPayments,
            FollowPayees followPayees,
            HearRailNotices hearNotices,
            Debts debts,
            RailNotices notices,
            UseCaseContext context,
            InstantSource clock,
            Rota rota) {
        this.provider = provider;
        this.followPayments = followPayments;
        this.followPayees = followPayees;
        this.hearNotices = hearNotices;
        this.debts = debts;
        this.notices = notices;
        this.context = context;
        this.clock = clock;
        this.rota = rota;
    }

    @Scheduled(identity = "payments", every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void followPayments() {
        where(
                Worker.PAYMENTS,
                "Payments are not followed",
                () ->
                        IntStream.of(
                                        hearNotices.handle(AT_ONCE),
                                        followPayments.handle(AT_ONCE),
                                        followPayees.handle(AT_ONCE))
                                .anyMatch(taken -> taken == AT_ONCE));
    }

    @Scheduled(identity = "debts", every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void levelDebts() {
        where(
                Worker.PAYMENTS,
                "Debts are not levelled",
                () -> debts.levelAll(context, AT_ONCE) == AT_ONCE);
    }

    @Scheduled(
            identity = "rail-housekeeping",
            every = "10m",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forgetWhatIsOver() {
        where(Worker.HOUSEKEEPING, "What Stripe told is kept longer", this::forgetSome);
    }

    /** In small units of work, so that none holds many rows for long. */
    private boolean forgetSome() {
        Instant old = clock.instant().minus(NOTICES_KEPT);
        return context.transactions().run(() -> notices.forgetHeardBefore(old, FORGOTTEN_AT_ONCE))
                == FORGOTTEN_AT_ONCE;
    }

    private void where(Worker worker, String otherwise, BooleanSupplier round) {
        if (provider.rail() != Rail.STRIPE) {
            return;
        }
        try {
            rota.goWhileFull(worker, round);
        } catch (RefusedException outage) {
            LOG.warnf("%s now and later: %s", otherwise, outage.getMessage());
        }
    }
}
