package io.guildhall.application.notification;

import io.guildhall.application.access.EventStream;
import io.guildhall.application.access.EventStream.Placed;
import io.guildhall.application.access.StreamCursors;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.stream.StreamReaders;
import io.guildhall.domain.bounty.BountyEvent;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.notification.Deliveries;
import io.guildhall.domain.notification.Delivery;
import io.guildhall.domain.notification.DeliveryId;
import io.guildhall.domain.notification.HeardEvent;
import io.guildhall.domain.notification.PayloadForm;
import io.guildhall.domain.notification.WebhookEndpoints;
import io.guildhall.domain.notification.WebhookEndpoints.Listener;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.shared.DomainEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the stream and plans for each event the deliveries to the endpoints that hear it. What is
 * planned and how far the stream was read are kept together, so each event is planned once,
 * whichever replica does it and whenever one dies.
 */
public final class PlanDeliveries {

    private static final String READER = StreamReaders.WEBHOOKS;

    /** After so many deliveries a unit of work ends early; only one event may go beyond. */
    private static final int PLANNED_AT_ONCE = 5_000;

    private final UseCaseContext context;
    private final EventStream stream;
    private final StreamCursors cursors;
    private final Audiences audiences;
    private final Claims claims;
    private final WebhookEndpoints endpoints;
    private final Deliveries deliveries;
    private final EventNames names;

    /**
     * @param names what an event is called
     */
    public PlanDeliveries(
            UseCaseContext context,
            EventStream stream,
            StreamCursors cursors,
            Audiences audiences,
            Claims claims,
            WebhookEndpoints endpoints,
            Deliveries deliveries,
            EventNames names) {
        this.context = context;
        this.stream = stream;
        this.cursors = cursors;
        this.audiences = audiences;
        this.claims = claims;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.names = names;
    }

    /**
     * @param limit how many events are read at most
     * @return whether there may be more to read
     */
    public boolean handle(int limit) {
        OptionalLong place = cursors.placeOf(READER);
        if (place.isPresent() && place.getAsLong() >= stream.extent().last()) {
            return false;
        }
        return context.transactions()
                .run(() -> {
                    OptionalLong locked = cursors.lock(READER);
                    return locked.isPresent() && plan(locked.getAsLong(), limit);
                });
    }

    private boolean plan(long place, int limit) {
        // Read before the endpoints, and no further than that: one that is not seen here was made
        // after all that happened up to this place.
        long last = stream.extent().last();
        List<Listener> listeners = endpoints.listening();
        if (listeners.isEmpty()) {
            cursors.move(READER, Math.max(place, last));
            return false;
        }
        List<Placed> events =
                stream.after(place, limit).stream()
                        .filter(placed -> placed.place() <= last)
                        .toList();
        if (events.isEmpty()) {
            return false;
        }
        List<Delivery> planned = new ArrayList<>();
        long read = plan(events, listeners, planned);
        deliveries.add(planned);
        cursors.move(READER, read);
        return read < last;
    }

    /**
     * @return the place of the last event that was planned
     */
    private long plan(List<Placed> events, List<Listener> listeners, List<Delivery> planned) {
        HeardBy heardBy = new HeardBy(claimants(events, listeners));
        Instant now = context.clock().instant();
        long read = 0;
        for (Addressed addressed : audiences.of(events)) {
            if (planned.size() >= PLANNED_AT_ONCE) {
                return read;
            }
            Map<PayloadForm, HeardEvent> heard = heard(addressed.placed());
            for (Listener listener : listeners) {
                HeardEvent event = heard.get(listener.events().form());
                if (event != null && heardBy.hears(listener, addressed, event.word())) {
                    planned.add(
                            Delivery.plan(
                                    new DeliveryId(context.ids().next()),
                                    listener.endpoint(),
                                    event,
                                    now));
                }
            }
            read = addressed.placed().place();
        }
        return read;
    }

    /** Only asked for when somebody's filters could keep a bounty from it. */
    private Map<BountyId, Set<AgentId>> claimants(List<Placed> events, List<Listener> listeners) {
        if (listeners.stream().allMatch(listener -> listener.filters().isEmpty())) {
            return Map.of();
        }
        return claims.claimants(
                events.stream()
                        .map(placed -> placed.recorded().event())
                        .filter(BountyEvent.class::isInstance)
                        .map(event -> ((BountyEvent) event).bounty())
                        .collect(Collectors.toSet()));
    }

    /** The event by each name it has; not every form has one for every event. */
    private Map<PayloadForm, HeardEvent> heard(Placed placed) {
        DomainEvent event = placed.recorded().event();
        Map<PayloadForm, HeardEvent> heard = new EnumMap<>(PayloadForm.class);
        for (PayloadForm form : PayloadForm.values()) {
            names.of(form, event)
                    .ifPresent(word ->
                            heard.put(
                                    form,
                                    new HeardEvent(
                                            placed.recorded().id(),
                                            word,
                                            placed.place(),
                                            event.subject().id())));
        }
        return heard;
    }
}
