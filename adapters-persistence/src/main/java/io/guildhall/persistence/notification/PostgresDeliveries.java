package io.guildhall.persistence.notification;

import static java.util.Objects.requireNonNullElse;

import io.guildhall.domain.notification.Deliveries;
import io.guildhall.domain.notification.Delivery;
import io.guildhall.domain.notification.DeliveryId;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.Subject;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import io.guildhall.persistence.shared.Words;
import io.guildhall.persistence.stream.PostgresStreamBell;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Deliveries in PostgreSQL; many are added, taken up and kept by one statement each. */
@Singleton
public final class PostgresDeliveries implements Deliveries {

    private static final int ADDED_AT_ONCE = 1_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final UUID BEHIND_ALL = new UUID(-1, -1);

    private final Sql sql;
    private final PostgresStreamBell bell;

    PostgresDeliveries(Sql sql, PostgresStreamBell bell) {
        this.sql = sql;
        this.bell = bell;
    }

    @Override
    public void add(List<Delivery> deliveries) {
        for (int start = 0; start < deliveries.size(); start += ADDED_AT_ONCE) {
            addAtOnce(
                    deliveries.subList(start, Math.min(start + ADDED_AT_ONCE, deliveries.size())));
        }
        if (!deliveries.isEmpty()) {
            bell.ringPlanned();
        }
    }

    @Override
    public List<EndpointId> endpointsWithDue(Instant now, @Nullable EndpointId after, int limit) {
        return sql.list(
                DeliverySql.ENDPOINTS_WITH_DUE,
                row -> new EndpointId(row.uuid("endpoint_id")),
                after == null ? BEFORE_ALL : after.value(),
                now,
                now,
                now,
                limit);
    }

    @Override
    public List<Parcel> takeDue(Map<EndpointId, Integer> rooms, Instant now) {
        List<Map.Entry<EndpointId, Integer>> lanes = List.copyOf(rooms.entrySet());
        return sql
                .changeReturning(
                        DeliverySql.TAKE_DUE,
                        PostgresDeliveries::taken,
                        lanes.stream().map(lane -> lane.getKey().toString()).toList(),
                        lanes.stream().map(lane -> lane.getValue().toString()).toList(),
                        now,
                        now,
                        now,
                        now.plus(Delivery.LEASE))
                .stream()
                .sorted(
                        Comparator.comparing(Taken::dueAt)
                                .thenComparingLong(
                                        taken -> taken.parcel().delivery().event().place()))
                .map(Taken::parcel)
                .toList();
    }

    @Override
    public List<Kept> saveAll(List<Delivery> outcomes) {
        List<Kept> kept =
                sql.changeReturning(
                        DeliverySql.SAVE_ALL,
                        row -> new Kept(new DeliveryId(row.uuid("id")), row.flag("followed")),
                        texts(outcomes, delivery -> delivery.id().toString()),
                        texts(outcomes, delivery -> Integer.toString(delivery.taken())),
                        texts(outcomes, delivery -> delivery.status().word()),
                        texts(outcomes, delivery -> DeliveryRow.statusAt(delivery.status())),
                        texts(outcomes, delivery -> DeliveryRow.text(delivery.dueAt())),
                        texts(outcomes, delivery -> DeliveryRow.reason(delivery.status())),
                        texts(outcomes, delivery -> AttemptsJson.write(delivery.attempts())));
        letLaterOnesWait(outcomes, kept);
        return kept;
    }

    @Override
    public Optional<Parcel> find(DeliveryId id) {
        return sql.first(
                DeliverySql.WITH_EVENT + "WHERE d.id = ?", DeliveryRow::readWithEvent, id.value());
    }

    @Override
    public Optional<Delivery> latest(EndpointId endpoint, UUID event) {
        return sql.first(
                """
                SELECT * FROM webhook_delivery WHERE endpoint_id = ? AND event_id = ?
                ORDER BY round DESC LIMIT 1
                """,
                DeliveryRow::read,
                endpoint.value(),
                event);
    }

    @Override
    public Page<Parcel> of(EndpointId endpoint, Query query, PageRequest page) {
        StringBuilder text = new StringBuilder(DeliverySql.WITH_EVENT);
        text.append("WHERE d.endpoint_id = ? AND d.id < ?");
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(endpoint.value());
        parameters.add(requireNonNullElse(page.after(), BEHIND_ALL));
        if (query.status() != null) {
            text.append(" AND d.status = ?");
            parameters.add(query.status());
        }
        if (query.event() != null) {
            text.append(" AND d.word = ?");
            parameters.add(query.event());
        }
        text.append(" ORDER BY d.id DESC LIMIT ?");
        parameters.add(page.limit() + 1);
        return Page.of(
                sql.list(text.toString(), DeliveryRow::readWithEvent, parameters.toArray()),
                page.limit());
    }

    @Override
    public List<Delivery> ofStory(Subject story, int limit) {
        return sql.list(
                """
                SELECT d.* FROM outbox o JOIN webhook_delivery d ON d.event_id = o.event_id
                WHERE o.story_kind = ? AND o.story_id = ? ORDER BY d.id DESC LIMIT ?
                """,
                DeliveryRow::read,
                Words.of(story.kind()),
                story.id(),
                limit);
    }

    @Override
    public List<Delivery> endedSince(
            EndpointId endpoint, Instant since, boolean deadOnly, int limit) {
        return sql.list(
                DeliverySql.ENDED_SINCE,
                DeliveryRow::read,
                endpoint.value(),
                since,
                deadOnly,
                limit);
    }

    @Override
    public int forgetBefore(Instant time, int limit) {
        int forgotten = sql.change(DeliverySql.FORGET, time, limit, time, limit, limit, limit);
        sql.change(DeliverySql.FORGET_REMOVED, limit);
        return forgotten;
    }

    private record Taken(Parcel parcel, Instant dueAt) {}

    private static Taken taken(Row row) throws SQLException {
        return new Taken(DeliveryRow.readWithEvent(row), row.instant("due_at"));
    }

    private void addAtOnce(List<Delivery> deliveries) {
        boolean replays = deliveries.stream().anyMatch(Delivery::isReplay);
        sql.change(
                replays ? DeliverySql.ADD : DeliverySql.ADD_UNLESS_PLANNED,
                texts(deliveries, delivery -> delivery.id().toString()),
                texts(deliveries, delivery -> delivery.endpoint().toString()),
                texts(deliveries, delivery -> delivery.event().id().toString()),
                texts(deliveries, delivery -> delivery.event().word()),
                texts(deliveries, delivery -> Long.toString(delivery.event().place())),
                texts(deliveries, delivery -> delivery.event().subject().toString()),
                texts(deliveries, delivery -> DeliveryRow.text(delivery.dueAt())),
                texts(deliveries, delivery -> DeliveryRow.text(delivery.plannedAt())),
                texts(deliveries, delivery -> Integer.toString(delivery.round())));
    }

    private void letLaterOnesWait(List<Delivery> outcomes, List<Kept> kept) {
        Set<DeliveryId> followed =
                kept.stream()
                        .filter(Kept::followed)
                        .map(Kept::delivery)
                        .collect(Collectors.toSet());
        List<Delivery> waitedFor =
                outcomes.stream()
                        .filter(delivery ->
                                delivery.triedAgainAt() != null && followed.contains(delivery.id()))
                        .toList();
        if (!waitedFor.isEmpty()) {
            sql.change(
                    DeliverySql.LET_LATER_ONES_WAIT,
                    texts(waitedFor, delivery -> delivery.endpoint().toString()),
                    texts(waitedFor, delivery -> delivery.event().subject().toString()),
                    texts(waitedFor, delivery -> Long.toString(delivery.event().place())),
                    texts(waitedFor, delivery -> DeliveryRow.text(delivery.dueAt())));
        }
    }

    /** One column of many rows; the statement's text is then the same for any number of them. */
    private static List<@Nullable String> texts(
            List<Delivery> deliveries, Function<Delivery, @Nullable String> column) {
        List<@Nullable String> texts = new ArrayList<>();
        deliveries.forEach(delivery -> texts.add(column.apply(delivery)));
        return texts;
    }
}
