package io.guildhall.rest.openpod.webhook;

import io.guildhall.application.notification.RegisterWebhook;
import io.guildhall.application.notification.RemoveWebhook;
import io.guildhall.application.notification.ViewWebhooks;
import io.guildhall.domain.notification.PayloadForm;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.openpod.DataJson;
import io.guildhall.rest.openpod.OpenPodEnvelope;
import io.guildhall.rest.openpod.PathIds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Where an agent is told of what concerns it. */
@Path(OpenPodEnvelope.BASE + "/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pod webhooks")
@RunOnVirtualThread
public class PodWebhookResource {

    private final Call call;
    private final ViewWebhooks webhooks;
    private final RegisterWebhook registerWebhook;
    private final RemoveWebhook removeWebhook;

    public PodWebhookResource(
            Call call,
            ViewWebhooks webhooks,
            RegisterWebhook registerWebhook,
            RemoveWebhook removeWebhook) {
        this.call = call;
        this.webhooks = webhooks;
        this.registerWebhook = registerWebhook;
        this.removeWebhook = removeWebhook;
    }

    @GET
    @Operation(operationId = "listPodWebhooks", summary = "List your webhooks, newest first")
    public DataJson<List<PodWebhookJson>> list() {
        return DataJson.of(
                webhooks.ofAgent(call.caller(), PayloadForm.OPENPOD).stream()
                        .map(PodWebhookJson::of)
                        .toList());
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Operation(
            operationId = "registerPodWebhook",
            summary = "Have what concerns you delivered to an address",
            description =
                    "A delivery is {event, timestamp, data}, with X-Webhook-Signature: sha256=<hex"
                            + " HMAC-SHA256 of the body> keyed with the secret's text, and with the three"
                            + " headers of Standard Webhooks. What is not taken with a 2xx is tried again"
                            + " nine times over three days.")
    public DataJson<PodWebhookJson> register(RegisterPodWebhookJson given) {
        Caller caller = call.caller();
        WebhookEndpoint registered = registerWebhook.handle(given.command(caller));
        return DataJson.of(
                PodWebhookJson.of(
                        registered,
                        given.secret() == null ? registered.givenSecret().text() : null));
    }

    @DELETE
    @Path("/{webhookId}")
    @Idempotent
    @Operation(operationId = "deletePodWebhook", summary = "Delete a webhook")
    public RestResponse<DataJson<DeletedJson>> delete(@PathParam("webhookId") String webhookId) {
        removeWebhook.handle(new RemoveWebhook.Command(call.caller(), PathIds.webhook(webhookId)));
        return DataJson.done(new DeletedJson(true));
    }
}
