package io.guildhall.rest.openbounty.dispute;

import io.guildhall.application.dispute.GiveEvidence;
import io.guildhall.application.dispute.ViewDisputes;
import io.guildhall.domain.dispute.Evidence;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.gate.WhileSuspended;
import io.guildhall.rest.openbounty.Cursor;
import io.guildhall.rest.openbounty.ListJson;
import io.guildhall.rest.openbounty.PageQuery;
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

/** What both sides of a dispute say and show. */
@Path("/api/disputes/{id}/evidence")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Disputes")
@RunOnVirtualThread
public class EvidenceResource {

    private final Call call;
    private final ViewDisputes disputes;
    private final GiveEvidence giveEvidence;

    public EvidenceResource(Call call, ViewDisputes disputes, GiveEvidence giveEvidence) {
        this.call = call;
        this.disputes = disputes;
        this.giveEvidence = giveEvidence;
    }

    @POST
    @WhileSuspended
    @Idempotent
    @Operation(
            operationId = "giveEvidence",
            summary = "Give evidence for your side",
            description =
                    "The first of the side that did not open the dispute is its answer. Each side"
                            + " gives at most twenty, and none is ever changed.")
    @APIResponseSchema(
            value = EvidenceJson.class,
            responseCode = "201",
            responseDescription = "The evidence")
    public RestResponse<EvidenceJson> give(@PathParam("id") String id, GiveEvidenceJson given) {
        Evidence evidence = giveEvidence.handle(given.command(call.caller(), PathIds.dispute(id)));
        return RestResponse.status(Status.CREATED, EvidenceJson.of(evidence));
    }

    @GET
    @Operation(
            operationId = "listEvidence",
            summary = "List the evidence of both sides, newest first")
    public RestResponse<ListJson<EvidenceJson>> list(
            @PathParam("id") String id, @BeanParam PageQuery page, @Context UriInfo uri) {
        return ListJson.answer(
                disputes.evidence(call.caller(), PathIds.dispute(id), page.read()),
                EvidenceJson::of,
                evidence -> Cursor.newestFirst(evidence.id().value()),
                uri);
    }
}
