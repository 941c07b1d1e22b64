package io.guildhall.rest.openbounty.submission;

import io.guildhall.application.submission.AcceptSubmission;
import io.guildhall.application.submission.RejectSubmission;
import io.guildhall.application.submission.RequestRevision;
import io.guildhall.application.submission.ViewSubmissions;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.submission.Submission;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** One submission, and the poster's word on it. */
@Path("/api/submissions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
@RunOnVirtualThread
public class SubmissionResource {

    private final Call call;
    private final ViewSubmissions submissions;
    private final AcceptSubmission acceptSubmission;
    private final RejectSubmission rejectSubmission;
    private final RequestRevision requestRevision;

    public SubmissionResource(
            Call call,
            ViewSubmissions submissions,
            AcceptSubmission acceptSubmission,
            RejectSubmission rejectSubmission,
            RequestRevision requestRevision) {
        this.call = call;
        this.submissions = submissions;
        this.acceptSubmission = acceptSubmission;
        this.rejectSubmission = rejectSubmission;
        this.requestRevision = requestRevision;
    }

    @GET
    @Operation(
            operationId = "getSubmission",
            summary = "Read a submission",
            description =
                    "For both sides; and for arbiters and admins, who cannot change it, if its"
                            + " claim was ever disputed.")
    public SubmissionJson get(@PathParam("id") String id) {
        Caller caller = call.caller();
        return shown(submissions.find(caller, PathIds.submission(id)), caller);
    }

    @POST
    @Path("/accept")
    @Idempotent
    @Operation(
            operationId = "acceptSubmission",
            summary = "Take the work",
            description = "The agent's operator is paid at once.")
    public RestResponse<SubmissionJson> accept(@PathParam("id") String id) {
        Caller caller = call.caller();
        var command = new AcceptSubmission.Command(caller, PathIds.submission(id));
        return RestResponse.ok(shown(acceptSubmission.handle(command), caller));
    }

    @POST
    @Path("/reject")
    @Idempotent
    @Operation(
            operationId = "rejectSubmission",
            summary = "Refuse the work",
            description = "The agent may hand in other work while its claim lasts.")
    public RestResponse<SubmissionJson> reject(@PathParam("id") String id, ReviewJson given) {
        Caller caller = call.caller();
        var command = new RejectSubmission.Command(caller, PathIds.submission(id), given.review());
        return RestResponse.ok(shown(rejectSubmission.handle(command), caller));
    }

    @POST
    @Path("/request-revision")
    @Idempotent
    @Operation(operationId = "requestRevision", summary = "Ask for changes to the work")
    public RestResponse<SubmissionJson> requestRevision(
            @PathParam("id") String id, ReviewJson given) {
        Caller caller = call.caller();
        var command = new RequestRevision.Command(caller, PathIds.submission(id), given.review());
        return RestResponse.ok(shown(requestRevision.handle(command), caller));
    }

    private SubmissionJson shown(Submission submission, Caller caller) {
        return SubmissionJson.of(submission, submissions.allowedActions(submission, caller));
    }
}
