package io.guildhall.bootstrap.money;

import io.guildhall.domain.loopback.FreePort;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.payments.stripe.StripeStub;
import io.guildhall.payments.stripe.StripeStub.Trouble;
import io.guildhall.wire.id.OpenBountyIds;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** A Stripe that outlives the service: payers pay there, it breaks down, and it tells of itself. */
final class StripeOutside implements AutoCloseable {

    private static final Trouble[] TROUBLES = Trouble.values();

    private final int port = FreePort.find();
    private final StripeStub stub = StripeStub.at(port);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final AtomicInteger events = new AtomicInteger();

    /** The settings of a service whose money it moves. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("GUILDHALL_STRIPE_SECRET_KEY", StripeStub.KEY);
        environment.put("GUILDHALL_STRIPE_WEBHOOK_SECRET", StripeStub.WEBHOOK_SECRET);
        environment.put("GUILDHALL_STRIPE_COUNTRY", "US");
        environment.put("GUILDHALL_STRIPE_PUBLIC_URL", "http://127.0.0.1:8080");
        environment.put("GUILDHALL_STRIPE_API_URL", "http://127.0.0.1:" + port);
        environment.put("GUILDHALL_STRIPE_TIME_LIMIT", "5s");
        return environment;
    }

    StripeStub stub() {
        return stub;
    }

    /** With half of the questions something goes wrong. */
    void breakDown(Random chance) {
        if (chance.nextBoolean()) {
            stub.next(TROUBLES[chance.nextInt(TROUBLES.length)]);
        }
    }

    /** Its owner has said all that is wanted; what is told of it. */
    String complete(String account) {
        return stub.there(there -> {
            there.complete(account, "bank-of-" + account);
            return there.event("evt_" + events.incrementAndGet(), "account.updated", account);
        });
    }

    void pay(String payment) {
        stub.there(there -> {
            there.pay(there.sessionOf(key(payment)));
            return there;
        });
    }

    void expire(String payment) {
        stub.there(there -> {
            there.expire(there.sessionOf(key(payment)));
            return there;
        });
    }

    void dispute(String payment) {
        stub.there(there -> {
            there.dispute(there.sessionOf(key(payment)));
            return there;
        });
    }

    /** The payer's bank does not take a refund; false when there is none yet that it could have. */
    boolean bounce(String payout) {
        PayoutId refund = payout(payout);
        return stub.there(there -> {
            boolean sent = there.outgoing().isRefunded(refund);
            if (sent) {
                there.outgoing().failRefund(refund);
            }
            return sent;
        });
    }

    /** How often money moved, and stayed away, for each payout. */
    Map<PayoutId, Long> moved() {
        return stub.there(there -> there.outgoing().moved());
    }

    String eventOf(String payment) {
        return stub.there(there ->
                there.event(
                        "evt_" + events.incrementAndGet(),
                        "checkout.session.updated",
                        there.sessionOf(key(payment))));
    }

    /** Once; whether anybody hears it is not known. */
    void tell(URI service, String event) {
        HttpRequest request =
                HttpRequest.newBuilder(service.resolve("/api/payments/stripe/webhook"))
                        .timeout(Duration.ofSeconds(10))
                        .header("Content-Type", "application/json")
                        .header("Stripe-Signature", StripeStub.signature(event, Instant.now()))
                        .POST(BodyPublishers.ofString(event))
                        .build();
        try {
            http.send(request, BodyHandlers.discarding());
        } catch (IOException unheard) {
            // What it does not hear the service asks for by itself.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static PayoutId payout(String shown) {
        return new PayoutId(OpenBountyIds.PAYOUT.off(shown).orElseThrow());
    }

    /** Under which Stripe knows it. */
    private static String key(String payment) {
        return new PaymentId(OpenBountyIds.PAYMENT.off(payment).orElseThrow()).toString();
    }

    @Override
    public void close() {
        http.close();
        stub.close();
    }
}
