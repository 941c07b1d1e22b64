package io.guildhall.bootstrap.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Mandates;
import io.guildhall.application.Market;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.application.stream.ForgetEvents;
import io.guildhall.application.worker.PauseWorker;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus.Expired;
import io.guildhall.domain.bounty.BountyStatus.Open;
import io.guildhall.domain.money.MoneyFixture;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkersTest {

    private static final Duration AHEAD = Duration.ofDays(40);

    private final Market market = new Market();
    private final InMemoryGuildhall guildhall = market.guildhall;
    private final UseCases use = market.use;
    private final Workers workers =
            new Workers(
                    use.marketClock,
                    use.fireTimers,
                    use.judgeSubmissions,
                    use.sendPayouts,
                    use.rateLimiter,
                    guildhall.rateCounters,
                    guildhall.idempotencyKeys,
                    guildhall.nonces,
                    guildhall.sessions,
                    new ForgetEvents(
                            guildhall.transactions,
                            guildhall.eventStream,
                            guildhall.streamCursors,
                            guildhall.clock,
                            AHEAD,
                            List.of()),
                    use.forgetDeliveries,
                    guildhall.transactions,
                    guildhall.clock,
                    use.admin.rota);

    @Test
    void moveOfTheClockIsHeardWhileTimersArePaused() {
        Bounty bounty = market.post(market.operatorWith("Ann", MoneyFixture.usd(45_000)));
        Caller admin = Caller.operator(market.operator("Ada").operator(), Set.of(Role.ADMIN));
        use.admin.pauseWorker.handle(new PauseWorker.Command(Mandates.of(admin), "timers"));
        use.admin.rota.synchronise();
        Instant before = use.marketClock.instant();
        guildhall.transactions.run(() -> guildhall.clockOffset.add(AHEAD));

        workers.fireTimers();

        assertThat(use.marketClock.instant()).isEqualTo(before.plus(AHEAD));
        assertThat(market.now(bounty).status()).isInstanceOf(Open.class);
    }

    @Test
    void moveOfTheClockIsHeardBeforeTimersFire() {
        Bounty bounty = market.post(market.operatorWith("Ann", MoneyFixture.usd(45_000)));
        guildhall.transactions.run(() -> guildhall.clockOffset.add(AHEAD));

        workers.fireTimers();

        assertThat(market.now(bounty).status()).isInstanceOf(Expired.class);
    }
}
