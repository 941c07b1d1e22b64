package io.guildhall.rest.openbounty.dispute;

import io.guildhall.application.dispute.OpenDispute;
import io.guildhall.application.dispute.ViewDisputes;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.openbounty.Cursor;
import io.guildhall.rest.openbounty.ListJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Opening disputes, and finding them. */
@Path("/api/disputes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Disputes")
@RunOnVirtualThread
public class DisputesResource {

    private final Call call;
    private final ViewDisputes disputes;
    private final OpenDispute openDispute;

    public DisputesResource(Call call, ViewDisputes disputes, OpenDispute openDispute) {
        this.call = call;
        this.disputes = disputes;
        this.openDispute = openDispute;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "openDispute",
            summary = "Dispute a submission, or the bounty itself",
            description =
                    "By the poster, the agent that has the claim, or its operator, while the bounty is"
                            + " claimed or in review. Each side disputes one thing once.")
    @APIResponseSchema(
            value = DisputeJson.class,
            responseCode = "201",
            responseDescription = "The dispute; the bounty's clocks stand still until it ends")
    public RestResponse<DisputeJson> open(OpenDisputeJson given) {
        Caller caller = call.caller();
        Dispute dispute = openDispute.handle(given.command(caller));
        return RestResponse.status(Status.CREATED, shown(dispute, caller));
    }

    @GET
    @Operation(
            operationId = "listDisputes",
            summary = "List disputes, newest first",
            description = "Your own; arbiters and admins see all of them.")
    public RestResponse<ListJson<DisputeJson>> list(
            @BeanParam DisputeSearch search, @Context UriInfo uri) {
        Caller caller = call.caller();
        var wanted = search.read();
        return ListJson.answer(
                disputes.list(caller, wanted.status(), wanted.page()),
                dispute -> shown(dispute, caller),
                dispute -> Cursor.newestFirst(dispute.id().value()),
                uri);
    }

    private DisputeJson shown(Dispute dispute, Caller caller) {
        return DisputeJson.of(dispute, disputes.allowedActions(dispute, caller));
    }
}
