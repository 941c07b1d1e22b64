package io.guildhall.rest.openbounty.notification;

import io.guildhall.application.notification.ReplayDeliveries;
import io.guildhall.application.notification.ReplayDelivery;
import io.guildhall.application.notification.ViewWebhooks;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.openbounty.Cursor;
import io.guildhall.rest.openbounty.ListJson;
import io.guildhall.rest.openbounty.PathIds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** What was delivered to a webhook, what was not, and once more what should be. */
@Path("/api/webhooks/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
@RunOnVirtualThread
public class DeliveryResource {

    private final Call call;
    private final ViewWebhooks webhooks;
    private final ReplayDelivery replayDelivery;
    private final ReplayDeliveries replayDeliveries;

    public DeliveryResource(
            Call call,
            ViewWebhooks webhooks,
            ReplayDelivery replayDelivery,
            ReplayDeliveries replayDeliveries) {
        this.call = call;
        this.webhooks = webhooks;
        this.replayDelivery = replayDelivery;
        this.replayDeliveries = replayDeliveries;
    }

    @GET
    @Path("/deliveries")
    @Operation(operationId = "listDeliveries", summary = "List deliveries, newest first")
    public RestResponse<ListJson<DeliveryJson>> list(
            @PathParam("id") String id, @BeanParam DeliverySearch search, @Context UriInfo uri) {
        Caller caller = call.caller();
        WebhookEndpoint endpoint = webhooks.find(caller, PathIds.webhook(id));
        var wanted = search.read();
        return ListJson.answer(
                webhooks.deliveries(caller, endpoint.id(), wanted.query(), wanted.page()),
                parcel -> DeliveryJson.of(parcel, endpoint, caller),
                parcel -> Cursor.newestFirst(parcel.delivery().id().value()),
                uri);
    }

    @GET
    @Path("/deliveries/{deliveryId}")
    @Operation(operationId = "getDelivery", summary = "Read a delivery")
    public DeliveryJson get(
            @PathParam("id") String id, @PathParam("deliveryId") String deliveryId) {
        Caller caller = call.caller();
        WebhookEndpoint endpoint = webhooks.find(caller, PathIds.webhook(id));
        return DeliveryJson.of(
                webhooks.delivery(caller, endpoint.id(), PathIds.delivery(deliveryId)),
                endpoint,
                caller);
    }

    @POST
    @Path("/deliveries/{deliveryId}/replay")
    @Idempotent
    @Operation(
            operationId = "replayDelivery",
            summary = "Deliver an event once more",
            description = "A new delivery of the same event, with the same event id.")
    @APIResponseSchema(
            value = DeliveryJson.class,
            responseCode = "202",
            responseDescription = "The new delivery")
    public RestResponse<DeliveryJson> replay(
            @PathParam("id") String id, @PathParam("deliveryId") String deliveryId) {
        Caller caller = call.caller();
        EndpointId webhook = PathIds.webhook(id);
        var replay =
                replayDelivery.handle(
                        new ReplayDelivery.Command(caller, webhook, PathIds.delivery(deliveryId)));
        return RestResponse.status(
                Status.ACCEPTED,
                DeliveryJson.of(
                        webhooks.delivery(caller, webhook, replay.id()),
                        webhooks.find(caller, webhook),
                        caller));
    }

    @POST
    @Path("/replay")
    @Idempotent
    @Operation(
            operationId = "replayDeliveries",
            summary = "Deliver once more what was delivered, or given up, since a time",
            description =
                    "At most 5,000 at once; `next_since` says from where to go on. What is on its way is"
                            + " left alone.")
    @APIResponseSchema(
            value = ReplayedJson.class,
            responseCode = "202",
            responseDescription = "How many are on their way")
    public RestResponse<ReplayedJson> replaySince(@PathParam("id") String id, ReplayJson json) {
        var replayed = replayDeliveries.handle(json.command(call.caller(), PathIds.webhook(id)));
        return RestResponse.status(Status.ACCEPTED, ReplayedJson.of(replayed));
    }
}
