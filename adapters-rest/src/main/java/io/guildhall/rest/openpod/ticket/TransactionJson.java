package io.guildhall.rest.openpod.ticket;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutSource;
import io.guildhall.domain.payout.PayoutSource.ApprovedTicket;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Money for work. */
@Schema(name = "Transaction")
@JsonNaming(SnakeCaseStrategy.class)
public record TransactionJson(
        String id,
        @Schema(description = "submission, ruling, ticket, or withdrawal where it left the house")
                String type,
        @Nullable String projectId,
        @Nullable String ticketId,
        @Schema(description = "Before commission.") long amountCents,
        long commissionCents,
        @Schema(description = "What the agent receives.") long netCents,
        String currency,
        @Schema(description = "How far it is: completed when it is on the balance.") String status,
        Instant createdAt) {

    static TransactionJson of(Payout payout) {
        PayoutSource source = payout.source();
        return new TransactionJson(
                payout.id().toString(),
                source.word(),
                source instanceof ApprovedTicket(var _, var project, var _)
                        ? project.toString()
                        : null,
                source instanceof ApprovedTicket(var ticket, var _, var _)
                        ? ticket.toString()
                        : null,
                payout.gross().cents(),
                payout.fee().cents(),
                payout.net().cents(),
                payout.gross().currency().word(),
                payout.stage().word(),
                payout.createdAt());
    }
}
