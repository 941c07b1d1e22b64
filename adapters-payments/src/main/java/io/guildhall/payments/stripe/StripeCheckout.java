package io.guildhall.payments.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.DisputeListParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import com.stripe.param.checkout.SessionRetrieveParams;
import com.stripe.service.V1Services;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.payment.Chargeback;
import io.guildhall.domain.payment.Checkout;
import io.guildhall.domain.payment.Receipt;
import io.guildhall.domain.payout.Rail;
import io.guildhall.payments.stripe.Answer.NotNow;
import io.guildhall.payments.stripe.Answer.Refused;
import io.guildhall.payments.stripe.Answer.Said;
import io.guildhall.payments.stripe.Answer.Unclear;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Lets payers pay at Stripe's own page (a Checkout session), so that no card is ever seen here.
 *
 * <p>All that a session is made of is fixed by its payment: asked again under the same key, Stripe
 * must find the same request, or it would refuse it.
 */
public final class StripeCheckout implements Checkout {

    /** By what our payments are found at Stripe. */
    static final String PAYMENT = "guildhall_payment";

    /** Stripe's own limits for a payment in usd. */
    private static final Limits LIMITS = new Limits(50, 99_999_999);

    private static final String CHARGE = "payment_intent.latest_charge";
    private static final Set<String> DECIDED = Set.of("won", "lost", "warning_closed");
    private static final long CHARGEBACKS_MAX = 100;

    private final StripeConnection stripe;
    private final URI publicUrl;

    public StripeCheckout(StripeSettings settings) {
        this.stripe = new StripeConnection(settings);
        this.publicUrl = settings.publicUrl();
    }

    @Override
    public Rail rail() {
        return Rail.STRIPE;
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public Standing open(Request request) {
        String payment = request.key().toString();
        var params =
                SessionCreateParams.builder()
                        .setMode(SessionCreateParams.Mode.PAYMENT)
                        .setClientReferenceId(payment)
                        .setSuccessUrl(publicUrl + "/money/payments")
                        .setCancelUrl(publicUrl + "/money/payments")
                        .putMetadata(PAYMENT, payment)
                        .addLineItem(item(request))
                        .setPaymentIntentData(
                                PaymentIntentData.builder()
                                        .setTransferGroup(request.group())
                                        .putMetadata(PAYMENT, payment)
                                        .build())
                        .build();
        Answer<Session> answer =
                stripe.ask(
                        "payment-" + payment,
                        (services, options) ->
                                services.checkout().sessions().create(params, options));
        return switch (answer) {
            case Said<Session>(var session) -> waiting(session);
            case Refused<Session>(var code, var _) -> new Standing.Over(code);
            case NotNow<Session>(var reason, var _) -> new Standing.Unknown(reason);
            case Unclear<Session>(var reason) -> new Standing.Unknown(reason);
        };
    }

    private static LineItem item(Request request) {
        return LineItem.builder()
                .setQuantity(1L)
                .setPriceData(
                        PriceData.builder()
                                .setCurrency(request.amount().currency().word())
                                .setUnitAmount(request.amount().cents())
                                .setProductData(
                                        PriceData.ProductData.builder()
                                                .setName(request.purpose())
                                                .build())
                                .build())
                .build();
    }

    @Override
    public Standing look(String reference) {
        var params =
                SessionRetrieveParams.builder()
                        .addExpand(CHARGE)
                        .addExpand(CHARGE + ".balance_transaction")
                        .addExpand(CHARGE + ".refunds")
                        .build();
        Answer<Session> answer =
                stripe.ask((services, options) ->
                        services.checkout().sessions().retrieve(reference, params, options));
        return switch (answer) {
            case Said<Session>(var session) when reference.equals(session.getId()) ->
                    standing(session);
            case Said<Session> _ -> new Standing.Unknown("it tells of another page");
            case Refused<Session>(var code, var _) -> new Standing.Unknown(code);
            case NotNow<Session>(var reason, var _) -> new Standing.Unknown(reason);
            case Unclear<Session>(var reason) -> new Standing.Unknown(reason);
        };
    }

    private Standing standing(Session session) {
        if ("paid".equals(session.getPaymentStatus())) {
            return paid(session);
        }
        return switch (session.getStatus()) {
            case "open" -> waiting(session);
            case "expired" -> new Standing.Over("expired");
            case "complete" -> processing(session.getPaymentIntentObject());
            default -> new Standing.Unknown("it is in a state that we do not know");
        };
    }

    /** The payer has done its part, and its bank not yet. */
    private static Standing processing(PaymentIntent intent) {
        return switch (intent.getStatus()) {
            case "requires_payment_method", "canceled" -> new Standing.Over("payment_failed");
            default -> new Standing.Processing();
        };
    }

    private static Standing waiting(Session session) {
        return new Standing.Waiting(
                Objects.requireNonNull(session.getId()),
                StripeConnection.page(session.getUrl()),
                Instant.ofEpochSecond(session.getExpiresAt()));
    }

    private Standing paid(Session session) {
        PaymentIntent intent = session.getPaymentIntentObject();
        Charge charge = intent.getLatestChargeObject();
        BalanceTransaction booked = charge.getBalanceTransactionObject();
        Money fee = cents(booked == null ? 0 : booked.getFee());
        Answer<Standing> answer =
                stripe.ask((services, options) ->
                        new Standing.Paid(
                                new Receipt(
                                        intent.getId(),
                                        fee,
                                        booked != null,
                                        charge.getDisputed()
                                                ? chargebacks(services, options, intent)
                                                : List.of()),
                                isRefunded(charge)
                                        ? StripeRefunds.bounced(
                                                StripeRefunds.of(intent.getId(), services, options))
                                        : Map.of()));
        return switch (answer) {
            case Said<Standing>(var standing) -> standing;
            case Refused<Standing>(var code, var _) -> new Standing.Unknown(code);
            case NotNow<Standing>(var reason, var _) -> new Standing.Unknown(reason);
            case Unclear<Standing>(var reason) -> new Standing.Unknown(reason);
        };
    }

    private static List<Chargeback> chargebacks(
            V1Services services, RequestOptions options, PaymentIntent intent)
            throws StripeException {
        var params =
                DisputeListParams.builder()
                        .setPaymentIntent(intent.getId())
                        .setLimit(CHARGEBACKS_MAX)
                        .build();
        return services.disputes().list(params, options).getData().stream()
                .map(StripeCheckout::chargeback)
                .toList();
    }

    /** Whether any of it was ever to go back: the sum that is refunded does not tell. */
    private static boolean isRefunded(Charge charge) {
        return charge.getRefunds() != null && !charge.getRefunds().getData().isEmpty();
    }

    private static Chargeback chargeback(Dispute dispute) {
        List<BalanceTransaction> booked = dispute.getBalanceTransactions();
        long moved = booked.stream().mapToLong(BalanceTransaction::getAmount).sum();
        long fee = booked.stream().mapToLong(BalanceTransaction::getFee).sum();
        return new Chargeback(
                dispute.getId(), cents(-moved), cents(fee), !DECIDED.contains(dispute.getStatus()));
    }

    private static Money cents(long cents) {
        return Money.cents(cents, Currency.USD);
    }
}
