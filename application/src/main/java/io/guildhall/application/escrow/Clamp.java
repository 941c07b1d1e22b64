package io.guildhall.application.escrow;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The contract keeps the clocks of what it holds, and has already decided that something was in
 * time, or over. Our clock may differ by seconds, and our aggregates judge by the time they are
 * given: they are given one at which what the contract has done is possible.
 */
final class Clamp {

    private Clamp() {}

    static Instant before(Instant now, @Nullable Instant end) {
        return end == null || now.isBefore(end) ? now : end.minus(1, ChronoUnit.MICROS);
    }

    static Instant notBefore(Instant now, @Nullable Instant due) {
        return due == null || !now.isBefore(due) ? now : due;
    }
}
