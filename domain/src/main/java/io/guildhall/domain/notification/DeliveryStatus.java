package io.guildhall.domain.notification;

import java.time.Instant;

/** How far a delivery has come; DELIVERED and DEAD end it for good. */
public sealed interface DeliveryStatus {

    record Pending(Instant dueAt) implements DeliveryStatus {}

    /**
     * Somebody is carrying it.
     *
     * @param leaseUntil when another worker may carry it, should this one have died
     */
    record Sending(Instant since, Instant leaseUntil) implements DeliveryStatus {}

    record Delivered(Instant at) implements DeliveryStatus {}

    /**
     * It was not taken and is not tried again by itself.
     *
     * @param reason what came of the last attempt
     */
    record Dead(String reason, Instant at) implements DeliveryStatus {

        /** Whether its receiver said that it is gone for good. */
        public boolean isGone() {
            return reason.equals(Attempt.GONE);
        }
    }

    default String word() {
        return switch (this) {
            case Pending _ -> "pending";
            case Sending _ -> "sending";
            case Delivered _ -> "delivered";
            case Dead _ -> "dead";
        };
    }
}
