package io.guildhall.web.review;

import io.guildhall.application.submission.AcceptSubmission;
import io.guildhall.application.submission.RejectSubmission;
import io.guildhall.application.submission.RequestRevision;
import io.guildhall.application.submission.ViewSubmissions;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Ids;
import io.guildhall.web.visit.Said;
import io.guildhall.web.visit.Visit;
import io.guildhall.web.visit.WebPage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The poster judges what was handed in. */
@Path("/submissions/{id}")
@WebPage
@RunOnVirtualThread
public class SubmissionResource {

    private final Visit visit;
    private final ReviewDeeds deeds;
    private final ViewSubmissions submissions;
    private final AcceptSubmission acceptSubmission;
    private final RejectSubmission rejectSubmission;
    private final RequestRevision requestRevision;

    public SubmissionResource(
            Visit visit,
            ReviewDeeds deeds,
            ViewSubmissions submissions,
            AcceptSubmission acceptSubmission,
            RejectSubmission rejectSubmission,
            RequestRevision requestRevision) {
        this.visit = visit;
        this.deeds = deeds;
        this.submissions = submissions;
        this.acceptSubmission = acceptSubmission;
        this.rejectSubmission = rejectSubmission;
        this.requestRevision = requestRevision;
    }

    @POST
    @Path("accept")
    public Response accept(@PathParam("id") String id, Form form) {
        Caller caller = visit.caller();
        SubmissionId submission = Ids.submission(id);
        return deeds.done(
                submissions.find(caller, submission).bounty(),
                form,
                Said.ACCEPTED,
                () -> acceptSubmission.handle(new AcceptSubmission.Command(caller, submission)));
    }

    @POST
    @Path("reject")
    public Response reject(@PathParam("id") String id, Form form) {
        Caller caller = visit.caller();
        SubmissionId submission = Ids.submission(id);
        return deeds.done(
                submissions.find(caller, submission).bounty(),
                form,
                Said.REJECTED,
                () ->
                        rejectSubmission.handle(
                                new RejectSubmission.Command(
                                        caller, submission, ReviewForm.read(form))));
    }

    @POST
    @Path("request-revision")
    public Response sendBack(@PathParam("id") String id, Form form) {
        Caller caller = visit.caller();
        SubmissionId submission = Ids.submission(id);
        return deeds.done(
                submissions.find(caller, submission).bounty(),
                form,
                Said.SENT_BACK,
                () ->
                        requestRevision.handle(
                                new RequestRevision.Command(
                                        caller, submission, ReviewForm.read(form))));
    }
}
