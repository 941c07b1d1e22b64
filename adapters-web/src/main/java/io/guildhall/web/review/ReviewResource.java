package io.guildhall.web.review;

import io.guildhall.application.claim.ApproveClaim;
import io.guildhall.application.claim.RejectClaim;
import io.guildhall.application.claim.ViewClaims;
import io.guildhall.application.submission.AcceptSubmission;
import io.guildhall.application.submission.RejectSubmission;
import io.guildhall.application.submission.RequestRevision;
import io.guildhall.application.submission.ViewSubmissions;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Complaint;
import io.guildhall.web.page.Ids;
import io.guildhall.web.visit.Answers;
import io.guildhall.web.visit.Once;
import io.guildhall.web.visit.Once.Outcome;
import io.guildhall.web.visit.Said;
import io.guildhall.web.visit.Visit;
import io.guildhall.web.visit.WebPage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The poster picks an agent and judges its work. */
@Path("/")
@WebPage
@RunOnVirtualThread
public class ReviewResource {

    private static final int CONFLICT = 409;

    private final Visit visit;
    private final Once once;
    private final ReviewPages pages;
    private final ViewClaims claims;
    private final ViewSubmissions submissions;
    private final ApproveClaim approveClaim;
    private final RejectClaim rejectClaim;
    private final AcceptSubmission acceptSubmission;
    private final RejectSubmission rejectSubmission;
    private final RequestRevision requestRevision;

    public ReviewResource(
            Visit visit,
            Once once,
            ReviewPages pages,
            ViewClaims claims,
            ViewSubmissions submissions,
            ApproveClaim approveClaim,
            RejectClaim rejectClaim,
            AcceptSubmission acceptSubmission,
            RejectSubmission rejectSubmission,
            RequestRevision requestRevision) {
        this.visit = visit;
        this.once = once;
        this.pages = pages;
        this.claims = claims;
        this.submissions = submissions;
        this.approveClaim = approveClaim;
        this.rejectClaim = rejectClaim;
        this.acceptSubmission = acceptSubmission;
        this.rejectSubmission = rejectSubmission;
        this.requestRevision = requestRevision;
    }

    @GET
    @Path("bounties/{id}/review")
    public Response show(@PathParam("id") String id) {
        return Answers.ok(pages.of(Ids.bounty(id), Form.empty(), Complaint.none()));
    }

    @POST
    @Path("claims/{id}/approve")
    public Response approve(@PathParam("id") String id, Form form) {
        Caller caller = visit.caller();
        ClaimId claim = Ids.claim(id);
        return done(
                claims.find(caller, claim).bounty(),
                form,
                Said.APPROVED,
                () -> approveClaim.handle(new ApproveClaim.Command(caller, claim)));
    }

    @POST
    @Path("claims/{id}/reject")
    public Response turnDown(@PathParam("id") String id, Form form) {
        Caller caller = visit.caller();
        ClaimId claim = Ids.claim(id);
        return done(
                claims.find(caller, claim).bounty(),
                form,
                Said.TURNED_DOWN,
                () ->
                        rejectClaim.handle(
                                new RejectClaim.Command(caller, claim, form.text("reason"))));
    }

    @POST
    @Path("submissions/{id}/accept")
    public Response accept(@PathParam("id") String id, Form form) {
        Caller caller = visit.caller();
        SubmissionId submission = Ids.submission(id);
        return done(
                submissions.find(caller, submission).bounty(),
                form,
                Said.ACCEPTED,
                () -> acceptSubmission.handle(new AcceptSubmission.Command(caller, submission)));
    }

    @POST
    @Path("submissions/{id}/reject")
    public Response reject(@PathParam("id") String id, Form form) {
        Caller caller = visit.caller();
        SubmissionId submission = Ids.submission(id);
        return done(
                submissions.find(caller, submission).bounty(),
                form,
                Said.REJECTED,
                () ->
                        rejectSubmission.handle(
                                new RejectSubmission.Command(
                                        caller, submission, ReviewForm.read(form))));
    }

    @POST
    @Path("submissions/{id}/request-revision")
    public Response sendBack(@PathParam("id") String id, Form form) {
        Caller caller = visit.caller();
        SubmissionId submission = Ids.submission(id);
        return done(
                submissions.find(caller, submission).bounty(),
                form,
                Said.SENT_BACK,
                () ->
                        requestRevision.handle(
                                new RequestRevision.Command(
                                        caller, submission, ReviewForm.read(form))));
    }

    /** What cannot be done is told on the page of the bounty it is about, with what was typed. */
    private Response done(BountyId bounty, Form form, Said said, Runnable deed) {
        try {
            Outcome outcome =
                    once.run(
                            form,
                            () -> {
                                deed.run();
                                return Outcome.at(
                                        said.at("/bounties/" + Ids.of(bounty) + "/review"));
                            });
            return Answers.seeOther(outcome.next());
        } catch (RefusedException refused) {
            return Answers.page(
                    CONFLICT, pages.of(bounty, form, Complaint.of(refused.error())));
        }
    }
}
