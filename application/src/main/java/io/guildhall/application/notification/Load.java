package io.guildhall.application.notification;

import io.guildhall.domain.notification.Deliveries.Parcel;
import io.guildhall.domain.notification.Delivery;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.notification.WebhookSender.Letter;
import java.time.Instant;

/** A delivery that this process has taken up. */
record Load(Parcel parcel) {

    Delivery delivery() {
        return parcel.delivery();
    }

    Letter letter(WebhookEndpoint endpoint, Instant now) {
        return new Letter(
                delivery().id(),
                endpoint.target().url(),
                endpoint.secretsAt(now),
                endpoint.target().events().form(),
                parcel.event(),
                delivery().taken(),
                now);
    }
}
