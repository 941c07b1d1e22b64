package io.guildhall.payments.stripe;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a call to Stripe. */
sealed interface Answer<T> {

    record Said<T>(T value) implements Answer<T> {}

    /**
     * Stripe would not do it, and has done nothing.
     *
     * @param code its own word for it, which it never invents anew
     * @param replayed whether it says so only because it has said so before under the same key
     */
    record Refused<T>(String code, boolean replayed) implements Answer<T> {}

    /**
     * It is asked too often, or does not take our own key: it has done nothing, and might later.
     */
    record NotNow<T>(String reason, @Nullable Duration retryAfter) implements Answer<T> {}

    /** Nobody knows what it has done. */
    record Unclear<T>(String reason) implements Answer<T> {}
}
