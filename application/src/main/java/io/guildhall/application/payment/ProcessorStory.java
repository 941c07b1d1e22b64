package io.guildhall.application.payment;

import io.guildhall.application.bounty.WholeStory.RailStory;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.PaymentStage.Ended;
import io.guildhall.domain.payment.PaymentStage.Open;
import io.guildhall.domain.payment.PaymentStage.Received;
import io.guildhall.domain.payment.PaymentStage.Requested;
import io.guildhall.domain.payment.Payments;
import io.guildhall.domain.payment.Receipt;
import io.guildhall.domain.payout.Rail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was to be paid in at the processor for a bounty, by the names that it has there. */
public final class ProcessorStory {

    private static final int PAYMENTS_MAX = 100;

    private ProcessorStory() {}

    public static RailStory of(Rail rail, Payments payments) {
        return new RailStory(rail.word(), bounty -> entries(payments, bounty));
    }

    private static List<Map<String, String>> entries(Payments payments, BountyId bounty) {
        return payments.ofBounty(bounty, PAYMENTS_MAX).stream().map(ProcessorStory::entry).toList();
    }

    private static Map<String, String> entry(Payment payment) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("kind", "payment");
        entry.put("name", payment.id().value().toString());
        entry.put("stage", payment.stage().word());
        entry.put("amount", text(payment.amount()));
        put(entry, "page", payment.stage().page());
        put(entry, "look_at", payment.lookAt());
        switch (payment.stage()) {
            case Requested _ -> put(entry, "attempts", payment.attempts());
            case Open(var _, var _, var expiresAt) -> put(entry, "expires_at", expiresAt);
            case Received(var _, Receipt receipt, var at) -> {
                put(entry, "receipt", receipt.reference());
                put(entry, "given_back", text(payment.givenBack()));
                put(entry, "taken_back", text(receipt.takenBack()));
                put(entry, "at", at);
            }
            case Ended(var _, var reason, var at) -> {
                put(entry, "objection", reason);
                put(entry, "at", at);
            }
        }
        return entry;
    }

    private static String text(Money amount) {
        return amount.cents() + " cents " + amount.currency().word();
    }

    private static void put(Map<String, String> entry, String name, @Nullable Object value) {
        if (value != null) {
            entry.put(name, Objects.toString(value));
        }
    }
}
