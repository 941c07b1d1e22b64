package io.guildhall.domain.notification;

import io.guildhall.domain.shared.Worded;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether anything is carried to an endpoint. */
public sealed interface EndpointStatus {

    /**
     * @param failing null when the latest delivery did not fail
     */
    record Enabled(@Nullable Failing failing) implements EndpointStatus {

        /** When the first of the deliveries failed that have all failed since. */
        public @Nullable Instant failingSince() {
            return failing == null ? null : failing.since();
        }
    }

    /**
     * Deliveries that have all failed, none of them long after the one before.
     *
     * @param last when the latest failed; others may have, less than {@link #NOTED_EVERY} later
     */
    record Failing(Instant since, Instant last) {

        /** So that a receiver is not written with each of its failures. */
        static final Duration NOTED_EVERY = Duration.ofHours(1);

        /**
         * After longer than one retry takes to follow another, with what is not noted and what
         * comes late, nothing was tried: that says nothing of the receiver.
         */
        static final Duration APART_MAX = RetrySchedule.WAIT_MAX.plus(NOTED_EVERY.multipliedBy(2));

        static Failing from(Instant now) {
            return new Failing(now, now);
        }

        boolean isLongAgo(Instant now) {
            return now.isAfter(last.plus(APART_MAX));
        }

        Failing andAt(Instant now) {
            return now.isBefore(last.plus(NOTED_EVERY)) ? this : new Failing(since, now);
        }
    }

    /** What was on its way waits, and what happens meanwhile is not carried to it. */
    record Disabled(Reason reason, Instant at) implements EndpointStatus {}

    /** Why an endpoint is off. */
    enum Reason implements Worded {
        /** It answered that it is gone for good (410). */
        GONE,
        /** Nothing was taken for days. */
        FAILING,
        BY_OWNER
    }

    default String word() {
        return switch (this) {
            case Enabled _ -> "enabled";
            case Disabled _ -> "disabled";
        };
    }
}
