package io.guildhall.persistence.payment;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payment.PaymentStage;
import io.guildhall.domain.payment.PaymentStage.Ended;
import io.guildhall.domain.payment.PaymentStage.Open;
import io.guildhall.domain.payment.PaymentStage.Received;
import io.guildhall.domain.payment.PaymentStage.Requested;
import io.guildhall.domain.payment.Receipt;
import io.guildhall.domain.payout.Rail;
import io.guildhall.persistence.shared.Json;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Words;
import java.net.URI;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where each part of a payment stands in its row. */
final class PaymentMapping {

    /** Of what changes, in the order of {@link #changing}. */
    static final String CHANGING =
            "stage, page, url, expires_at, receipt, fee_units, fee_known, chargebacks, reason,"
                    + " stage_at, given_back, attempts, look_at, updated_at";

    private PaymentMapping() {}

    static List<@Nullable Object> changing(Payment payment) {
        PaymentStage stage = payment.stage();
        Open open = stage instanceof Open is ? is : null;
        Received received = stage instanceof Received is ? is : null;
        Ended ended = stage instanceof Ended is ? is : null;
        Receipt receipt = received == null ? null : received.receipt();
        return Arrays.asList(
                stage.word(),
                stage.page(),
                open == null ? null : open.url().toString(),
                open == null ? null : open.expiresAt(),
                receipt == null ? null : receipt.reference(),
                receipt == null ? 0L : receipt.fee().units(),
                receipt != null && receipt.feeKnown(),
                new Json(
                        ChargebacksJson.encode(
                                receipt == null ? List.of() : receipt.chargebacks())),
                ended == null ? null : ended.reason(),
                received != null ? received.at() : ended == null ? null : ended.at(),
                payment.givenBack().units(),
                payment.attempts(),
                payment.lookAt(),
                payment.updatedAt());
    }

    static Payment read(Row row) throws SQLException {
        Currency currency = Words.parse(Currency.class, row.text("currency"));
        UUID bounty = row.uuidOrNull("bounty_id");
        return new Payment(
                new PaymentId(row.uuid("id")),
                new OperatorId(row.uuid("payer_id")),
                new Money(row.number("units"), currency),
                bounty == null ? null : new BountyId(bounty),
                Words.parse(Rail.class, row.text("rail")),
                stage(row, currency),
                new Money(row.number("given_back"), currency),
                row.integer("attempts"),
                row.instantOrNull("look_at"),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.number("version"));
    }

    private static PaymentStage stage(Row row, Currency currency) throws SQLException {
        String word = row.text("stage");
        return switch (word) {
            case "requested" -> new Requested();
            case "open" ->
                    new Open(
                            row.text("page"),
                            URI.create(row.text("url")),
                            row.instant("expires_at"));
            case "received" ->
                    new Received(
                            row.text("page"),
                            new Receipt(
                                    row.text("receipt"),
                                    new Money(row.number("fee_units"), currency),
                                    row.flag("fee_known"),
                                    ChargebacksJson.decode(row.text("chargebacks"), currency)),
                            row.instant("stage_at"));
            case "ended" ->
                    new Ended(row.textOrNull("page"), row.text("reason"), row.instant("stage_at"));
            default -> throw new IllegalStateException("No payment is " + word);
        };
    }
}
