package io.guildhall.application.payment;

import io.guildhall.application.ledger.InTransit;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.PayoutSource.Refund;
import io.guildhall.domain.payout.Payouts;
import io.guildhall.domain.shared.Decision;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Refunds that the rail had made and that did not arrive: their money is on the payer's balance
 * again, and its payment's to be given back once more.
 */
final class BouncedRefunds {

    private final UseCaseContext context;
    private final Payouts payouts;
    private final InTransit inTransit;

    BouncedRefunds(Payouts payouts, Ledger ledger, UseCaseContext context) {
        this.context = context;
        this.payouts = payouts;
        this.inTransit = new InTransit(ledger, context.ids());
    }

    /**
     * Takes back what is not taken back already.
     *
     * @return the payment, of which so much less is given back
     */
    Payment take(Payment payment, Map<PayoutId, String> bounced, Instant now) {
        Payment left = payment;
        for (var bounce : bounced.entrySet()) {
            Optional<Payout> refund =
                    payouts.find(bounce.getKey())
                            .filter(found ->
                                    found.source() instanceof Refund(var of)
                                            && of.equals(payment.id()));
            // One that is not told to have gone yet is refused, and its payment is looked at again
            // once it is.
            if (refund.isPresent()
                    && refund.get().bounce(bounce.getValue(), now)
                            instanceof Decision.Accepted<Payout>(var returned, var events)) {
                Payout saved = payouts.save(returned);
                inTransit.bounced(saved, now);
                context.outbox().publish(events, now);
                left = left.keep(saved.net(), now).orThrow().state();
            }
        }
        return left;
    }
}
