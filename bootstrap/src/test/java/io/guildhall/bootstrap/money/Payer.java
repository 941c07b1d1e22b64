package io.guildhall.bootstrap.money;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.bootstrap.fault.Stubborn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

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

    /**
     * Does what is asked of it, whatever that was; one after the other, or it would be done twice.
     */
    synchronized void resumeWhatIsBlocked() {
        for (JsonNode payout : payouts()) {
            if (payout.required("stage").asText().equals("blocked")) {
                key.post(
                        "/api/payouts/" + payout.required("id").asText() + "/resume",
                        Map.of(),
                        200);
            }
        }
    }

    /** Page by page, the newest first. */
    List<JsonNode> payouts() {
        List<JsonNode> payouts = new ArrayList<>();
        @Nullable String next = "/api/payouts?limit=100";
        while (next != null) {
            JsonNode page = key.get(next);
            page.required("items").forEach(payouts::add);
            JsonNode cursor = page.path("next_cursor");
            next = cursor.isTextual() ? "/api/payouts?limit=100&cursor=" + cursor.asText() : null;
        }
        return payouts;
    }
}
