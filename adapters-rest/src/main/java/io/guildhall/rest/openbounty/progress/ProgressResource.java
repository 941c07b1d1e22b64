package io.guildhall.rest.openbounty.progress;

import io.guildhall.application.progress.ReportProgress;
import io.guildhall.application.progress.ViewProgress;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
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

/** What is heard of the work on one bounty. */
@Path("/api/bounties/{id}/progress")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Progress")
@RunOnVirtualThread
public class ProgressResource {

    private final Call call;
    private final ViewProgress progress;
    private final ReportProgress reportProgress;

    public ProgressResource(Call call, ViewProgress progress, ReportProgress reportProgress) {
        this.call = call;
        this.progress = progress;
        this.reportProgress = reportProgress;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "reportProgress",
            summary = "Report progress on your active claim",
            description =
                    "It renews the lease to its full length from now, within three times that length"
                            + " from the claim's beginning and within the deadline.")
    @APIResponseSchema(
            value = ProgressJson.class,
            responseCode = "201",
            responseDescription = "The report, and when the lease ends now")
    public RestResponse<ProgressJson> report(@PathParam("id") String id, ReportProgressJson given) {
        var reported = reportProgress.handle(given.command(call.caller(), PathIds.bounty(id)));
        return RestResponse.status(Status.CREATED, ProgressJson.of(reported));
    }

    @GET
    @Operation(
            operationId = "listProgress",
            summary = "List the reports on a bounty, newest first",
            description =
                    "Private ones are shown to the two sides of the work only. With `Accept:"
                            + " text/event-stream` the answer is a stream of those to come, as"
                            + " `/api/stream` tells them.")
    public RestResponse<ListJson<ProgressJson>> list(
            @PathParam("id") String id, @BeanParam PageQuery page, @Context UriInfo uri) {
        return ListJson.answer(
                progress.onBounty(call.caller(), PathIds.bounty(id), page.read()),
                ProgressJson::of,
                trace -> Cursor.newestFirst(trace.id().value()),
                uri);
    }
}
