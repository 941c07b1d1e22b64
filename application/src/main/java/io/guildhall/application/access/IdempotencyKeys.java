package io.guildhall.application.access;

import java.time.Duration;
import java.time.Instant;

/** Remembers which writes were already answered, in the unit of work of the write itself. */
public interface IdempotencyKeys {

    /** How long an answer is kept. */
    Duration KEPT = Duration.ofHours(24);

    /** How long a second request waits for the first. */
    Duration WAIT_MAX = Duration.ofSeconds(5);

    /**
     * Whose key it is and what it was used for.
     *
     * @param caller the credential's holder
     * @param target method and path
     */
    record Scope(String caller, String target, String key) {}

    /** An answer as it can be given again. */
    record StoredAnswer(int status, String body) {}

    /** What is known of a key. */
    sealed interface Reservation {
        /** It is the caller's now, until the unit of work ends. */
        record Fresh() implements Reservation {}

        record Answered(StoredAnswer answer) implements Reservation {}

        record UsedOtherwise() implements Reservation {}

        /** Another request holds it and did not end in {@link #WAIT_MAX}. */
        record StillRunning() implements Reservation {}
    }

    /**
     * @param fingerprint a hash of the request's body
     */
    Reservation reserve(Scope scope, String fingerprint, Instant now);

    /** Keeps the answer to a fresh key; the same unit of work must have reserved it. */
    void answer(Scope scope, StoredAnswer answer);

    /** Forgets what was answered before that time, at most so many at once, and says how many. */
    int forgetBefore(Instant time, int limit);
}
