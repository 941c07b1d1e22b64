package io.guildhall.application.notification;

import io.guildhall.application.notification.Outcome.Health;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.notification.Deliveries;
import io.guildhall.domain.notification.Deliveries.Kept;
import io.guildhall.domain.notification.DeliveryId;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.notification.WebhookEndpoints;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.DomainEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keeps what became of many deliveries in one unit of work, and what it says of their receivers.
 */
final class KeepOutcomes {

    private final UseCaseContext context;
    private final WebhookEndpoints endpoints;
    private final Deliveries deliveries;

    KeepOutcomes(UseCaseContext context, WebhookEndpoints endpoints, Deliveries deliveries) {
        this.context = context;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
    }

    List<Kept> handle(List<Outcome> outcomes) {
        return context.transactions()
                .run(() -> {
                    List<Kept> kept =
                            deliveries.saveAll(outcomes.stream().map(Outcome::delivery).toList());
                    // One that outlasted its lease and was taken up again may be here twice; only
                    // the latest can have been kept.
                    Map<DeliveryId, Outcome> byDelivery =
                            outcomes.stream()
                                    .collect(
                                            Collectors.toMap(
                                                    outcome -> outcome.delivery().id(),
                                                    Function.identity(),
                                                    BinaryOperator.maxBy(
                                                            Comparator.comparingInt(outcome ->
                                                                    outcome.delivery().taken()))));
                    judge(
                            kept.stream()
                                    .map(saved -> byDelivery.get(saved.delivery()))
                                    .filter(outcome -> outcome.health() != Health.NOT_ASKED)
                                    .collect(
                                            Collectors.groupingBy(
                                                    outcome -> outcome.delivery().endpoint())));
                    return kept;
                });
    }

    /** Most have nothing new to say of a receiver, and then nothing is written. */
    private void judge(Map<EndpointId, List<Outcome>> heard) {
        if (heard.isEmpty()) {
            return;
        }
        Instant now = context.clock().instant();
        List<DomainEvent> events = new ArrayList<>();
        endpoints.findAll(heard.keySet()).stream()
                .sorted(Comparator.comparing(endpoint -> endpoint.id().value()))
                .forEach(endpoint -> {
                    WebhookEndpoint judged = endpoint;
                    for (Outcome outcome : heard.getOrDefault(endpoint.id(), List.of())) {
                        var decided = judged(judged, outcome.health(), now).orThrow();
                        judged = decided.state();
                        events.addAll(decided.events());
                    }
                    if (!judged.equals(endpoint)) {
                        endpoints.save(judged);
                    }
                });
        if (!events.isEmpty()) {
            context.outbox().publish(events, now);
        }
    }

    private static Decision<WebhookEndpoint> judged(
            WebhookEndpoint endpoint, Health health, Instant now) {
        return switch (health) {
            case TOOK_IT -> endpoint.recordSuccess();
            case DID_NOT -> endpoint.recordFailure(now);
            case IS_GONE -> endpoint.recordGone(now);
            case NOT_ASKED -> Decision.accept(endpoint);
        };
    }
}
