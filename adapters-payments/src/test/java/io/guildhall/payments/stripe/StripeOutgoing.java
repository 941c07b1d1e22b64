package io.guildhall.payments.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.domain.payout.PayoutId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What leaves the stub's account: transfers to payees, and refunds to payers. */
public final class StripeOutgoing {

    private final StripeLedger ledger;

    StripeOutgoing(StripeLedger ledger) {
        this.ledger = ledger;
    }

    /** How often money moved, and stayed away, for each of our payouts. */
    public Map<PayoutId, Long> moved() {
        return Stream.concat(
                        ledger.all("transfer", _ -> true).stream(),
                        ledger.all("refund", StripeOutgoing::stands).stream())
                .collect(
                        Collectors.groupingBy(
                                moved ->
                                        new PayoutId(
                                                UUID.fromString(
                                                        moved.path("metadata")
                                                                .path(StripePaymentProvider.PAYOUT)
                                                                .asText())),
                                Collectors.counting()));
    }

    public long transfers() {
        return ledger.all("transfer", _ -> true).size();
    }

    public long refunds() {
        return ledger.all("refund", _ -> true).size();
    }

    /** The payer's bank does not take it, days after Stripe has sent it. */
    public void failRefund(PayoutId payout) {
        ObjectNode refund =
                ledger.all("refund", one -> isOf(payout, one) && stands(one)).getFirst();
        long amount = refund.path("amount").asLong();
        ObjectNode charge = ledger.get(refund.path("charge").asText());
        charge.put("amount_refunded", charge.path("amount_refunded").asLong() - amount);
        ObjectNode back = ledger.book("refund_failure", refund.path("id").asText(), amount, 0);
        refund.put("status", "failed")
                .put("failure_reason", "expired_or_canceled_card")
                .put("failure_balance_transaction", back.path("id").asText());
    }

    /** The id of the refund that carries out a payout of ours. */
    public String refundOf(PayoutId payout) {
        return ledger.all("refund", one -> isOf(payout, one)).getFirst().path("id").asText();
    }

    public boolean isRefunded(PayoutId payout) {
        return !ledger.all("refund", one -> isOf(payout, one) && stands(one)).isEmpty();
    }

    ObjectNode refundsOf(String intent) {
        if (ledger.find(intent).isEmpty()) {
            throw new StripeAccount.Refusal(404, "resource_missing");
        }
        return StripeLedger.list(
                "/v1/refunds",
                ledger.all("refund", one -> one.path("payment_intent").asText().equals(intent)),
                false);
    }

    ObjectNode transfer(ObjectNode form) {
        ObjectNode payee =
                ledger.find(form.path("destination").asText())
                        .orElseThrow(() -> new StripeAccount.Refusal(400, "resource_missing"));
        if (!payee.path("capabilities").path("transfers").asText().equals("active")) {
            throw new StripeAccount.Refusal(400, "insufficient_capabilities_for_transfer");
        }
        long amount = form.path("amount").asLong();
        if (ledger.balance() < amount) {
            throw new StripeAccount.Refusal(400, "balance_insufficient");
        }
        ObjectNode transfer = ledger.make("transfer", "tr");
        String id = transfer.path("id").asText();
        transfer.put("amount", amount)
                .put("currency", "usd")
                .put("destination", form.path("destination").asText())
                .put("transfer_group", form.path("transfer_group").asText())
                .set("metadata", form.path("metadata"));
        transfer.set(
                "reversals", StripeLedger.list("/v1/transfers/" + id, List.<JsonNode>of(), false));
        transfer.put(
                "balance_transaction", ledger.book("transfer", id, -amount, 0).path("id").asText());
        return transfer;
    }

    ObjectNode refund(ObjectNode form) {
        String intentId = form.path("payment_intent").asText();
        ObjectNode intent =
                ledger.find(intentId)
                        .orElseThrow(() -> new StripeAccount.Refusal(400, "resource_missing"));
        ObjectNode charge = ledger.get(intent.path("latest_charge").asText());
        long amount = form.path("amount").asLong();
        if (charge.path("disputed").asBoolean()) {
            throw new StripeAccount.Refusal(400, "charge_disputed");
        }
        if (charge.path("amount_refunded").asLong() + amount > charge.path("amount").asLong()) {
            throw new StripeAccount.Refusal(400, "charge_already_refunded");
        }
        charge.put("amount_refunded", charge.path("amount_refunded").asLong() + amount);
        ObjectNode refund = ledger.make("refund", "re");
        String id = refund.path("id").asText();
        refund.put("amount", amount)
                .put("currency", "usd")
                .put("status", "succeeded")
                .put("payment_intent", intentId)
                .put("charge", charge.path("id").asText())
                .set("metadata", form.path("metadata"));
        refund.put(
                "balance_transaction", ledger.book("refund", id, -amount, 0).path("id").asText());
        return refund;
    }

    private static boolean isOf(PayoutId payout, ObjectNode moved) {
        return moved.path("metadata")
                .path(StripePaymentProvider.PAYOUT)
                .asText()
                .equals(payout.toString());
    }

    private static boolean stands(ObjectNode refund) {
        return !refund.path("status").asText().equals("failed");
    }
}
