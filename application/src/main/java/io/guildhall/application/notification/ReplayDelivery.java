package io.guildhall.application.notification;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.shared.Visible;
import io.guildhall.domain.notification.Deliveries;
import io.guildhall.domain.notification.Delivery;
import io.guildhall.domain.notification.DeliveryId;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.notification.WebhookError.WebhookIsDisabled;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.RefusedException;
import java.util.List;

/** Carries one event to an endpoint once more. */
public final class ReplayDelivery {

    private final UseCaseContext context;
    private final ManagedEndpoints managed;
    private final Deliveries deliveries;

    public ReplayDelivery(UseCaseContext context, ManagedEndpoints managed, Deliveries deliveries) {
        this.context = context;
        this.managed = managed;
        this.deliveries = deliveries;
    }

    public record Command(Caller caller, EndpointId webhook, DeliveryId delivery) {}

    /** The new delivery of the same event. */
    public Delivery handle(Command command) {
        return context.transactions()
                .run(() -> {
                    WebhookEndpoint endpoint =
                            managed.findToChange(command.caller(), command.webhook());
                    if (!endpoint.isEnabled()) {
                        throw new RefusedException(
                                new WebhookIsDisabled(endpoint.id(), endpoint.status()));
                    }
                    Delivery named =
                            Visible.orNotFound(
                                            deliveries.find(command.delivery()),
                                            found ->
                                                    found.delivery()
                                                            .endpoint()
                                                            .equals(endpoint.id()),
                                            "delivery")
                                    .delivery();
                    Delivery replay =
                            deliveries
                                    .latest(endpoint.id(), named.event().id())
                                    .orElse(named)
                                    .replay(
                                            new DeliveryId(context.ids().next()),
                                            context.clock().instant())
                                    .orThrow()
                                    .state();
                    deliveries.add(List.of(replay));
                    return replay;
                });
    }
}
