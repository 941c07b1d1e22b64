package io.guildhall.application.notification;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.WebhookEndpoints;
import io.guildhall.domain.party.Caller;

/** Removes an endpoint; nothing more is carried to it, and nothing of it can be read. */
public final class RemoveWebhook {

    private final UseCaseContext context;
    private final WebhookEndpoints endpoints;
    private final ManagedEndpoints managed;

    public RemoveWebhook(
            UseCaseContext context, WebhookEndpoints endpoints, ManagedEndpoints managed) {
        this.context = context;
        this.endpoints = endpoints;
        this.managed = managed;
    }

    public record Command(Caller caller, EndpointId webhook) {}

    public void handle(Command command) {
        context.transactions()
                .run(() -> {
                    var removed =
                            managed.findToChange(command.caller(), command.webhook())
                                    .remove()
                                    .orThrow();
                    endpoints.remove(removed.state());
                    context.outbox().publish(removed.events(), context.clock().instant());
                });
    }
}
