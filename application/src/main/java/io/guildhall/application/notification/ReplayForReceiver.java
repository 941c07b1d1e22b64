package io.guildhall.application.notification;

import io.guildhall.application.audit.Audit;
import io.guildhall.application.audit.Mandate;
import io.guildhall.application.notification.ReplayDeliveries.Replayed;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.shared.Visible;
import io.guildhall.domain.audit.AdminAct;
import io.guildhall.domain.audit.AuditSubject;
import io.guildhall.domain.notification.Deliveries;
import io.guildhall.domain.notification.DeliveryId;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.notification.WebhookEndpoints;
import io.guildhall.domain.shared.Invalid;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An admin has an endpoint of somebody's sent again what it missed: one delivery, or all since. */
public final class ReplayForReceiver {

    private final UseCaseContext context;
    private final WebhookEndpoints endpoints;
    private final Replays replays;
    private final Audit audit;

    public ReplayForReceiver(
            UseCaseContext context,
            WebhookEndpoints endpoints,
            Deliveries deliveries,
            Audit audit) {
        this.context = context;
        this.endpoints = endpoints;
        this.replays = new Replays(context, deliveries);
        this.audit = audit;
    }

    /**
     * One of both is given.
     *
     * @param since from when on, or null
     * @param delivery the one, or null
     * @param deadOnly whether what was delivered since is left out
     */
    public record Command(
            Mandate mandate,
            EndpointId webhook,
            @Nullable Instant since,
            @Nullable DeliveryId delivery,
            boolean deadOnly) {}

    public Replayed handle(Command command) {
        command.mandate().require();
        new Invalid.Check()
                .require(
                        (command.since() == null) != (command.delivery() == null),
                        "since",
                        "is required unless delivery_id is sent, and must not be sent with it")
                .orThrow();
        return context.transactions().run(() -> replay(command));
    }

    private Replayed replay(Command command) {
        WebhookEndpoint endpoint =
                Visible.orNotFound(endpoints.find(command.webhook()), _ -> true, "webhook");
        Replays.mustBeEnabled(endpoint);
        Replayed replayed = replayed(command, endpoint);
        Map<String, String> what = new HashMap<>();
        what.put("replayed", String.valueOf(replayed.count()));
        if (command.since() != null) {
            what.put("since", command.since().toString());
            what.put("dead_only", String.valueOf(command.deadOnly()));
        }
        if (command.delivery() != null) {
            what.put("delivery", command.delivery().value().toString());
        }
        audit.record(
                command.mandate(),
                AdminAct.REPLAY_WEBHOOKS,
                AuditSubject.of(endpoint.id()),
                Map.of(),
                what);
        return replayed;
    }

    private Replayed replayed(Command command, WebhookEndpoint endpoint) {
        DeliveryId delivery = command.delivery();
        if (delivery != null) {
            replays.one(endpoint, delivery);
            return new Replayed(1, null);
        }
        return replays.since(endpoint, Objects.requireNonNull(command.since()), command.deadOnly());
    }
}
