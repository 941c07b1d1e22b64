package io.guildhall.web.dispute;

import io.guildhall.application.dispute.AcceptOffer;
import io.guildhall.application.dispute.GiveEvidence;
import io.guildhall.application.dispute.MakeOffer;
import io.guildhall.application.dispute.ResolveDispute;
import io.guildhall.application.dispute.WithdrawDispute;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.dispute.OfferId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Complaint;
import io.guildhall.web.visit.Answers;
import io.guildhall.web.visit.Once;
import io.guildhall.web.visit.Once.Outcome;
import io.guildhall.web.visit.Said;
import io.guildhall.web.visit.Visit;
import io.guildhall.web.visit.WebPage;
import io.guildhall.wire.id.OpenBountyIds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** One dispute, and the ways in which it ends. */
@Path("/")
@WebPage
@RunOnVirtualThread
public class DisputeResource {

    private static final int UNPROCESSABLE = 422;

    private final Visit visit;
    private final Once once;
    private final DisputePages pages;
    private final GiveEvidence giveEvidence;
    private final MakeOffer makeOffer;
    private final AcceptOffer acceptOffer;
    private final WithdrawDispute withdrawDispute;
    private final ResolveDispute resolveDispute;

    public DisputeResource(
            Visit visit,
            Once once,
            DisputePages pages,
            GiveEvidence giveEvidence,
            MakeOffer makeOffer,
            AcceptOffer acceptOffer,
            WithdrawDispute withdrawDispute,
            ResolveDispute resolveDispute) {
        this.visit = visit;
        this.once = once;
        this.pages = pages;
        this.giveEvidence = giveEvidence;
        this.makeOffer = makeOffer;
        this.acceptOffer = acceptOffer;
        this.withdrawDispute = withdrawDispute;
        this.resolveDispute = resolveDispute;
    }

    /** The address may name a share, to see what it comes to. */
    @GET
    @Path("disputes/{id}")
    public Response show(@PathParam("id") String id, @Context UriInfo uri) {
        return Answers.ok(
                pages.page(
                        visit.caller(),
                        DisputePages.id(id),
                        Form.of(uri.getQueryParameters()),
                        Complaint.none()));
    }

    @POST
    @Path("disputes/{id}/evidence")
    public Response evidence(@PathParam("id") String id, Form form) {
        return act(
                id,
                form,
                Said.EVIDENCE_GIVEN,
                (caller, dispute) ->
                        giveEvidence.handle(
                                new GiveEvidence.Command(
                                        caller,
                                        dispute,
                                        form.text("content"),
                                        Links.read(form.lines("attachments")))));
    }

    @POST
    @Path("disputes/{id}/offers")
    public Response offer(@PathParam("id") String id, Form form) {
        return isPreview(form)
                ? preview(id, form)
                : act(
                        id,
                        form,
                        Said.OFFERED,
                        (caller, dispute) ->
                                makeOffer.handle(
                                        new MakeOffer.Command(
                                                caller, dispute, Share.offered(form))));
    }

    @POST
    @Path("disputes/{id}/offers/{offer}/accept")
    public Response accept(
            @PathParam("id") String id, @PathParam("offer") String offer, Form form) {
        OfferId named =
                OpenBountyIds.OFFER
                        .off(offer)
                        .map(OfferId::new)
                        .orElseThrow(() -> new RefusedException(new NotFound("offer")));
        return act(
                id,
                form,
                Said.SETTLED,
                (caller, dispute) ->
                        acceptOffer.handle(new AcceptOffer.Command(caller, dispute, named)));
    }

    @POST
    @Path("disputes/{id}/withdraw")
    public Response withdraw(@PathParam("id") String id, Form form) {
        return act(
                id,
                form,
                Said.DISPUTE_WITHDRAWN,
                (caller, dispute) ->
                        withdrawDispute.handle(new WithdrawDispute.Command(caller, dispute)));
    }

    @POST
    @Path("disputes/{id}/ruling")
    public Response rule(@PathParam("id") String id, Form form) {
        return isPreview(form)
                ? preview(id, form)
                : act(
                        id,
                        form,
                        Said.RULED,
                        (caller, dispute) ->
                                resolveDispute.handle(
                                        new ResolveDispute.Command(
                                                caller,
                                                dispute,
                                                Share.ruled(form),
                                                form.text("notes"))));
    }

    /** What is done with a dispute. */
    @FunctionalInterface
    private interface Deed {
        Object done(Caller caller, DisputeId dispute);
    }

    private Response act(String id, Form form, Said said, Deed deed) {
        Caller caller = visit.caller();
        DisputeId dispute = DisputePages.id(id);
        return once.leadOn(
                form,
                () -> {
                    deed.done(caller, dispute);
                    return Outcome.at(said.at("/disputes/" + id));
                },
                UNPROCESSABLE,
                complaint -> pages.page(caller, dispute, form, complaint));
    }

    /** Where no script shows the sums while they are typed, a button does. */
    private static boolean isPreview(Form form) {
        return form.has("preview");
    }

    private Response preview(String id, Form form) {
        return Answers.ok(pages.page(visit.caller(), DisputePages.id(id), form, Complaint.none()));
    }
}
