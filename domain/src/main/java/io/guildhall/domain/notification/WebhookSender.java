package io.guildhall.domain.notification;

import io.guildhall.domain.shared.EventLog.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries one event to one receiver. Never called inside a unit of work.
 *
 * <p>Whatever a receiver does, or does not do, is an {@link Answer} and comes within the time limit
 * of the installation; nothing is thrown for it. A redirect is an answer like another and is never
 * followed.
 */
public interface WebhookSender {

    /**
     * @throws Busy if nothing was sent for want of means of our own
     */
    Answer send(Letter letter);

    /** We could not even try, and it says nothing of the receiver. */
    final class Busy extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Busy(Throwable cause) {
            super(cause);
        }
    }

    /**
     * @param secrets newest first; while one follows another, both sign
     * @param form in whose words the event is told
     * @param attempt counted from 1
     * @param at when this attempt is made, which is the time that is signed
     */
    record Letter(
            DeliveryId delivery,
            String url,
            List<Secret> secrets,
            PayloadForm form,
            Recorded event,
            int attempt,
            Instant at) {

        public Letter {
            secrets = List.copyOf(secrets);
        }

        /** The same, as a part of this trace. */
        public Letter in(String traceparent) {
            Recorded traced = new Recorded(event.id(), event.event(), event.at(), traceparent);
            return new Letter(delivery, url, secrets, form, traced, attempt, at);
        }
    }

    /** What came of it. */
    sealed interface Answer {

        Duration took();

        /**
         * @param bodyStart at most {@link #BODY_START_MAX} characters of what the receiver wrote;
         *     empty when it wrote nothing
         * @param retryAfter how long the receiver asked to be left alone; null when it did not
         */
        record Replied(int status, Duration took, String bodyStart, @Nullable Duration retryAfter)
                implements Answer {

            public static final int BODY_START_MAX = 1_000;

            public Replied {
                if (bodyStart.length() > BODY_START_MAX) {
                    throw new IllegalArgumentException(
                            "The start of a body with " + bodyStart.length() + " characters");
                }
            }
        }

        /**
         * There is no answer of a receiver.
         *
         * @param reason a stable word: {@code timeout}, {@code connection_refused}, {@code
         *     connection_lost}, {@code tls}, {@code dns}, {@code forbidden_address}, {@code
         *     invalid_answer}; or of our own side: {@code internal}, {@code lost} or {@code
         *     secret_closed}
         * @param detail for people, about this one attempt
         */
        record Unreachable(String reason, String detail, Duration took) implements Answer {}
    }
}
