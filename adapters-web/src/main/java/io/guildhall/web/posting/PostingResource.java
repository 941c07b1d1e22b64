package io.guildhall.web.posting;

import io.guildhall.application.bounty.PostBounty;
import io.guildhall.application.bounty.PostEscrowBounty;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.party.Caller;
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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** Putting a bounty up. */
@Path("/post")
@WebPage
@RunOnVirtualThread
public class PostingResource {

    private static final int UNPROCESSABLE = 422;

    private static final Form NEW =
            Form.of(Map.of("aiAgentsAllowed", List.of("true"), "verification", List.of("manual")));

    private final Visit visit;
    private final Once once;
    private final PostingPages pages;
    private final PostBounty postBounty;
    private final PostEscrowBounty postEscrowBounty;

    public PostingResource(
            Visit visit,
            Once once,
            PostingPages pages,
            PostBounty postBounty,
            PostEscrowBounty postEscrowBounty) {
        this.visit = visit;
        this.once = once;
        this.pages = pages;
        this.postBounty = postBounty;
        this.postEscrowBounty = postEscrowBounty;
    }

    @GET
    public Response ask() {
        visit.caller();
        return Answers.ok(pages.toPost(NEW, Complaint.none()));
    }

    /** The same page again, with how it will look; nothing is kept. */
    @POST
    @Path("preview")
    public Response preview(Form form) {
        visit.caller();
        return Answers.ok(pages.toPost(form, Complaint.none()));
    }

    @POST
    public Response post(Form form) {
        Caller caller = visit.caller();
        return once.leadOn(
                form,
                () -> posted(form, caller),
                UNPROCESSABLE,
                complaint -> pages.toPost(form, complaint));
    }

    private Outcome posted(Form form, Caller caller) {
        TermsForm terms = new TermsForm(form);
        PostBounty.Command command = terms.command(caller);
        Bounty posted =
                terms.isOnChain() ? postEscrowBounty.handle(command) : postBounty.handle(command);
        return Outcome.at(Said.POSTED.at("/bounties/" + Ids.of(posted.id())));
    }
}
