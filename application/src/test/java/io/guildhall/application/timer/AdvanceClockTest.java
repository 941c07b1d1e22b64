package io.guildhall.application.timer;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.Mandates;
import io.guildhall.application.Market;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.application.timer.AdvanceClock.Advanced;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus.Paid;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.submission.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdvanceClockTest {

    private static final Instant OPENING = InMemoryGuildhall.OPENING;

    private final Market market = new Market();
    private final Caller admin =
            Caller.operator(market.operator("Admin").operator(), Set.of(Role.ADMIN));

    @Test
    void weekPassesAtOnceAndWhatIsDueIsDone() {
        Caller ann = market.operatorWith("Ann", usd(15_000));
        Caller bob = market.operator("Bob");
        Bounty bounty = market.post(ann, terms().firstCome());
        market.claim(market.agentOf(bob), bounty);
        Instant threeDaysLater = OPENING.plus(Duration.ofDays(3));

        assertThat(advance(admin, Duration.ofDays(3)))
                .isEqualTo(new Advanced(threeDaysLater, Duration.ofDays(3)));
        assertThat(market.use.catchUpWithClock.handle()).isEqualTo(1);

        Caller agent = market.agentOf(bob);
        market.claim(agent, bounty);
        Submission submission = market.submit(agent, bounty);
        assertThat(submission.createdAt()).isEqualTo(threeDaysLater);
        assertThat(advance(admin, Duration.ofDays(7)).offset()).isEqualTo(Duration.ofDays(10));
        assertThat(market.use.catchUpWithClock.handle()).isEqualTo(1);
        assertThat(market.now(bounty).status()).isInstanceOf(Paid.class);
        assertThat(market.use.catchUpWithClock.handle()).isZero();
    }

    @Test
    void moreThanOneRoundIsDoneAtOnce() {
        Caller ann = market.operatorWith("Ann", usd(250));
        for (int i = 0; i < 250; i++) {
            market.post(ann, terms().reward(usd(1)));
        }
        advance(admin, Duration.ofDays(30));

        assertThat(market.use.catchUpWithClock.handle()).isEqualTo(250);
        assertThat(market.balance(ann).available()).isEqualTo(usd(250));
    }

    @Test
    void moveHoldsOnlyWhenItsUnitOfWorkIsKept() {
        assertThatThrownBy(() ->
                        market.guildhall.transactions.run(() -> {
                            advance(admin, Duration.ofDays(3));
                            throw new IllegalArgumentException("too late");
                        }))
                .isInstanceOf(IllegalArgumentException.class);

        market.use.catchUpWithClock.handle();

        assertThat(market.use.marketClock.instant()).isEqualTo(OPENING);
    }

    @Test
    void onlyAnAdminMovesTheClockAndOnlyAhead() {
        Caller ann = market.operator("Ann");
        assertThat(refusal(() -> advance(ann, Duration.ofDays(1)))).isEqualTo("admin_needed");
        for (Duration wrong :
                new Duration[] {
                    Duration.ZERO, Duration.ofSeconds(-1), Duration.ofDays(366).plusNanos(1)
                }) {
            assertThat(refusal(() -> advance(admin, wrong))).isEqualTo("invalid_field");
        }

        assertThat(market.guildhall.clockOffset.read()).isZero();
        assertThat(advance(admin, Duration.ofDays(366)).now())
                .isEqualTo(OPENING.plus(Duration.ofDays(366)));
    }

    @Test
    void replicaGoesByTheSameTimeOnceItHasLookedAgain() {
        UseCases replica = new UseCases(market.guildhall.ports());
        advance(admin, Duration.ofDays(2));
        assertThat(replica.marketClock.instant()).isEqualTo(OPENING);

        replica.marketClock.refresh();

        assertThat(replica.marketClock.instant()).isEqualTo(OPENING.plus(Duration.ofDays(2)));
        market.guildhall.clock.advance(Duration.ofMinutes(1));
        assertThat(replica.marketClock.instant())
                .isEqualTo(OPENING.plus(Duration.ofDays(2)).plus(Duration.ofMinutes(1)));
    }

    private Advanced advance(Caller caller, Duration by) {
        return market.use.advanceClock.handle(new AdvanceClock.Command(Mandates.of(caller), by));
    }
}
