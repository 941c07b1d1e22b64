package io.guildhall.web.payment;

import io.guildhall.application.payment.RefundPayment;
import io.guildhall.application.payment.ViewPayments;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.web.form.Form;
import io.guildhall.web.list.Paging;
import io.guildhall.web.page.Amounts;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Real money on its way in: where to pay it, whether it has come, and back where it came from. */
@Path("/money/payments")
@WebPage
@RunOnVirtualThread
public class PaymentResource {

    private static final int CONFLICT = 409;

    private final Visit visit;
    private final Once once;
    private final PaymentPages pages;
    private final ViewPayments payments;
    private final RefundPayment refundPayment;

    public PaymentResource(
            Visit visit,
            Once once,
            PaymentPages pages,
            ViewPayments payments,
            RefundPayment refundPayment) {
        this.visit = visit;
        this.once = once;
        this.pages = pages;
        this.payments = payments;
        this.refundPayment = refundPayment;
    }

    @GET
    public Response list(@QueryParam(Paging.AFTER) @Nullable String after) {
        return Answers.ok(pages.list(visit.caller(), after));
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") String id) {
        return Answers.ok(pages.of(found(visit.caller(), id), Form.empty(), Complaint.none()));
    }

    @POST
    @Path("{id}/refund")
    public Response refund(@PathParam("id") String id, Form form) {
        Caller caller = visit.caller();
        Payment payment = found(caller, id);
        return once.leadOn(
                form,
                () -> {
                    Payout refund =
                            refundPayment.handle(
                                    new RefundPayment.Command(
                                            caller,
                                            payment.id(),
                                            amount(form, payment.amount().currency())));
                    return Outcome.at(
                            Said.REFUNDED.at(
                                    "/money/payouts/"
                                            + OpenBountyIds.PAYOUT.on(refund.id().value())));
                },
                CONFLICT,
                complaint -> pages.of(found(caller, id), form, complaint));
    }

    private Payment found(Caller caller, String id) {
        return payments.find(
                caller,
                OpenBountyIds.PAYMENT
                        .off(id)
                        .map(PaymentId::new)
                        .orElseThrow(() -> new RefusedException(new NotFound("payment"))));
    }

    private static Money amount(Form form, Currency currency) {
        Invalid.Check check = new Invalid.Check();
        Money amount = Amounts.read(form.given("amount"), currency, "amount", check);
        check.orThrow();
        return amount;
    }
}
