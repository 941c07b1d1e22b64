package io.guildhall.bootstrap.money;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.bootstrap.fault.Stubborn;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An operator that brings money in and takes some of it out.
 *
 * @param cents what it must have by what it was told
 */
record Payer(Stubborn key, AtomicLong cents) {

    static Payer register(Stubborn anonymous, String name) {
        JsonNode operator =
                anonymous.post(
                        "/api/operators",
                        Map.of("name", name, "email", name + "@example.org"),
                        201);
        return new Payer(anonymous.as(operator), new AtomicLong());
    }

    /** The id of a payment that is asked for. */
    String topUp(long amount) {
        return key.post("/api/balance/top-up", Map.of("amount_cents", amount), 202)
                .required("id")
                .asText();
    }

    JsonNode payment(String payment) {
        return key.get("/api/payments/" + payment);
    }

    /** The id of the payout. */
    String withdraw(long amount) {
        String payout =
                key.post("/api/balance/withdraw", Map.of("amount_cents", amount), 201)
                        .required("id")
                        .asText();
        cents.addAndGet(-amount);
        return payout;
    }

    /** The id of the payout. */
    String refund(String payment, long amount) {
        String payout =
                key.post(
                                "/api/payments/" + payment + "/refund",
                                Map.of("amount_cents", amount),
                                201)
                        .required("id")
                        .asText();
        cents.addAndGet(-amount);
        return payout;
    }

    long available() {
        for (JsonNode balance : key.get("/api/balance").required("balances")) {
            if (balance.required("currency").asText().equals("usd")) {
                return balance.required("available_cents").asLong();
            }
        }
        throw new AssertionError("A balance has usd");
    }
}
