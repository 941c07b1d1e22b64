package io.guildhall.application.inmemory;

import static io.guildhall.application.inmemory.Rows.BY_BYTES;

import io.guildhall.domain.notification.Deliveries;
import io.guildhall.domain.notification.Delivery;
import io.guildhall.domain.notification.DeliveryId;
import io.guildhall.domain.notification.DeliveryStatus.Dead;
import io.guildhall.domain.notification.DeliveryStatus.Delivered;
import io.guildhall.domain.notification.DeliveryStatus.Pending;
import io.guildhall.domain.notification.DeliveryStatus.Sending;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deliveries in memory. */
public final class InMemoryDeliveries implements Deliveries {

    private final Rows<DeliveryId, Delivery> rows;
    private final InMemoryOutbox outbox;
    private final InMemoryWebhookEndpoints endpoints;

    public InMemoryDeliveries(
            InMemoryTransactions transactions,
            InMemoryOutbox outbox,
            InMemoryWebhookEndpoints endpoints) {
        this.rows = new Rows<>(transactions);
        this.outbox = outbox;
        this.endpoints = endpoints;
    }

    @Override
    public void add(List<Delivery> deliveries) {
        for (Delivery delivery : deliveries) {
            boolean isThere =
                    ofEvent(delivery.endpoint(), delivery.event().id()).stream()
                            .anyMatch(other -> other.round() == delivery.round());
            if (isThere && delivery.isReplay()) {
                throw new LostRace("the replay of event " + delivery.event().id());
            }
            if (!isThere) {
                rows.add(delivery.id(), behindThoseThatFailed(delivery));
            }
        }
    }

    @Override
    public List<EndpointId> endpointsWithDue(Instant now, @Nullable EndpointId after, int limit) {
        return rows.where(delivery -> isDue(delivery, now)).stream()
                .map(Delivery::endpoint)
                .distinct()
                .filter(endpoints::isEnabled)
                .filter(id -> after == null || BY_BYTES.compare(id.value(), after.value()) > 0)
                .sorted(Comparator.comparing(EndpointId::value, BY_BYTES))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Parcel> takeDue(Map<EndpointId, Integer> rooms, Instant now) {
        List<Parcel> taken = new ArrayList<>();
        rooms.forEach((endpoint, room) -> taken.addAll(takeDue(endpoint, now, room)));
        return taken;
    }

    private List<Parcel> takeDue(EndpointId endpoint, Instant now, int limit) {
        List<Parcel> taken = new ArrayList<>();
        rows
                .where(delivery ->
                        delivery.endpoint().equals(endpoint)
                                && isDue(delivery, now)
                                && isFirstOfItsSubject(delivery))
                .stream()
                .sorted(
                        Comparator.comparing(InMemoryDeliveries::dueAt)
                                .thenComparingLong(delivery -> delivery.event().place()))
                .limit(limit)
                .forEach(due -> {
                    Delivery sending = due.attempt(now).orThrow().state();
                    rows.put(sending.id(), sending);
                    taken.add(parcel(sending));
                });
        return taken;
    }

    @Override
    public List<Kept> saveAll(List<Delivery> outcomes) {
        List<Delivery> kept = outcomes.stream().filter(this::isStillHeld).toList();
        kept.forEach(delivery -> rows.put(delivery.id(), delivery));
        for (Delivery delivery : kept) {
            Instant due = delivery.triedAgainAt();
            if (due != null) {
                behind(delivery).stream()
                        .filter(later -> later.status() instanceof Pending)
                        .map(later -> later.waitFor(due).orThrow().state())
                        .forEach(later -> rows.put(later.id(), later));
            }
        }
        return kept.stream()
                .map(delivery -> new Kept(delivery.id(), !behind(delivery).isEmpty()))
                .toList();
    }

    @Override
    public Optional<Parcel> find(DeliveryId id) {
        return rows.find(id).map(this::parcel);
    }

    @Override
    public Optional<Delivery> latest(EndpointId endpoint, UUID event) {
        return ofEvent(endpoint, event).stream().max(Comparator.comparingInt(Delivery::round));
    }

    @Override
    public Page<Parcel> of(EndpointId endpoint, Query query, PageRequest page) {
        return rows.newestFirst(
                        delivery ->
                                delivery.endpoint().equals(endpoint)
                                        && isAnyOr(query.status(), delivery.status().word())
                                        && isAnyOr(query.event(), delivery.event().word()),
                        delivery -> delivery.id().value(),
                        page)
                .map(this::parcel);
    }

    @Override
    public List<Delivery> ofStory(Subject story, int limit) {
        List<UUID> told =
                outbox.kept().stream()
                        .filter(event -> event.event().story().equals(story))
                        .map(InMemoryOutbox.Kept::id)
                        .toList();
        return rows.where(delivery -> told.contains(delivery.event().id())).stream()
                .sorted(
                        Comparator.<Delivery, UUID>comparing(
                                        delivery -> delivery.id().value(), BY_BYTES)
                                .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Delivery> endedSince(
            EndpointId endpoint, Instant since, boolean deadOnly, int limit) {
        return rows
                .where(delivery ->
                        delivery.endpoint().equals(endpoint)
                                && !delivery.plannedAt().isBefore(since)
                                && (deadOnly
                                        ? delivery.status() instanceof Dead
                                        : !isOpen(delivery))
                                && latest(endpoint, delivery.event().id())
                                        .equals(Optional.of(delivery)))
                .stream()
                .sorted(Comparator.comparingLong(delivery -> delivery.event().place()))
                .limit(limit)
                .toList();
    }

    @Override
    public int forgetBefore(Instant time, int limit) {
        List<Delivery> old =
                rows.where(delivery -> isForgotten(delivery, time)).stream().limit(limit).toList();
        old.forEach(delivery -> rows.remove(delivery.id()));
        return old.size();
    }

    /** All of them, for whoever wants to check everything. */
    public List<Delivery> all() {
        return rows.where(_ -> true);
    }

    private Parcel parcel(Delivery delivery) {
        InMemoryOutbox.Kept kept =
                outbox.kept().stream()
                        .filter(event -> event.id().equals(delivery.event().id()))
                        .findFirst()
                        .orElseThrow();
        return new Parcel(delivery, kept.recorded());
    }

    private Delivery behindThoseThatFailed(Delivery added) {
        return rows
                .where(other ->
                        isOfTheSame(other, added)
                                && other.status() instanceof Pending
                                && other.taken() > 0)
                .stream()
                .map(InMemoryDeliveries::dueAt)
                .max(Comparator.naturalOrder())
                .map(due -> added.waitFor(due).orThrow().state())
                .orElse(added);
    }

    private boolean isStillHeld(Delivery outcome) {
        return rows.find(outcome.id())
                .filter(kept -> kept.status() instanceof Sending && kept.taken() == outcome.taken())
                .isPresent();
    }

    private List<Delivery> behind(Delivery delivery) {
        return rows.where(later ->
                isOfTheSame(later, delivery)
                        && isOpen(later)
                        && later.event().place() > delivery.event().place());
    }

    private boolean isFirstOfItsSubject(Delivery delivery) {
        return !rows.any(earlier ->
                isOfTheSame(earlier, delivery)
                        && isOpen(earlier)
                        && earlier.event().place() < delivery.event().place());
    }

    private List<Delivery> ofEvent(EndpointId endpoint, UUID event) {
        return rows.where(delivery ->
                delivery.endpoint().equals(endpoint) && delivery.event().id().equals(event));
    }

    private boolean isForgotten(Delivery delivery, Instant time) {
        return switch (delivery.status()) {
            case Delivered(var at) -> at.isBefore(time);
            case Dead(var _, var at) -> at.isBefore(time);
            case Pending _, Sending _ ->
                    endpoints.find(delivery.endpoint()).isEmpty()
                            || (dueAt(delivery).isBefore(time)
                                    && !endpoints.isEnabled(delivery.endpoint()));
        };
    }

    private static boolean isOfTheSame(Delivery one, Delivery other) {
        return one.endpoint().equals(other.endpoint())
                && one.event().subject().equals(other.event().subject());
    }

    private static boolean isOpen(Delivery delivery) {
        return delivery.dueAt() != null;
    }

    private static boolean isDue(Delivery delivery, Instant now) {
        Instant due = delivery.dueAt();
        return due != null && !due.isAfter(now);
    }

    private static Instant dueAt(Delivery delivery) {
        return Objects.requireNonNull(delivery.dueAt());
    }

    private static boolean isAnyOr(@Nullable String wanted, String found) {
        return wanted == null || wanted.equals(found);
    }
}
