package io.guildhall.domain.payment;

import io.guildhall.domain.money.Money;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.Rail;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * The way into the house for money. Never called inside a unit of work.
 *
 * <p>Opening is idempotent by the payment's id: however often it is asked, there is one page, and
 * its payer can pay it once.
 */
public interface Checkout {

    Rail rail();

    Limits limits();

    Standing open(Request request);

    /** How it stands with the page of that reference. */
    Standing look(String reference);

    /** What one payment may be, in cents. */
    record Limits(long centsMin, long centsMax) {}

    /**
     * @param purpose what the payer reads at the page
     * @param group by which the rail shows together what belongs together
     */
    record Request(PaymentId key, Money amount, String purpose, String group) {}

    /** What the rail says; no clear answer is {@link Unknown}, which is not a failure. */
    sealed interface Standing {

        /** Its payer can pay it there until then. */
        record Waiting(String reference, URI url, Instant expiresAt) implements Standing {}

        /** The payer has paid, and the rail waits for the payer's bank. */
        record Processing() implements Standing {}

        /**
         * @param bounced refunds of it that did not arrive, with what the rail says why: their
         *     money is with the rail again
         */
        record Paid(Receipt receipt, Map<PayoutId, String> bounced) implements Standing {

            public Paid {
                bounced = Map.copyOf(bounced);
            }

            public Paid(Receipt receipt) {
                this(receipt, Map.of());
            }
        }

        /** Nothing came, and nothing will. */
        record Over(String reason) implements Standing {}

        record Unknown(String reason) implements Standing {}
    }
}
