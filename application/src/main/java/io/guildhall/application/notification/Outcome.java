package io.guildhall.application.notification;

import io.guildhall.domain.notification.Delivery;

/** What became of a delivery that was taken up, and what that says of its receiver. */
record Outcome(Lane lane, Delivery delivery, Health health) {

    enum Health {
        TOOK_IT,
        DID_NOT,
        IS_GONE,
        NOT_ASKED
    }
}
