package io.guildhall.application.notification;

import io.guildhall.application.access.RandomSource;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.Secret;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.notification.WebhookEndpoints;
import io.guildhall.domain.party.Caller;
import java.time.Duration;
import java.time.Instant;

/** Gives an endpoint a new secret, beside which the one before it signs for a while. */
public final class RotateWebhookSecret {

    private final UseCaseContext context;
    private final WebhookEndpoints endpoints;
    private final ManagedEndpoints managed;
    private final RandomSource random;

    public RotateWebhookSecret(
            UseCaseContext context,
            WebhookEndpoints endpoints,
            ManagedEndpoints managed,
            RandomSource random) {
        this.context = context;
        this.endpoints = endpoints;
        this.managed = managed;
        this.random = random;
    }

    public record Command(Caller caller, EndpointId webhook, Duration overlap) {}

    /** Its new secret is shown now and never again. */
    public WebhookEndpoint handle(Command command) {
        return context.transactions()
                .run(() -> {
                    Instant now = context.clock().instant();
                    var rotated =
                            managed.findToChange(command.caller(), command.webhook())
                                    .rotateSecret(
                                            Secret.of(random.bytes(Secret.BYTES)),
                                            command.overlap(),
                                            now)
                                    .orThrow();
                    WebhookEndpoint saved = endpoints.save(rotated.state());
                    context.outbox().publish(rotated.events(), now);
                    return saved;
                });
    }
}
