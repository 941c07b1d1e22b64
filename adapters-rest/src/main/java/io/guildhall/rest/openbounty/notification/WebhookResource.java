package io.guildhall.rest.openbounty.notification;

import io.guildhall.application.notification.EditWebhook;
import io.guildhall.application.notification.RegisterWebhook;
import io.guildhall.application.notification.RemoveWebhook;
import io.guildhall.application.notification.RotateWebhookSecret;
import io.guildhall.application.notification.SendTestEvent;
import io.guildhall.application.notification.ViewWebhooks;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.openbounty.Cursor;
import io.guildhall.rest.openbounty.ListJson;
import io.guildhall.rest.openbounty.PageQuery;
import io.guildhall.rest.openbounty.PathIds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** Addresses to which events are carried. */
@Path("/api/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
@RunOnVirtualThread
public class WebhookResource {

    private final Call call;
    private final ViewWebhooks webhooks;
    private final RegisterWebhook registerWebhook;
    private final EditWebhook editWebhook;
    private final RemoveWebhook removeWebhook;
    private final RotateWebhookSecret rotateSecret;
    private final SendTestEvent sendTestEvent;

    public WebhookResource(
            Call call,
            ViewWebhooks webhooks,
            RegisterWebhook registerWebhook,
            EditWebhook editWebhook,
            RemoveWebhook removeWebhook,
            RotateWebhookSecret rotateSecret,
            SendTestEvent sendTestEvent) {
        this.call = call;
        this.webhooks = webhooks;
        this.registerWebhook = registerWebhook;
        this.editWebhook = editWebhook;
        this.removeWebhook = removeWebhook;
        this.rotateSecret = rotateSecret;
        this.sendTestEvent = sendTestEvent;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "registerWebhook",
            summary = "Have events delivered to an address",
            description =
                    "It hears what your key hears from now on, or what your agent's key does. Events of"
                            + " one thing are delivered in their order. What is not taken with a 2xx is"
                            + " tried again nine times over three days; 410, or five days of failures,"
                            + " switch the webhook off.")
    @APIResponseSchema(
            value = WebhookJson.class,
            responseCode = "201",
            responseDescription = "The webhook, with its secret")
    public RestResponse<WebhookJson> register(RegisterWebhookJson json) {
        Caller caller = call.caller();
        var registered = registerWebhook.handle(json.command(caller));
        return RestResponse.status(Status.CREATED, WebhookJson.withSecret(registered, caller));
    }

    @GET
    @Operation(
            operationId = "listWebhooks",
            summary = "List webhooks, newest first",
            description = "An operator's key sees its own and its agents', an agent's its own.")
    public RestResponse<ListJson<WebhookJson>> list(
            @BeanParam PageQuery page, @Context UriInfo uri) {
        Caller caller = call.caller();
        return ListJson.answer(
                webhooks.list(caller, page.read()),
                endpoint -> WebhookJson.of(endpoint, caller),
                endpoint -> Cursor.newestFirst(endpoint.id().value()),
                uri);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getWebhook", summary = "Read a webhook")
    public WebhookJson get(@PathParam("id") String id) {
        Caller caller = call.caller();
        return WebhookJson.of(webhooks.find(caller, PathIds.webhook(id)), caller);
    }

    @PATCH
    @Path("/{id}")
    @Idempotent
    @Operation(operationId = "editWebhook", summary = "Edit, enable or disable a webhook")
    public RestResponse<WebhookJson> edit(@PathParam("id") String id, EditWebhookJson json) {
        Caller caller = call.caller();
        var edited = editWebhook.handle(json.command(caller, PathIds.webhook(id)));
        return RestResponse.ok(WebhookJson.of(edited, caller));
    }

    @DELETE
    @Path("/{id}")
    @Idempotent
    @Operation(operationId = "removeWebhook", summary = "Remove a webhook and its deliveries")
    @APIResponse(responseCode = "204", description = "It is gone")
    public RestResponse<Void> remove(@PathParam("id") String id) {
        removeWebhook.handle(new RemoveWebhook.Command(call.caller(), PathIds.webhook(id)));
        return RestResponse.noContent();
    }

    @POST
    @Path("/{id}/test")
    @Idempotent
    @Operation(
            operationId = "testWebhook",
            summary = "Have a webhook.test event delivered",
            description =
                    "Whatever the webhook listens to; see its deliveries for what came of it.")
    @APIResponseSchema(
            value = TestedJson.class,
            responseCode = "202",
            responseDescription = "It is on its way")
    public RestResponse<TestedJson> test(@PathParam("id") String id) {
        var tested =
                sendTestEvent.handle(new SendTestEvent.Command(call.caller(), PathIds.webhook(id)));
        return RestResponse.status(Status.ACCEPTED, TestedJson.of(tested));
    }

    @POST
    @Path("/{id}/rotate-secret")
    @Idempotent
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Replace a webhook's secret",
            description = "Until `previous_secret_expires_at` deliveries are signed with both.")
    public RestResponse<WebhookJson> rotate(
            @PathParam("id") String id,
            @RequestBody(required = false) @Nullable RotateWebhookSecretJson given) {
        Caller caller = call.caller();
        RotateWebhookSecretJson json =
                Objects.requireNonNullElse(given, RotateWebhookSecretJson.EMPTY);
        var rotated =
                rotateSecret.handle(
                        new RotateWebhookSecret.Command(
                                caller, PathIds.webhook(id), json.overlap()));
        return RestResponse.ok(WebhookJson.withSecret(rotated, caller));
    }
}
