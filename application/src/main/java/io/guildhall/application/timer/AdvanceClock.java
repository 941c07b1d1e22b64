package io.guildhall.application.timer;

import io.guildhall.application.access.ClockOffset;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.Transactions;
import java.time.Duration;
import java.time.Instant;

/**
 * Moves the market's clock ahead, so that a week can be watched passing in a second; exists in
 * sandbox installations only.
 */
public final class AdvanceClock {

    private static final Duration AT_ONCE_MAX = Duration.ofDays(366);
    private static final int ROUND = 100;

    private final Transactions transactions;
    private final ClockOffset offset;
    private final MarketClock clock;
    private final FireTimers timers;

    public AdvanceClock(
            Transactions transactions, ClockOffset offset, MarketClock clock, FireTimers timers) {
        this.transactions = transactions;
        this.offset = offset;
        this.clock = clock;
        this.timers = timers;
    }

    public record Command(Caller caller, Duration by) {}

    /**
     * @param now what the market's clock says
     * @param offset how far it is ahead of the world's in all
     */
    public record Advanced(Instant now, Duration offset) {}

    /** Only stores the move; it holds from the end of the unit of work on, see {@link #catchUp}. */
    public Advanced handle(Command command) {
        command.caller().requireAdmin();
        new Invalid.Check()
                .require(
                        command.by().isPositive() && command.by().compareTo(AT_ONCE_MAX) <= 0,
                        "by",
                        "must be more than zero and at most " + AT_ONCE_MAX.toDays() + " days")
                .orThrow();
        return transactions.run(() -> {
            offset.add(command.by());
            Duration ahead = offset.read();
            return new Advanced(clock.at(ahead), ahead);
        });
    }

    /**
     * Does at once what has become due by a move. Not to be called inside a unit of work: each
     * bounty has one of its own, and one that cannot be moved on must not take others with it.
     *
     * @return how many timers have done something
     */
    public int catchUp() {
        clock.refresh();
        int fired = 0;
        int round = timers.handle(ROUND);
        while (round > 0) {
            fired += round;
            round = timers.handle(ROUND);
        }
        return fired;
    }
}
