package io.guildhall.web.bounty;

import io.guildhall.application.bounty.CancelBounty;
import io.guildhall.application.bounty.FundBounty;
import io.guildhall.application.payment.PayForBounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Complaint;
import io.guildhall.web.page.Ids;
import io.guildhall.web.payment.PaymentView;
import io.guildhall.web.payment.RealMoney;
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
import java.util.function.Function;

/** A bounty's page, and what its poster does with it as a whole. */
@Path("/bounties/{id}")
@WebPage
@RunOnVirtualThread
public class BountyResource {

    private static final int CONFLICT = 409;

    private final Visit visit;
    private final Once once;
    private final BountyPages pages;
    private final FundBounty fundBounty;
    private final CancelBounty cancelBounty;
    private final PayForBounty payForBounty;
    private final RealMoney realMoney;

    public BountyResource(
            Visit visit,
            Once once,
            BountyPages pages,
            FundBounty fundBounty,
            CancelBounty cancelBounty,
            PayForBounty payForBounty,
            RealMoney realMoney) {
        this.visit = visit;
        this.once = once;
        this.pages = pages;
        this.fundBounty = fundBounty;
        this.cancelBounty = cancelBounty;
        this.payForBounty = payForBounty;
        this.realMoney = realMoney;
    }

    @GET
    public Response show(@PathParam("id") String id) {
        return Answers.ok(pages.of(Ids.bounty(id), Form.empty(), Complaint.none()));
    }

    @POST
    @Path("fund")
    public Response fund(@PathParam("id") String id, Form form) {
        return done(id, form, bounty -> funded(id, bounty));
    }

    /** What the balance does not cover is paid at the rail, where that is real. */
    private String funded(String id, BountyId bounty) {
        if (realMoney.isHere()) {
            var payment = payForBounty.handle(new PayForBounty.Command(visit.caller(), bounty));
            if (payment.isPresent()) {
                return PaymentView.path(payment.get());
            }
        }
        fundBounty.handle(new FundBounty.Command(visit.caller(), bounty));
        return Said.FUNDED.at("/bounties/" + id);
    }

    @POST
    @Path("cancel")
    public Response cancel(@PathParam("id") String id, Form form) {
        return done(
                id,
                form,
                bounty -> {
                    cancelBounty.handle(
                            new CancelBounty.Command(visit.caller(), bounty, form.text("reason")));
                    return Said.CANCELLED.at("/bounties/" + id);
                });
    }

    /** What cannot be done is told on the bounty's own page, with what was typed. */
    private Response done(String id, Form form, Function<BountyId, String> deed) {
        BountyId bounty = Ids.bounty(id);
        visit.caller();
        return once.leadOn(
                form,
                () -> Outcome.at(deed.apply(bounty)),
                CONFLICT,
                complaint -> pages.of(bounty, form, complaint));
    }
}
