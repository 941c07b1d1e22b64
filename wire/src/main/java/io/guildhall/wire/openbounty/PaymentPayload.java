package io.guildhall.wire.openbounty;

import static io.guildhall.wire.id.OpenBountyIds.BOUNTY;
import static io.guildhall.wire.id.OpenBountyIds.OPERATOR;
import static io.guildhall.wire.id.OpenBountyIds.PAYMENT;

import io.guildhall.domain.payee.PayeeEvent;
import io.guildhall.domain.payee.PayeeEvent.PayoutDestinationChanged;
import io.guildhall.domain.payment.PaymentEvent;
import io.guildhall.domain.payment.PaymentEvent.ChargebackReversed;
import io.guildhall.domain.payment.PaymentEvent.PaymentChargedBack;
import io.guildhall.domain.payment.PaymentEvent.PaymentEnded;
import io.guildhall.domain.payment.PaymentEvent.PaymentReceived;
import io.guildhall.wire.event.Draft;

/** What this door tells of payments into the house and of payees' accounts. */
final class PaymentPayload {

    private PaymentPayload() {}

    static Draft of(PaymentEvent event) {
        return switch (event) {
            case PaymentReceived(var _, var _, var amount, var bounty) ->
                    about("payment.received", event)
                            .cents("amount", amount)
                            .idIfAny("bounty_id", BOUNTY, bounty == null ? null : bounty.value());
            case PaymentEnded(var _, var _, var reason) ->
                    about("payment.ended", event).text("reason", reason);
            case PaymentChargedBack(var _, var _, var taken) ->
                    about("payment.charged_back", event).cents("taken", taken);
            case ChargebackReversed(var _, var _, var returned) ->
                    about("payment.chargeback_reversed", event).cents("returned", returned);
        };
    }

    static Draft of(PayeeEvent event) {
        return switch (event) {
            case PayoutDestinationChanged(var operator, var usableFrom) ->
                    Draft.of("payee.destination_changed")
                            .id("operator_id", OPERATOR, operator.value())
                            .instant("usable_from", usableFrom);
        };
    }

    private static Draft about(String word, PaymentEvent event) {
        return Draft.of(word)
                .id("payment_id", PAYMENT, event.payment().value())
                .id("operator_id", OPERATOR, event.payer().value());
    }
}
