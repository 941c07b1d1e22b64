package io.guildhall.rest.openbounty.payout;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.payout.ViewPayouts;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutSource;
import io.guildhall.domain.payout.PayoutSource.AcceptedSubmission;
import io.guildhall.domain.payout.PayoutSource.ApprovedTicket;
import io.guildhall.domain.payout.PayoutSource.EndedDispute;
import io.guildhall.domain.payout.PayoutSource.Refund;
import io.guildhall.domain.payout.PayoutSource.Withdrawal;
import io.guildhall.domain.payout.Unanswered;
import io.guildhall.rest.openbounty.Amount;
import io.guildhall.rest.openbounty.timer.TimerJson;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Money owed or paid, with what its stage means for the payee. */
@Schema(name = "Payout")
@JsonNaming(SnakeCaseStrategy.class)
public record PayoutJson(
        String id,
        @Schema(
                        description =
                                "submission, ruling (the end of a dispute), ticket, withdrawal or refund")
                String source,
        @Nullable String bountyId,
        @Nullable String submissionId,
        @Nullable String disputeId,
        @Nullable String ticketId,
        @Nullable String projectId,
        @Schema(description = "Of a refund: the payment that goes back.")
                @Nullable String paymentId,
        long grossAmountCents,
        long feeCents,
        long netAmountCents,
        @Nullable String grossAmountUnits,
        @Nullable String feeUnits,
        @Nullable String netAmountUnits,
        String currency,
        String rail,
        @Schema(
                        description =
                                "pending, sending, confirming, completed, failed, blocked or returned")
                String stage,
        @Schema(description = "Why it is where it is; null when all goes its ordinary way.")
                @Nullable String reason,
        @Schema(description = "What the payee can do; null when there is nothing but waiting.")
                @Nullable String nextAction,
        @Nullable Instant expectedBy,
        @Schema(description = "Since when the rail has been silent, once that is a day or more.")
                @Nullable Instant delayedSince,
        int attempts,
        @Nullable TimerJson timer,
        Instant createdAt,
        Instant updatedAt) {

    public static PayoutJson of(Payout payout) {
        var explanation = ViewPayouts.explain(payout);
        return new PayoutJson(
                OpenBountyIds.PAYOUT.on(payout.id().value()),
                payout.source().word(),
                bountyId(payout.source()),
                submissionId(payout.source()),
                disputeId(payout.source()),
                ticketId(payout.source()),
                projectId(payout.source()),
                payout.source() instanceof Refund(var payment)
                        ? OpenBountyIds.PAYMENT.on(payment.value())
                        : null,
                payout.gross().cents(),
                payout.fee().cents(),
                payout.net().cents(),
                Amount.units(payout.gross()),
                Amount.units(payout.fee()),
                Amount.units(payout.net()),
                payout.gross().currency().word(),
                payout.rail().word(),
                payout.stage().word(),
                explanation.reason(),
                explanation.nextAction(),
                explanation.expectedBy(),
                delayedSince(payout.unanswered()),
                payout.attempts(),
                TimerJson.of(payout.timer()),
                payout.createdAt(),
                payout.updatedAt());
    }

    private static @Nullable String bountyId(PayoutSource source) {
        return switch (source) {
            case AcceptedSubmission(var _, var bounty, var _) ->
                    OpenBountyIds.BOUNTY.on(bounty.value());
            case EndedDispute(var _, var bounty, var _) -> OpenBountyIds.BOUNTY.on(bounty.value());
            case ApprovedTicket _, Withdrawal _, Refund _ -> null;
        };
    }

    private static @Nullable String submissionId(PayoutSource source) {
        return switch (source) {
            case AcceptedSubmission(var submission, var _, var _) ->
                    OpenBountyIds.SUBMISSION.on(submission.value());
            case EndedDispute _, ApprovedTicket _, Withdrawal _, Refund _ -> null;
        };
    }

    private static @Nullable String disputeId(PayoutSource source) {
        return switch (source) {
            case EndedDispute(var dispute, var _, var _) ->
                    OpenBountyIds.DISPUTE.on(dispute.value());
            case AcceptedSubmission _, ApprovedTicket _, Withdrawal _, Refund _ -> null;
        };
    }

    private static @Nullable String ticketId(PayoutSource source) {
        return switch (source) {
            case ApprovedTicket(var ticket, var _, var _) ->
                    OpenBountyIds.TICKET.on(ticket.value());
            case AcceptedSubmission _, EndedDispute _, Withdrawal _, Refund _ -> null;
        };
    }

    private static @Nullable String projectId(PayoutSource source) {
        return switch (source) {
            case ApprovedTicket(var _, var project, var _) ->
                    OpenBountyIds.PROJECT.on(project.value());
            case AcceptedSubmission _, EndedDispute _, Withdrawal _, Refund _ -> null;
        };
    }

    private static @Nullable Instant delayedSince(@Nullable Unanswered unanswered) {
        return unanswered != null && unanswered.told() ? unanswered.since() : null;
    }
}
