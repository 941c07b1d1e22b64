package io.guildhall.application.notification;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.Target;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.notification.WebhookEndpoints;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Decision.Accepted;
import io.guildhall.domain.shared.DomainEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes where an endpoint lies and what it hears, and switches it on or off. */
public final class EditWebhook {

    private final UseCaseContext context;
    private final WebhookEndpoints endpoints;
    private final ManagedEndpoints managed;
    private final Target.Rules rules;

    public EditWebhook(
            UseCaseContext context,
            WebhookEndpoints endpoints,
            ManagedEndpoints managed,
            Target.Rules rules) {
        this.context = context;
        this.endpoints = endpoints;
        this.managed = managed;
        this.rules = rules;
    }

    /** What its owner wants an endpoint to be. */
    public enum Wish {
        ENABLED,
        DISABLED
    }

    /** Null leaves a part as it is. */
    public record Command(
            Caller caller,
            EndpointId webhook,
            @Nullable String url,
            @Nullable List<String> events,
            @Nullable String description,
            @Nullable Wish wish) {}

    public WebhookEndpoint handle(Command command) {
        return context.transactions()
                .run(() -> {
                    Instant now = context.clock().instant();
                    WebhookEndpoint endpoint =
                            managed.findToChange(command.caller(), command.webhook());
                    Accepted<WebhookEndpoint> edited =
                            endpoint.edit(changed(endpoint.target(), command), rules, now)
                                    .orThrow();
                    Accepted<WebhookEndpoint> wished = wished(edited.state(), command.wish(), now);
                    List<DomainEvent> events = new ArrayList<>(edited.events());
                    events.addAll(wished.events());
                    if (events.isEmpty()) {
                        return endpoint;
                    }
                    WebhookEndpoint saved = endpoints.save(wished.state());
                    context.outbox().publish(events, now);
                    return saved;
                });
    }

    private static Target changed(Target target, Command command) {
        return new Target(
                Objects.requireNonNullElse(command.url(), target.url()),
                command.events() == null
                        ? target.events()
                        : target.events().naming(command.events()),
                Objects.requireNonNullElse(command.description(), target.description()));
    }

    private static Accepted<WebhookEndpoint> wished(
            WebhookEndpoint endpoint, @Nullable Wish wish, Instant now) {
        return switch (wish) {
            case null -> new Accepted<>(endpoint, List.of());
            case ENABLED -> endpoint.enable(now).orThrow();
            case DISABLED -> endpoint.disable(now).orThrow();
        };
    }
}
