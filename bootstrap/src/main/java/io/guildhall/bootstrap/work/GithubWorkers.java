package io.guildhall.bootstrap.work;

import io.guildhall.application.codehost.HearNotices;
import io.guildhall.application.worker.Rota;
import io.guildhall.application.worker.Worker;
import io.guildhall.domain.codehost.GivenTokens;
import io.guildhall.domain.codehost.Notices;
import io.guildhall.domain.party.GithubLinkRequests;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Hears what GitHub told, and forgets what is over; on every replica at once. */
@Singleton
final class GithubWorkers {

    private static final Logger LOG = Logger.getLogger(GithubWorkers.class);
    private static final int HEARD_AT_ONCE = 50;
    private static final int FORGOTTEN_AT_ONCE = 1_000;

    /** GitHub lets a delivery be repeated for three days; so long it is known, and some more. */
    private static final Duration NOTICES_KEPT = Duration.ofDays(7);

    /** What was begun with one, such as a branch or an approval, can bear fruit late. */
    private static final Duration GIVEN_TOKENS_KEPT = Duration.ofDays(365);

    private final HearNotices hearNotices;
    private final Notices notices;
    private final GithubLinkRequests linkRequests;
    private final GivenTokens givenTokens;
    private final Transactions transactions;
    private final InstantSource clock;

    private final Rota rota;

    GithubWorkers(
            HearNotices hearNotices,
            Notices notices,
            GithubLinkRequests linkRequests,
            GivenTokens givenTokens,
            Transactions transactions,
            InstantSource clock,
            Rota rota) {
        this.hearNotices = hearNotices;
        this.notices = notices;
        this.linkRequests = linkRequests;
        this.givenTokens = givenTokens;
        this.transactions = transactions;
        this.clock = clock;
        this.rota = rota;
    }

    @Scheduled(identity = "notices", every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void hearNotices() {
        try {
            rota.goWhileFull(
                    Worker.NOTICES, () -> hearNotices.handle(HEARD_AT_ONCE) == HEARD_AT_ONCE);
        } catch (RefusedException outage) {
            LOG.warnf("What GitHub told is heard later: %s", outage.getMessage());
        }
    }

    @Scheduled(
            identity = "github-housekeeping",
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
        int requests = transactions.run(() -> linkRequests.forgetExpired(now, FORGOTTEN_AT_ONCE));
        int heard =
                transactions.run(() ->
                        notices.forgetSettledBefore(now.minus(NOTICES_KEPT), FORGOTTEN_AT_ONCE));
        int given =
                transactions.run(() ->
                        givenTokens.forgetBefore(now.minus(GIVEN_TOKENS_KEPT), FORGOTTEN_AT_ONCE));
        return requests == FORGOTTEN_AT_ONCE
                || heard == FORGOTTEN_AT_ONCE
                || given == FORGOTTEN_AT_ONCE;
    }
}
