package io.guildhall.payments.stripe;

import com.stripe.model.Balance;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.BalanceTransactionSource;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.model.Transfer;
import com.stripe.param.BalanceTransactionListParams;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.rail.RailBooks;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stripe's balance and its balance transactions. */
public final class StripeBooks implements RailBooks {

    private static final long LINES_AT_ONCE = 100;

    private final StripeConnection stripe;

    public StripeBooks(StripeSettings settings) {
        this.stripe = new StripeConnection(settings);
    }

    @Override
    public Money held(Currency currency) {
        return StripeConnection.orUnavailable(
                stripe.ask((services, options) ->
                        held(services.balance().retrieve(options), currency)));
    }

    private static Money held(Balance balance, Currency currency) {
        long cents = 0;
        for (Balance.Available part : balance.getAvailable()) {
            cents += part.getCurrency().equals(currency.word()) ? part.getAmount() : 0;
        }
        for (Balance.Pending part : balance.getPending()) {
            cents += part.getCurrency().equals(currency.word()) ? part.getAmount() : 0;
        }
        return Money.cents(cents, currency);
    }

    @Override
    public Lines lines(Currency currency, @Nullable String after) {
        var params =
                BalanceTransactionListParams.builder()
                        .setCurrency(currency.word())
                        .setLimit(LINES_AT_ONCE)
                        .addExpand("data.source");
        if (after != null) {
            params.setStartingAfter(after);
        }
        return StripeConnection.orUnavailable(
                stripe.ask((services, options) ->
                        lines(
                                services.balanceTransactions().list(params.build(), options),
                                currency)));
    }

    private static Lines lines(StripeCollection<BalanceTransaction> page, Currency currency) {
        return new Lines(
                page.getData().stream().map(line -> line(line, currency)).toList(),
                page.getHasMore());
    }

    private static Line line(BalanceTransaction booked, Currency currency) {
        return new Line(
                booked.getId(),
                booked.getType(),
                Money.cents(booked.getNet(), currency),
                mark(booked.getSourceObject()));
    }

    private static @Nullable Mark mark(@Nullable BalanceTransactionSource source) {
        return switch (source) {
            case Charge charge -> {
                Mark known =
                        id(
                                charge.getMetadata(),
                                StripeCheckout.PAYMENT,
                                id -> new Mark.OfPayment(new PaymentId(id)));
                yield known == null ? receipt(charge.getPaymentIntent()) : known;
            }
            case Transfer transfer -> payout(transfer.getMetadata());
            case Refund refund -> payout(refund.getMetadata());
            case Dispute dispute -> receipt(dispute.getPaymentIntent());
            case null, default -> null;
        };
    }

    private static @Nullable Mark payout(@Nullable Map<String, String> metadata) {
        return id(
                metadata, StripePaymentProvider.PAYOUT, id -> new Mark.OfPayout(new PayoutId(id)));
    }

    private static @Nullable Mark receipt(@Nullable String intent) {
        return intent == null ? null : new Mark.OfReceipt(intent);
    }

    private static @Nullable Mark id(
            @Nullable Map<String, String> metadata, String name, Function<UUID, Mark> mark) {
        String text = metadata == null ? null : metadata.get(name);
        try {
            return text == null ? null : mark.apply(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
