package io.guildhall.web.posting;

import io.guildhall.application.bounty.EditBounty;
import io.guildhall.application.bounty.PostBounty;
import io.guildhall.application.bounty.PostEscrowBounty;
import io.guildhall.application.bounty.ViewBounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyError.NotThePoster;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.RefusedException;
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
import java.util.List;
import java.util.Map;

/** Putting a bounty up and changing its terms. */
@Path("/")
@WebPage
@RunOnVirtualThread
public class PostingResource {

    private static final int UNPROCESSABLE = 422;

    private static final Form NEW =
            Form.of(
                    Map.of(
                            "aiAgentsAllowed",
                            List.of("true"),
                            "verification",
                            List.of("manual")));

    private final Visit visit;
    private final Once once;
    private final PostingPages pages;
    private final ViewBounties bounties;
    private final PostBounty postBounty;
    private final PostEscrowBounty postEscrowBounty;
    private final EditBounty editBounty;

    public PostingResource(
            Visit visit,
            Once once,
            PostingPages pages,
            ViewBounties bounties,
            PostBounty postBounty,
            PostEscrowBounty postEscrowBounty,
            EditBounty editBounty) {
        this.visit = visit;
        this.once = once;
        this.pages = pages;
        this.bounties = bounties;
        this.postBounty = postBounty;
        this.postEscrowBounty = postEscrowBounty;
        this.editBounty = editBounty;
    }

    @GET
    @Path("post")
    public Response ask() {
        visit.caller();
        return Answers.ok(pages.toPost(NEW, Complaint.none()));
    }

    /** The same page again, with how it will look; nothing is kept. */
    @POST
    @Path("post/preview")
    public Response preview(Form form) {
        visit.caller();
        return Answers.ok(pages.toPost(form, Complaint.none()));
    }

    @POST
    @Path("post")
    public Response post(Form form) {
        Caller caller = visit.caller();
        try {
            return Answers.seeOther(once.run(form, () -> posted(form, caller)).next());
        } catch (RefusedException refused) {
            return Answers.page(
                    UNPROCESSABLE, pages.toPost(form, Complaint.of(refused.error())));
        }
    }

    @GET
    @Path("bounties/{id}/edit")
    public Response edit(@PathParam("id") String id) {
        return Answers.ok(pages.toEdit(id, EditForm.of(mine(id).terms()), Complaint.none()));
    }

    @POST
    @Path("bounties/{id}/edit/preview")
    public Response previewEdit(@PathParam("id") String id, Form form) {
        mine(id);
        return Answers.ok(pages.toEdit(id, form, Complaint.none()));
    }

    @POST
    @Path("bounties/{id}/edit")
    public Response edit(@PathParam("id") String id, Form form) {
        Caller caller = visit.caller();
        Bounty present = mine(id);
        try {
            Outcome outcome =
                    once.run(
                            form,
                            () -> {
                                editBounty.handle(
                                        new EditBounty.Command(
                                                caller,
                                                present.id(),
                                                EditForm.change(form, present.terms())));
                                return Outcome.at(Said.EDITED.at("/bounties/" + id));
                            });
            return Answers.seeOther(outcome.next());
        } catch (RefusedException refused) {
            return Answers.page(
                    UNPROCESSABLE, pages.toEdit(id, form, Complaint.of(refused.error())));
        }
    }

    private Outcome posted(Form form, Caller caller) {
        TermsForm terms = new TermsForm(form);
        PostBounty.Command command = terms.command(caller);
        Bounty posted =
                terms.isOnChain() ? postEscrowBounty.handle(command) : postBounty.handle(command);
        return Outcome.at(Said.POSTED.at("/bounties/" + Ids.of(posted.id())));
    }

    /** Somebody else's terms are to be read on its page only. */
    private Bounty mine(String id) {
        Caller caller = visit.caller();
        Bounty bounty = bounties.find(caller, Ids.bounty(id)).bounty();
        if (!caller.isOperator(bounty.poster())) {
            throw new RefusedException(new NotThePoster(bounty.id()));
        }
        return bounty;
    }
}
