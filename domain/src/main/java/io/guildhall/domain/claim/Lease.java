package io.guildhall.domain.claim;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How long an active claim still lasts. */
public sealed interface Lease {

    /** A lease whose clock goes, so that a dispute can stop it. */
    sealed interface Ticking extends Lease {

        /** The first instant at which it is over. */
        Instant overAt();

        /** The same after a dispute that had stopped it. */
        Ticking after(Instant since, Instant now);

        /** The same with another end. */
        Ticking until(Instant end);

        default boolean isOver(Instant now) {
            return !now.isBefore(overAt());
        }
    }

    /** The agent works; without a submission the claim ends then. */
    record Running(Instant endsAt) implements Ticking {

        @Override
        public Instant overAt() {
            return endsAt;
        }

        @Override
        public Running until(Instant end) {
            return new Running(end);
        }

        @Override
        public Running after(Instant since, Instant now) {
            return new Running(Claim.afterDispute(endsAt, since, now));
        }
    }

    /**
     * The last submission failed the gate and can be handed in once more.
     *
     * @param retryBy the last instant for it
     * @param endsAt when the lease would end had the submission not been handed in
     */
    record Retrying(Instant retryBy, Instant endsAt) implements Ticking {

        /** Instants are kept to the microsecond, and the last one still counts. */
        @Override
        public Instant overAt() {
            return retryBy.plus(1, ChronoUnit.MICROS);
        }

        @Override
        public Retrying until(Instant end) {
            return new Retrying(retryBy, end);
        }

        @Override
        public Retrying after(Instant since, Instant now) {
            Instant until = Claim.afterDispute(retryBy, since, now);
            Instant end = Claim.afterDispute(endsAt, since, now);
            return new Retrying(until, end.isAfter(until) ? end : until);
        }
    }

    /**
     * Stands still while a submission lies with the gate or the poster.
     *
     * @param endsAt when it would have ended had it not been paused
     */
    record Paused(Instant endsAt, Instant since) implements Lease {}

    /**
     * Stands still in a dispute.
     *
     * @param interrupted as it was before
     */
    record Held(Ticking interrupted, Instant since) implements Lease {}

    /**
     * The last submission was not taken: nothing more can be handed in, and the claim fails then.
     */
    record Spent(Instant endsAt) implements Ticking {

        @Override
        public Instant overAt() {
            return endsAt;
        }

        @Override
        public Spent until(Instant end) {
            return new Spent(end);
        }

        @Override
        public Spent after(Instant since, Instant now) {
            return new Spent(Claim.afterDispute(endsAt, since, now));
        }
    }
}
