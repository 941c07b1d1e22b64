package io.guildhall.application.notification;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.notification.Deliveries;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.party.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Carries to an endpoint once more what was carried to it since a time, or what of it was given up.
 * What is on its way is left alone.
 */
public final class ReplayDeliveries {

    /** More in one unit of work would keep others waiting for it. */
    public static final int AT_ONCE_MAX = 5_000;

    private final UseCaseContext context;
    private final ManagedEndpoints managed;
    private final Replays replays;

    public ReplayDeliveries(
            UseCaseContext context, ManagedEndpoints managed, Deliveries deliveries) {
        this.context = context;
        this.managed = managed;
        this.replays = new Replays(context, deliveries);
    }

    /**
     * @param deadOnly whether what was delivered is left out
     */
    public record Command(Caller caller, EndpointId webhook, Instant since, boolean deadOnly) {}

    /**
     * @param nextSince from where to go on if that was not all; null if it was
     */
    public record Replayed(int count, @Nullable Instant nextSince) {}

    public Replayed handle(Command command) {
        return context.transactions()
                .run(() -> {
                    WebhookEndpoint endpoint =
                            managed.findToChange(command.caller(), command.webhook());
                    Replays.mustBeEnabled(endpoint);
                    return replays.since(endpoint, command.since(), command.deadOnly());
                });
    }
}
