package io.guildhall.domain.payment;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a payment into the house has come. */
public sealed interface PaymentStage {

    /** The rail is to be asked for a page at which it can be paid. */
    record Requested() implements PaymentStage {}

    /**
     * The payer can pay.
     *
     * @param reference of the rail's page
     * @param expiresAt when the page closes
     */
    record Open(String reference, URI url, Instant expiresAt) implements PaymentStage {}

    /**
     * The money is here.
     *
     * @param reference of the rail's page
     */
    record Received(String reference, Receipt receipt, Instant at) implements PaymentStage {}

    /**
     * It never came.
     *
     * @param reference of the rail's page; null when there was none
     */
    record Ended(@Nullable String reference, String reason, Instant at) implements PaymentStage {}

    default String word() {
        return switch (this) {
            case Requested _ -> "requested";
            case Open _ -> "open";
            case Received _ -> "received";
            case Ended _ -> "ended";
        };
    }

    default @Nullable String page() {
        return switch (this) {
            case Requested _ -> null;
            case Open(var reference, var _, var _) -> reference;
            case Received(var reference, var _, var _) -> reference;
            case Ended(var reference, var _, var _) -> reference;
        };
    }
}
