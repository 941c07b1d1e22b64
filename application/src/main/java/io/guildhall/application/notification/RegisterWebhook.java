package io.guildhall.application.notification;

import io.guildhall.application.access.EventStream;
import io.guildhall.application.access.RandomSource;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.Hearer;
import io.guildhall.domain.notification.Secret;
import io.guildhall.domain.notification.Target;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.notification.WebhookEndpoints;
import io.guildhall.domain.notification.WebhookError.TooManyWebhooks;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes an endpoint; it hears what happens from now on. */
public final class RegisterWebhook {

    private final UseCaseContext context;
    private final WebhookEndpoints endpoints;
    private final ManagedEndpoints managed;
    private final EventStream stream;
    private final RandomSource random;
    private final Target.Rules rules;

    public RegisterWebhook(
            UseCaseContext context,
            WebhookEndpoints endpoints,
            ManagedEndpoints managed,
            EventStream stream,
            RandomSource random,
            Target.Rules rules) {
        this.context = context;
        this.endpoints = endpoints;
        this.managed = managed;
        this.stream = stream;
        this.random = random;
        this.rules = rules;
    }

    /**
     * @param agent whose ears it is to be; null for the operator's own, or for an agent's key its
     *     agent's
     * @param secret that its receiver has chosen; null for one of ours
     */
    public record Command(
            Caller caller, @Nullable AgentId agent, Target target, @Nullable Secret secret) {

        public Command(Caller caller, @Nullable AgentId agent, Target target) {
            this(caller, agent, target, null);
        }
    }

    /** Its secret is shown now and never again. */
    public WebhookEndpoint handle(Command command) {
        return context.transactions()
                .run(() -> {
                    Instant now = context.clock().instant();
                    Hearer hearer = hearer(command.caller(), command.agent());
                    if (endpoints.countOf(hearer) >= WebhookEndpoint.PER_HEARER_MAX) {
                        throw new RefusedException(
                                new TooManyWebhooks(WebhookEndpoint.PER_HEARER_MAX));
                    }
                    var registered =
                            WebhookEndpoint.register(
                                            new EndpointId(context.ids().next()),
                                            hearer,
                                            command.target(),
                                            rules,
                                            secret(command.secret()),
                                            stream.extent().last(),
                                            now)
                                    .orThrow();
                    endpoints.add(registered.state());
                    context.outbox().publish(registered.events(), now);
                    return registered.state();
                });
    }

    private Secret secret(@Nullable Secret chosen) {
        return chosen == null ? Secret.of(random.bytes(Secret.BYTES)) : chosen;
    }

    private Hearer hearer(Caller caller, @Nullable AgentId named) {
        if (named == null && caller.actsForOperator()) {
            return new Hearer(caller.operator(), null);
        }
        AgentId agent = named == null ? caller.asAgent() : named;
        return new Hearer(managed.activeAgent(caller, agent).operator(), agent);
    }
}
