package io.guildhall.application.notification;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.party.Caller;
import java.time.Instant;

/** Makes an event that goes to one endpoint by the way that all events go. */
public final class SendTestEvent {

    private final UseCaseContext context;
    private final ManagedEndpoints managed;

    public SendTestEvent(UseCaseContext context, ManagedEndpoints managed) {
        this.context = context;
        this.managed = managed;
    }

    public record Command(Caller caller, EndpointId webhook) {}

    public WebhookEndpoint handle(Command command) {
        return context.transactions()
                .run(() -> {
                    Instant now = context.clock().instant();
                    var tested =
                            managed.findToChange(command.caller(), command.webhook())
                                    .test()
                                    .orThrow();
                    context.outbox().publish(tested.events(), now);
                    return tested.state();
                });
    }
}
