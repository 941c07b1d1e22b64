package io.guildhall.quality;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What may be spent on a model in one day of UTC, by this process. A call is counted before it is
 * made and its tokens when they are known, so the last call of a day may exceed it once.
 */
final class Budget {

    private final long callsMax;
    private final long tokensMax;
    private final InstantSource clock;
    private LocalDate day = LocalDate.EPOCH;
    private long calls;
    private long tokens;

    Budget(long callsMax, long tokensMax, InstantSource clock) {
        this.callsMax = callsMax;
        this.tokensMax = tokensMax;
        this.clock = clock;
    }

    synchronized boolean isLeft() {
        beginDay(clock.instant());
        return calls < callsMax && tokens < tokensMax;
    }

    /** Whether one more call may be made, which is counted then. */
    synchronized boolean takeCall() {
        if (!isLeft()) {
            return false;
        }
        calls++;
        return true;
    }

    synchronized void spend(long used) {
        tokens += Math.max(0, used);
    }

    private void beginDay(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (!today.equals(day)) {
            day = today;
            calls = 0;
            tokens = 0;
        }
    }
}
