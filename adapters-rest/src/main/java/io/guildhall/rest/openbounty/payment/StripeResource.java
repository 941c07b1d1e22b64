package io.guildhall.rest.openbounty.payment;

import io.guildhall.application.audit.Mandate;
import io.guildhall.application.payment.ReceiveRailNotice;
import io.guildhall.application.payment.ReconcileRail;
import io.guildhall.application.payment.ReplayRailNotice;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.openbounty.ReasonJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** What Stripe tells us by itself, and whether its books and ours agree. */
@Path("/api/payments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
@RunOnVirtualThread
public class StripeResource {

    private final Call call;
    private final ReceiveRailNotice receiveNotice;
    private final ReplayRailNotice replayNotice;
    private final ReconcileRail reconcile;

    public StripeResource(
            Call call,
            ReceiveRailNotice receiveNotice,
            ReplayRailNotice replayNotice,
            ReconcileRail reconcile) {
        this.call = call;
        this.receiveNotice = receiveNotice;
        this.replayNotice = replayNotice;
        this.reconcile = reconcile;
    }

    @POST
    @Path("/stripe/webhook")
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirements
    @Operation(
            operationId = "receiveStripeWebhook",
            summary = "Hear what happens at Stripe",
            description =
                    "For Stripe alone, which signs the body. What comes is kept before anybody looks into"
                            + " it; the same event again changes nothing.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "202", description = "Kept, now or before")
    public RestResponse<Void> webhook(
            @HeaderParam("Stripe-Signature") @Nullable String signature, byte[] body) {
        receiveNotice.handle(new String(body, StandardCharsets.UTF_8), signature);
        return RestResponse.status(Status.ACCEPTED);
    }

    @POST
    @Path("/stripe/events/{id}/replay")
    @Idempotent
    @Operation(
            operationId = "replayStripeEvent",
            summary = "Hear once more what Stripe has told",
            description =
                    "For admins, by Stripe's id of the event. Events are kept for 30 days; why goes to"
                            + " the audit log.")
    @APIResponse(responseCode = "202", description = "It will be heard")
    public RestResponse<Void> replay(@PathParam("id") String id, ReasonJson json) {
        Mandate mandate = call.mandate(ReasonJson.textOf(json));
        replayNotice.handle(new ReplayRailNotice.Command(mandate, id));
        return RestResponse.status(Status.ACCEPTED);
    }

    @POST
    @Path("/reconciliation")
    @Operation(
            operationId = "reconcileStripe",
            summary = "Compare Stripe's balance transactions with the ledger now",
            description =
                    "For admins. Each difference is named; what is only under way is counted apart. The"
                            + " same is done each night and goes to the log.")
    public RailReconciliationJson reconcile(ReasonJson json) {
        Mandate mandate = call.mandate(ReasonJson.textOf(json));
        return RailReconciliationJson.of(reconcile.handle(new ReconcileRail.Command(mandate)));
    }
}
