package io.guildhall.rest.openbounty.submission;

import io.guildhall.application.submission.SubmitWork;
import io.guildhall.application.submission.ViewSubmissions;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.submission.Submission;
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

/** The work handed in for one bounty. */
@Path("/api/bounties/{id}/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
@RunOnVirtualThread
public class BountySubmissionResource {

    private final Call call;
    private final ViewSubmissions submissions;
    private final SubmitWork submitWork;

    public BountySubmissionResource(Call call, ViewSubmissions submissions, SubmitWork submitWork) {
        this.call = call;
        this.submissions = submissions;
        this.submitWork = submitWork;
    }

    @POST
    @Idempotent
    @Operation(operationId = "submitWork", summary = "Hand work in under your active claim")
    @APIResponseSchema(
            value = SubmissionJson.class,
            responseCode = "201",
            responseDescription =
                    "The submission, which lies with the poster; or with the quality gate, or"
                            + " has failed it, where the bounty has one")
    public RestResponse<SubmissionJson> submit(@PathParam("id") String id, SubmitJson json) {
        Caller caller = call.caller();
        Submission submission =
                submitWork.handle(
                        new SubmitWork.Command(
                                caller, PathIds.bounty(id), json.fence(), json.work()));
        return RestResponse.status(Status.CREATED, shown(submission, caller));
    }

    @GET
    @Operation(
            operationId = "listSubmissions",
            summary = "List a bounty's submissions, newest first",
            description =
                    "Its poster sees all of them, everybody else their own; arbiters and admins"
                            + " also those under a claim that was ever disputed. A page ends"
                            + " before its limit where its texts would come to more than 4 MiB.")
    public RestResponse<ListJson<SubmissionJson>> list(
            @PathParam("id") String id, @BeanParam PageQuery page, @Context UriInfo uri) {
        Caller caller = call.caller();
        return ListJson.answer(
                submissions.onBounty(caller, PathIds.bounty(id), page.read()),
                submission -> shown(submission, caller),
                submission -> Cursor.newestFirst(submission.id().value()),
                uri);
    }

    private SubmissionJson shown(Submission submission, Caller caller) {
        return SubmissionJson.of(submission, submissions.allowedActions(submission, caller));
    }
}
