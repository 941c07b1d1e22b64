package io.guildhall.rest.openbounty.payment;

import io.guildhall.application.payee.OnboardPayee;
import io.guildhall.application.payee.ViewPayee;
import io.guildhall.application.payment.RefundPayment;
import io.guildhall.application.payment.ViewPayments;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.gate.Repetition;
import io.guildhall.rest.openbounty.Cursor;
import io.guildhall.rest.openbounty.ListJson;
import io.guildhall.rest.openbounty.PageQuery;
import io.guildhall.rest.openbounty.PathIds;
import io.guildhall.rest.openbounty.ledger.AmountJson;
import io.guildhall.rest.openbounty.payout.PayoutJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** Money on its way in, and where money goes when it leaves. */
@Path("/api/payments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
@RunOnVirtualThread
public class PaymentResource {

    private final Call call;
    private final ViewPayments payments;
    private final RefundPayment refundPayment;
    private final ViewPayee payees;
    private final OnboardPayee onboardPayee;
    private final Repetition repetition;
    private final InstantSource clock;

    public PaymentResource(
            Call call,
            ViewPayments payments,
            RefundPayment refundPayment,
            ViewPayee payees,
            OnboardPayee onboardPayee,
            Repetition repetition,
            InstantSource clock) {
        this.call = call;
        this.payments = payments;
        this.refundPayment = refundPayment;
        this.payees = payees;
        this.onboardPayee = onboardPayee;
        this.repetition = repetition;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listPayments",
            summary = "List your payments into this market, newest first")
    public RestResponse<ListJson<PaymentJson>> list(
            @BeanParam PageQuery page, @Context UriInfo uri) {
        return ListJson.answer(
                payments.list(call.caller(), page.read()),
                PaymentJson::of,
                payment -> Cursor.newestFirst(payment.id().value()),
                uri);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getPayment",
            summary = "Read a payment",
            description = "While it is open its `checkout_url` is where to pay.")
    public PaymentJson get(@PathParam("id") String id) {
        return PaymentJson.of(payments.find(call.caller(), PathIds.payment(id)));
    }

    @POST
    @Path("/{id}/refund")
    @Idempotent
    @Operation(
            operationId = "refundPayment",
            summary = "Send back the way it came what you have not spent of a payment",
            description = "It is set aside at once and sent by a worker; follow the payout.")
    @APIResponseSchema(
            value = PayoutJson.class,
            responseCode = "201",
            responseDescription = "The payout that carries it out")
    public RestResponse<PayoutJson> refund(@PathParam("id") String id, AmountJson given) {
        Caller caller = call.caller();
        var refund =
                refundPayment.handle(
                        new RefundPayment.Command(caller, PathIds.payment(id), given.money()));
        return RestResponse.status(Status.CREATED, PayoutJson.of(refund));
    }

    @GET
    @Path("/account")
    @Operation(
            operationId = "getPayoutAccount",
            summary = "See where your withdrawals go, and what Stripe still wants to know")
    public PayoutAccountJson account() {
        return PayoutAccountJson.of(payees.account(call.caller()), clock.instant());
    }

    @GET
    @Path("/eligibility")
    @Operation(
            operationId = "getPayoutEligibility",
            summary = "See whether somebody in a country can be paid, before any work begins")
    public OnboardingJson.Eligibility eligibility(@RestQuery @Nullable String country) {
        call.caller();
        String where = country == null ? "" : country;
        return OnboardingJson.Eligibility.of(where, payees.serves(where));
    }

    @POST
    @Path("/onboarding-link")
    @Operation(
            operationId = "createOnboardingLink",
            summary = "Get the page at which you tell Stripe who you are and where your money goes",
            description =
                    "Each page can be opened once and for some minutes; asking again gives another page of"
                            + " the same account. Send an Idempotency-Key with `replace`: asked again"
                            + " under it nothing is replaced once more, and the answer is another page of"
                            + " the account that came by it.")
    public OnboardingJson.Link onboard(OnboardingJson.Ask given) {
        return OnboardingJson.Link.of(
                onboardPayee.handle(given.command(call.caller()), repetition::once));
    }
}
