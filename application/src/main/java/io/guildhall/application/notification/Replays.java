package io.guildhall.application.notification;

import io.guildhall.application.notification.ReplayDeliveries.Replayed;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.shared.Visible;
import io.guildhall.domain.notification.Deliveries;
import io.guildhall.domain.notification.Delivery;
import io.guildhall.domain.notification.DeliveryId;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.notification.WebhookError.WebhookIsDisabled;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.List;

/** Carrying something to an endpoint once more, whoever wants it. */
final class Replays {

    private final UseCaseContext context;
    private final Deliveries deliveries;

    Replays(UseCaseContext context, Deliveries deliveries) {
        this.context = context;
        this.deliveries = deliveries;
    }

    static void mustBeEnabled(WebhookEndpoint endpoint) {
        if (!endpoint.isEnabled()) {
            throw new RefusedException(new WebhookIsDisabled(endpoint.id(), endpoint.status()));
        }
    }

    /** The new delivery of the same event. */
    Delivery one(WebhookEndpoint endpoint, DeliveryId id) {
        Delivery named =
                Visible.orNotFound(
                                deliveries.find(id),
                                found -> found.delivery().endpoint().equals(endpoint.id()),
                                "delivery")
                        .delivery();
        Delivery replay =
                again(
                        deliveries.latest(endpoint.id(), named.event().id()).orElse(named),
                        context.clock().instant());
        deliveries.add(List.of(replay));
        return replay;
    }

    Replayed since(WebhookEndpoint endpoint, Instant since, boolean deadOnly) {
        Page<Delivery> ended =
                Page.of(
                        deliveries.endedSince(
                                endpoint.id(), since, deadOnly, ReplayDeliveries.AT_ONCE_MAX + 1),
                        ReplayDeliveries.AT_ONCE_MAX);
        Instant now = context.clock().instant();
        deliveries.add(ended.items().stream().map(delivery -> again(delivery, now)).toList());
        return new Replayed(
                ended.items().size(), ended.hasMore() ? ended.items().getLast().plannedAt() : null);
    }

    private Delivery again(Delivery delivery, Instant now) {
        return delivery.replay(new DeliveryId(context.ids().next()), now).orThrow().state();
    }
}
