package io.guildhall.web.posting;

import io.guildhall.application.bounty.EditBounty;
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

/** Changing what a bounty says. */
@Path("/bounties/{id}/edit")
@WebPage
@RunOnVirtualThread
public class EditResource {

    private static final int UNPROCESSABLE = 422;

    private final Visit visit;
    private final Once once;
    private final PostingPages pages;
    private final ViewBounties bounties;
    private final EditBounty editBounty;

    public EditResource(
            Visit visit,
            Once once,
            PostingPages pages,
            ViewBounties bounties,
            EditBounty editBounty) {
        this.visit = visit;
        this.once = once;
        this.pages = pages;
        this.bounties = bounties;
        this.editBounty = editBounty;
    }

    @GET
    public Response edit(@PathParam("id") String id) {
        return Answers.ok(pages.toEdit(id, EditForm.of(mine(id).terms()), Complaint.none()));
    }

    @POST
    @Path("preview")
    public Response previewEdit(@PathParam("id") String id, Form form) {
        mine(id);
        return Answers.ok(pages.toEdit(id, form, Complaint.none()));
    }

    @POST
    public Response save(@PathParam("id") String id, Form form) {
        Caller caller = visit.caller();
        Bounty present = mine(id);
        return once.leadOn(
                form,
                () -> {
                    editBounty.handle(
                            new EditBounty.Command(
                                    caller,
                                    present.id(),
                                    new EditForm(form).change(present.terms().currency())));
                    return Outcome.at(Said.EDITED.at("/bounties/" + id));
                },
                UNPROCESSABLE,
                complaint -> pages.toEdit(id, form, complaint));
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
