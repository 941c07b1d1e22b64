package io.guildhall.rest.openbounty.dispute;

import io.guildhall.application.dispute.AcceptOffer;
import io.guildhall.application.dispute.MakeOffer;
import io.guildhall.application.dispute.ResolveDispute;
import io.guildhall.application.dispute.ViewDisputes;
import io.guildhall.application.dispute.WithdrawDispute;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.openbounty.PathIds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** One dispute, and the ways in which it ends. */
@Path("/api/disputes/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Disputes")
@RunOnVirtualThread
public class DisputeResource {

    private final Call call;
    private final ViewDisputes disputes;
    private final MakeOffer makeOffer;
    private final AcceptOffer acceptOffer;
    private final WithdrawDispute withdrawDispute;
    private final ResolveDispute resolveDispute;

    public DisputeResource(
            Call call,
            ViewDisputes disputes,
            MakeOffer makeOffer,
            AcceptOffer acceptOffer,
            WithdrawDispute withdrawDispute,
            ResolveDispute resolveDispute) {
        this.call = call;
        this.disputes = disputes;
        this.makeOffer = makeOffer;
        this.acceptOffer = acceptOffer;
        this.withdrawDispute = withdrawDispute;
        this.resolveDispute = resolveDispute;
    }

    @GET
    @Operation(operationId = "getDispute", summary = "Read a dispute")
    public DisputeJson get(@PathParam("id") String id) {
        Caller caller = call.caller();
        return shown(disputes.find(caller, PathIds.dispute(id)), caller);
    }

    @POST
    @Path("/offers")
    @Idempotent
    @Operation(
            operationId = "makeOffer",
            summary = "Offer the other side a split",
            description = "It takes the place of your side's earlier offer.")
    @APIResponseSchema(
            value = DisputeJson.class,
            responseCode = "201",
            responseDescription = "The dispute with the offer")
    public RestResponse<DisputeJson> offer(@PathParam("id") String id, MakeOfferJson given) {
        Caller caller = call.caller();
        Dispute dispute = makeOffer.handle(given.command(caller, PathIds.dispute(id)));
        return RestResponse.status(Status.CREATED, shown(dispute, caller));
    }

    @POST
    @Path("/offers/{offerId}/accept")
    @Idempotent
    @Operation(
            operationId = "acceptOffer",
            summary = "Take the other side's offer",
            description = "The dispute is settled and the reward shared at once.")
    public RestResponse<DisputeJson> accept(
            @PathParam("id") String id, @PathParam("offerId") String offerId) {
        Caller caller = call.caller();
        var command = new AcceptOffer.Command(caller, PathIds.dispute(id), PathIds.offer(offerId));
        return RestResponse.ok(shown(acceptOffer.handle(command), caller));
    }

    @POST
    @Path("/withdraw")
    @Idempotent
    @Operation(
            operationId = "withdrawDispute",
            summary = "Take your side's dispute back",
            description =
                    "The work goes on where it was interrupted, with what was left of every clock, at"
                            + " least a day.")
    public RestResponse<DisputeJson> withdraw(@PathParam("id") String id) {
        Caller caller = call.caller();
        var command = new WithdrawDispute.Command(caller, PathIds.dispute(id));
        return RestResponse.ok(shown(withdrawDispute.handle(command), caller));
    }

    @POST
    @Path("/resolve")
    @Idempotent
    @Operation(
            operationId = "resolveDispute",
            summary = "Rule on a dispute, as an arbiter",
            description =
                    "Once the other side has given evidence, or its time for that is over. The reward"
                            + " is shared at once.")
    public RestResponse<DisputeJson> resolve(@PathParam("id") String id, ResolveJson given) {
        Caller caller = call.caller();
        Dispute dispute = resolveDispute.handle(given.command(caller, PathIds.dispute(id)));
        return RestResponse.ok(shown(dispute, caller));
    }

    private DisputeJson shown(Dispute dispute, Caller caller) {
        return DisputeJson.of(dispute, disputes.allowedActions(dispute, caller));
    }
}
