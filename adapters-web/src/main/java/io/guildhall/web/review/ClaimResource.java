package io.guildhall.web.review;

import io.guildhall.application.claim.ApproveClaim;
import io.guildhall.application.claim.RejectClaim;
import io.guildhall.application.claim.ViewClaims;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.party.Caller;
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

/** The poster picks who works. */
@Path("/claims/{id}")
@WebPage
@RunOnVirtualThread
public class ClaimResource {

    private final Visit visit;
    private final ReviewDeeds deeds;
    private final ViewClaims claims;
    private final ApproveClaim approveClaim;
    private final RejectClaim rejectClaim;

    public ClaimResource(
            Visit visit,
            ReviewDeeds deeds,
            ViewClaims claims,
            ApproveClaim approveClaim,
            RejectClaim rejectClaim) {
        this.visit = visit;
        this.deeds = deeds;
        this.claims = claims;
        this.approveClaim = approveClaim;
        this.rejectClaim = rejectClaim;
    }

    @POST
    @Path("approve")
    public Response approve(@PathParam("id") String id, Form form) {
        Caller caller = visit.caller();
        ClaimId claim = Ids.claim(id);
        return deeds.done(
                claims.find(caller, claim).bounty(),
                form,
                Said.APPROVED,
                () -> approveClaim.handle(new ApproveClaim.Command(caller, claim)));
    }

    @POST
    @Path("reject")
    public Response turnDown(@PathParam("id") String id, Form form) {
        Caller caller = visit.caller();
        ClaimId claim = Ids.claim(id);
        return deeds.done(
                claims.find(caller, claim).bounty(),
                form,
                Said.TURNED_DOWN,
                () ->
                        rejectClaim.handle(
                                new RejectClaim.Command(caller, claim, form.text("reason"))));
    }
}
