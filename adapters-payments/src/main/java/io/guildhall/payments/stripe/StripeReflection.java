package io.guildhall.payments.stripe;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The classes of Stripe's library that its JSON mapping looks into, for a native image to keep;
 * their nested classes follow by themselves. A test lists those that it meets and holds this list
 * to them.
 */
@RegisterForReflection(
        methods = false,
        classNames = {
            "com.stripe.model.Account",
            "com.stripe.model.AccountLink",
            "com.stripe.model.Address",
            "com.stripe.model.ApplicationFee",
            "com.stripe.model.Balance",
            "com.stripe.model.BalanceTransaction",
            "com.stripe.model.BankAccount",
            "com.stripe.model.Card",
            "com.stripe.model.Charge",
            "com.stripe.model.CountrySpec",
            "com.stripe.model.CustomerCashBalanceTransaction",
            "com.stripe.model.Discount",
            "com.stripe.model.Dispute",
            "com.stripe.model.ExpandableField",
            "com.stripe.model.ExternalAccountCollection",
            "com.stripe.model.FeeRefund",
            "com.stripe.model.FeeRefundCollection",
            "com.stripe.model.LineItem",
            "com.stripe.model.LineItemCollection",
            "com.stripe.model.PaymentIntent",
            "com.stripe.model.PaymentIntentAmountDetailsLineItem",
            "com.stripe.model.PaymentIntentAmountDetailsLineItemCollection",
            "com.stripe.model.PaymentMethod",
            "com.stripe.model.Payout",
            "com.stripe.model.Person",
            "com.stripe.model.Price",
            "com.stripe.model.Refund",
            "com.stripe.model.RefundCollection",
            "com.stripe.model.SetupIntent",
            "com.stripe.model.ShippingDetails",
            "com.stripe.model.Source",
            "com.stripe.model.StripeCollection",
            "com.stripe.model.StripeError",
            "com.stripe.model.StripeObject",
            "com.stripe.model.TaxRate",
            "com.stripe.model.Topup",
            "com.stripe.model.Transfer",
            "com.stripe.model.TransferReversal",
            "com.stripe.model.TransferReversalCollection",
            "com.stripe.model.checkout.Session",
            "com.stripe.model.issuing.Authorization",
            "com.stripe.model.issuing.Card",
            "com.stripe.model.issuing.Cardholder",
            "com.stripe.model.issuing.Dispute",
            "com.stripe.model.issuing.Transaction",
            "com.stripe.net.ApiRequestParams",
            "com.stripe.net.ApiResource",
            "com.stripe.param.AccountCreateParams",
            "com.stripe.param.AccountLinkCreateParams",
            "com.stripe.param.BalanceTransactionListParams",
            "com.stripe.param.DisputeListParams",
            "com.stripe.param.RefundCreateParams",
            "com.stripe.param.RefundListParams",
            "com.stripe.param.TransferCreateParams",
            "com.stripe.param.TransferListParams",
            "com.stripe.param.checkout.SessionCreateParams",
            "com.stripe.param.checkout.SessionRetrieveParams"
        })
final class StripeReflection {

    private StripeReflection() {}
}
