package io.guildhall.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Ports;
import io.guildhall.application.payment.MoneyChaos;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.payments.stripe.StripeStub.Trouble;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Money and chance, beside Stripe: every call of ours goes over the wire, and may break there. */
class StripeChaosTest extends MoneyChaos {

    @Override
    protected World world() {
        return new AtStripe();
    }

    private static final class AtStripe implements World {

        private final InMemoryGuildhall guildhall = new InMemoryGuildhall();
        private final StripeStub stripe = StripeStub.start();
        private final Ports ports;

        AtStripe() {
            StripeSettings settings = stripe.settings();
            ports =
                    guildhall.portsOn(
                            new StripePaymentProvider(settings),
                            new StripeCheckout(settings),
                            new StripeOnboarding(settings),
                            new StripeNoticeReader(settings, guildhall.clock),
                            new StripeBooks(settings));
            stripe.account().at(guildhall.clock.instant());
        }

        @Override
        public InMemoryGuildhall guildhall() {
            return guildhall;
        }

        @Override
        public Ports ports() {
            return ports;
        }

        @Override
        public void complete(String account) {
            stripe.account().complete(account, "print");
        }

        @Override
        public boolean hasPage(Payment payment) {
            return payment.stage().page() != null;
        }

        @Override
        public void pay(Payment payment) {
            stripe.account().pay(page(payment));
        }

        @Override
        public void expire(Payment payment) {
            stripe.account().expire(page(payment));
        }

        @Override
        public void chargeBack(Payment payment) {
            stripe.account().dispute(page(payment));
        }

        @Override
        public void reverseChargeback(Payment payment) {
            stripe.account().winDispute(page(payment));
        }

        @Override
        public boolean isRefunded(PayoutId refund) {
            return stripe.account().outgoing().isRefunded(refund);
        }

        @Override
        public void bounce(PayoutId refund) {
            stripe.account().outgoing().failRefund(refund);
        }

        @Override
        public void trouble(Random chance) {
            Trouble[] all = Trouble.values();
            stripe.next(all[chance.nextInt(all.length)]);
        }

        @Override
        public void recover() {
            stripe.recover();
        }

        @Override
        public void dayPasses() {
            stripe.forgetKeys();
            stripe.account().at(guildhall.clock.instant());
            stripe.account().expireAll();
        }

        @Override
        public String notice(int id, Payment payment) {
            return stripe.account().event("evt_" + id, "checkout.session.updated", page(payment));
        }

        @Override
        public String signature(String notice) {
            return StripeStub.signature(notice, guildhall.clock.instant());
        }

        @Override
        public Map<PayoutId, Long> moved() {
            return stripe.account().outgoing().moved();
        }

        @Override
        public void close() {
            assertThat(stripe.complaints()).isEmpty();
            stripe.close();
        }

        private static String page(Payment payment) {
            return Objects.requireNonNull(payment.stage().page());
        }
    }
}
