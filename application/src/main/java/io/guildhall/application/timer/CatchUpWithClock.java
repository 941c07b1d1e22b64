package io.guildhall.application.timer;

/**
 * Does at once what has become due by a move of the clock. Not to be called inside a unit of work:
 * each bounty has one of its own, and one that cannot be moved on must not take others with it.
 */
public final class CatchUpWithClock {

    private static final int ROUND = 100;

    private final MarketClock clock;
    private final FireTimers timers;

    public CatchUpWithClock(MarketClock clock, FireTimers timers) {
        this.clock = clock;
        this.timers = timers;
    }

    /**
     * @return how many timers have done something
     */
    public int handle() {
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
