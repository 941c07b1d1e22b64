package io.guildhall.application.notification;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.notification.Deliveries;
import io.guildhall.domain.notification.Delivery;
import io.guildhall.domain.notification.DeliveryId;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.party.Caller;

/** Carries one event to an endpoint once more. */
public final class ReplayDelivery {

    private final UseCaseContext context;
    private final ManagedEndpoints managed;
    private final Replays replays;

    public ReplayDelivery(UseCaseContext context, ManagedEndpoints managed, Deliveries deliveries) {
        this.context = context;
        this.managed = managed;
        this.replays = new Replays(context, deliveries);
    }

    public record Command(Caller caller, EndpointId webhook, DeliveryId delivery) {}

    /** The new delivery of the same event. */
    public Delivery handle(Command command) {
        return context.transactions()
                .run(() -> {
                    WebhookEndpoint endpoint =
                            managed.findToChange(command.caller(), command.webhook());
                    Replays.mustBeEnabled(endpoint);
                    return replays.one(endpoint, command.delivery());
                });
    }
}
