package io.guildhall.application.notification;

import io.guildhall.application.shared.Visible;
import io.guildhall.domain.notification.Deliveries;
import io.guildhall.domain.notification.Deliveries.Parcel;
import io.guildhall.domain.notification.Deliveries.Query;
import io.guildhall.domain.notification.DeliveryId;
import io.guildhall.domain.notification.DeliveryStatus.Dead;
import io.guildhall.domain.notification.DeliveryStatus.Delivered;
import io.guildhall.domain.notification.DeliveryStatus.Pending;
import io.guildhall.domain.notification.DeliveryStatus.Sending;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.EndpointStatus.Disabled;
import io.guildhall.domain.notification.EndpointStatus.Enabled;
import io.guildhall.domain.notification.PayloadForm;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.notification.WebhookEndpoints;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import java.util.List;

/** Reading endpoints, and the log of what was carried to each. */
public final class ViewWebhooks {

    private final WebhookEndpoints endpoints;
    private final ManagedEndpoints managed;
    private final Deliveries deliveries;

    public ViewWebhooks(
            WebhookEndpoints endpoints, ManagedEndpoints managed, Deliveries deliveries) {
        this.endpoints = endpoints;
        this.managed = managed;
        this.deliveries = deliveries;
    }

    public WebhookEndpoint find(Caller caller, EndpointId id) {
        return managed.find(caller, id);
    }

    public Page<WebhookEndpoint> list(Caller caller, PageRequest page) {
        return endpoints.managedBy(caller, page);
    }

    /** All that the calling agent has in the words of a form; an agent has only so many. */
    public List<WebhookEndpoint> ofAgent(Caller caller, PayloadForm form) {
        Caller agent = Caller.agent(caller.asAgent(), caller.operator());
        return endpoints.managedBy(agent, PageRequest.first(PageRequest.LIMIT_MAX)).items().stream()
                .filter(endpoint -> endpoint.target().events().form() == form)
                .toList();
    }

    public Page<Parcel> deliveries(Caller caller, EndpointId id, Query query, PageRequest page) {
        return deliveries.of(managed.find(caller, id).id(), query, page);
    }

    public Parcel delivery(Caller caller, EndpointId id, DeliveryId delivery) {
        EndpointId endpoint = managed.find(caller, id).id();
        return Visible.orNotFound(
                deliveries.find(delivery),
                parcel -> parcel.delivery().endpoint().equals(endpoint),
                "delivery");
    }

    /** What whoever may see it may do with it. */
    public static List<String> allowedActions(WebhookEndpoint endpoint, Caller caller) {
        if (!caller.actsForOperator() && !caller.mayWork()) {
            return List.of();
        }
        return switch (endpoint.status()) {
            case Enabled _ ->
                    List.of("edit", "disable", "test", "rotate_secret", "replay", "remove");
            case Disabled _ -> List.of("edit", "enable", "rotate_secret", "remove");
        };
    }

    /** The same of a delivery to that endpoint. */
    public static List<String> allowedActions(
            Parcel parcel, WebhookEndpoint endpoint, Caller caller) {
        return switch (parcel.delivery().status()) {
            case Pending _, Sending _ -> List.of();
            case Delivered _, Dead _ ->
                    allowedActions(endpoint, caller).contains("replay")
                            ? List.of("replay")
                            : List.of();
        };
    }
}
