package io.guildhall.rest.openbounty.notification;

/** Where a delivery stands, as a query names it. */
enum DeliveryStatusWord {
    PENDING,
    SENDING,
    DELIVERED,
    DEAD
}
