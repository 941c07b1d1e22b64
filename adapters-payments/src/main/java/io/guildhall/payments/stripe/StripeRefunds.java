package io.guildhall.payments.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundListParams;
import com.stripe.service.V1Services;
import io.guildhall.domain.payout.PayoutId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refunds of a payment at Stripe. It makes one at once, and may learn days later that the payer's
 * bank does not take it: then it has failed, and the money is with Stripe again.
 */
final class StripeRefunds {

    private static final long MAX = 100;
    private static final Pattern WORD = Pattern.compile("[a-z_]{1,60}");

    private StripeRefunds() {}

    /** The newest of that payment. */
    static List<Refund> of(String receipt, V1Services services, RequestOptions options)
            throws StripeException {
        var params = RefundListParams.builder().setPaymentIntent(receipt).setLimit(MAX).build();
        return services.refunds().list(params, options).getData();
    }

    static boolean hasFailed(Refund refund) {
        return "failed".equals(refund.getStatus()) || "canceled".equals(refund.getStatus());
    }

    /** Those payouts of which no refund stands, with Stripe's word for why. */
    static Map<PayoutId, String> bounced(List<Refund> refunds) {
        Map<PayoutId, String> failed = new HashMap<>();
        Set<PayoutId> standing = new HashSet<>();
        for (Refund refund : refunds) {
            PayoutId payout = payout(refund.getMetadata());
            if (payout != null && hasFailed(refund)) {
                failed.putIfAbsent(payout, reason(refund));
            } else if (payout != null) {
                standing.add(payout);
            }
        }
        // One that failed once may have been made again under another key.
        failed.keySet().removeAll(standing);
        return failed;
    }

    static String reason(Refund refund) {
        String word = refund.getFailureReason();
        return word != null && WORD.matcher(word).matches() ? "refund_" + word : "refund_failed";
    }

    private static @Nullable PayoutId payout(@Nullable Map<String, String> metadata) {
        String text = metadata == null ? null : metadata.get(StripePaymentProvider.PAYOUT);
        try {
            return text == null ? null : new PayoutId(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            // Somebody else's, made at the same account of ours.
            return null;
        }
    }
}
