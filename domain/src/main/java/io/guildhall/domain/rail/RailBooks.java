package io.guildhall.domain.rail;

import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payout.PayoutId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rail itself has written down of our money. Never called inside a unit of work. */
public interface RailBooks {

    /** All that it holds for us in that currency, what it has not released yet included. */
    Money held(Currency currency);

    /**
     * Newest first.
     *
     * @param after the last line that was read, or null for the beginning
     */
    Lines lines(Currency currency, @Nullable String after);

    record Lines(List<Line> lines, boolean hasMore) {

        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /**
     * @param net by how much it changed what the rail holds
     * @param mark what of ours it is about; null when it does not say
     */
    record Line(String reference, String type, Money net, @Nullable Mark mark) {}

    /** By what a line is known to be ours. */
    sealed interface Mark {
        record OfPayment(PaymentId payment) implements Mark {}

        record OfReceipt(String reference) implements Mark {}

        record OfPayout(PayoutId payout) implements Mark {}
    }
}
