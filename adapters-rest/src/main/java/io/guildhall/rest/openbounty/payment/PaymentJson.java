package io.guildhall.rest.openbounty.payment;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.PaymentStage;
import io.guildhall.domain.payment.PaymentStage.Ended;
import io.guildhall.domain.payment.PaymentStage.Open;
import io.guildhall.domain.payment.PaymentStage.Received;
import io.guildhall.domain.payment.PaymentStage.Requested;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Money that an operator brings in, with what its stage means for the payer. */
@Schema(name = "Payment")
@JsonNaming(SnakeCaseStrategy.class)
public record PaymentJson(
        String id,
        @Schema(description = "The bounty it is to fund; null when it is for the balance.")
                @Nullable String bountyId,
        long amountCents,
        String currency,
        String rail,
        @Schema(description = "requested, open, received or ended") String stage,
        @Schema(description = "Where to pay, while it is open.") @Nullable String checkoutUrl,
        @Schema(description = "Why it ended; null otherwise.") @Nullable String reason,
        @Schema(description = "What the payer can do; null when there is nothing to do.")
                @Nullable String nextAction,
        @Schema(description = "When the next step should have happened; null when it has ended.")
                @Nullable Instant expectedBy,
        @Schema(description = "On its way, or gone, to where it came from.") long givenBackCents,
        @Schema(description = "Taken back by the payer's bank.") long chargedBackCents,
        List<String> allowedActions,
        Instant createdAt,
        Instant updatedAt) {

    public static PaymentJson of(Payment payment) {
        BountyId bounty = payment.bounty();
        PaymentStage stage = payment.stage();
        long taken =
                stage instanceof Received received ? received.receipt().takenBack().cents() : 0;
        long given = payment.givenBack().cents();
        boolean left = payment.amount().cents() - given - taken > 0;
        return new PaymentJson(
                OpenBountyIds.PAYMENT.on(payment.id().value()),
                bounty == null ? null : OpenBountyIds.BOUNTY.on(bounty.value()),
                payment.amount().cents(),
                payment.amount().currency().word(),
                payment.rail().word(),
                stage.word(),
                stage instanceof Open open ? open.url().toString() : null,
                stage instanceof Ended ended ? ended.reason() : null,
                nextAction(stage),
                expectedBy(payment),
                given,
                taken,
                stage instanceof Received && left ? List.of("refund") : List.of(),
                payment.createdAt(),
                payment.updatedAt());
    }

    private static @Nullable String nextAction(PaymentStage stage) {
        return switch (stage) {
            case Requested _ -> "Read it again in a second: its checkout_url is being made";
            case Open _ -> "Pay at its checkout_url";
            case Received _ -> null;
            case Ended _ -> "Ask for another payment, should you still want to pay";
        };
    }

    private static @Nullable Instant expectedBy(Payment payment) {
        return switch (payment.stage()) {
            case Requested _ -> payment.lookAt();
            case Open open -> open.expiresAt();
            case Received _, Ended _ -> null;
        };
    }
}
