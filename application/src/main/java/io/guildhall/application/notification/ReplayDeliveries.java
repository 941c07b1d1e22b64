package io.guildhall.application.notification;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.notification.Deliveries;
import io.guildhall.domain.notification.Delivery;
import io.guildhall.domain.notification.DeliveryId;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.notification.WebhookError.WebhookIsDisabled;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.List;
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
    private final Deliveries deliveries;

    public ReplayDeliveries(
            UseCaseContext context, ManagedEndpoints managed, Deliveries deliveries) {
        this.context = context;
        this.managed = managed;
        this.deliveries = deliveries;
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
                    if (!endpoint.isEnabled()) {
                        throw new RefusedException(
                                new WebhookIsDisabled(endpoint.id(), endpoint.status()));
                    }
                    Page<Delivery> ended =
                            Page.of(
                                    deliveries.endedSince(
                                            endpoint.id(),
                                            command.since(),
                                            command.deadOnly(),
                                            AT_ONCE_MAX + 1),
                                    AT_ONCE_MAX);
                    deliveries.add(replays(ended.items(), context.clock().instant()));
                    return new Replayed(
                            ended.items().size(),
                            ended.hasMore() ? ended.items().getLast().plannedAt() : null);
                });
    }

    private List<Delivery> replays(List<Delivery> ended, Instant now) {
        return ended.stream()
                .map(delivery ->
                        delivery.replay(new DeliveryId(context.ids().next()), now)
                                .orThrow()
                                .state())
                .toList();
    }
}
