package io.guildhall.wire.event;

import static io.guildhall.wire.id.OpenBountyIds.BOUNTY;
import static io.guildhall.wire.id.OpenBountyIds.OPERATOR;
import static io.guildhall.wire.id.OpenBountyIds.PAYMENT;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payee.PayeeEvent;
import io.guildhall.domain.payee.PayeeEvent.PayoutDestinationChanged;
import io.guildhall.domain.payment.PaymentEvent;
import io.guildhall.domain.payment.PaymentEvent.ChargebackReversed;
import io.guildhall.domain.payment.PaymentEvent.PaymentChargedBack;
import io.guildhall.domain.payment.PaymentEvent.PaymentEnded;
import io.guildhall.domain.payment.PaymentEvent.PaymentReceived;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.shared.DomainEvent;
import java.util.UUID;

/** What happened to payments into the house and to payees' accounts, as JSON. */
final class PaymentEventJson {

    private PaymentEventJson() {}

    static Draft encode(PaymentEvent event) {
        return switch (event) {
            case PaymentReceived(var _, var _, var amount, var bounty) ->
                    about("payment.received", event)
                            .money("amount", amount)
                            .idIfAny("bounty_id", BOUNTY, bounty == null ? null : bounty.value());
            case PaymentEnded(var _, var _, var reason) ->
                    about("payment.ended", event).text("reason", reason);
            case PaymentChargedBack(var _, var _, var taken) ->
                    about("payment.charged_back", event).money("taken", taken);
            case ChargebackReversed(var _, var _, var returned) ->
                    about("payment.chargeback_reversed", event).money("returned", returned);
        };
    }

    static Draft encode(PayeeEvent event) {
        return switch (event) {
            case PayoutDestinationChanged(var operator, var usableFrom) ->
                    Draft.of("payee.destination_changed")
                            .id("operator_id", OPERATOR, operator.value())
                            .instant("usable_from", usableFrom);
        };
    }

    static DomainEvent decode(String kind, Fields fields) {
        var operator = new OperatorId(fields.id("operator_id", OPERATOR));
        if (kind.equals("payee.destination_changed")) {
            return new PayoutDestinationChanged(operator, fields.instant("usable_from"));
        }
        var payment = new PaymentId(fields.id("payment_id", PAYMENT));
        return switch (kind) {
            case "payment.received" -> {
                UUID bounty = fields.idIfAny("bounty_id", BOUNTY);
                yield new PaymentReceived(
                        payment,
                        operator,
                        fields.money("amount"),
                        bounty == null ? null : new BountyId(bounty));
            }
            case "payment.ended" -> new PaymentEnded(payment, operator, fields.text("reason"));
            case "payment.charged_back" ->
                    new PaymentChargedBack(payment, operator, fields.money("taken"));
            case "payment.chargeback_reversed" ->
                    new ChargebackReversed(payment, operator, fields.money("returned"));
            default -> throw EventJson.unknown(kind);
        };
    }

    private static Draft about(String kind, PaymentEvent event) {
        return Draft.of(kind)
                .id("payment_id", PAYMENT, event.payment().value())
                .id("operator_id", OPERATOR, event.payer().value());
    }
}
