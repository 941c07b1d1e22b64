package io.guildhall.rest.openpod.ticket;

import io.guildhall.application.workspace.ticket.AnswerTicket;
import io.guildhall.domain.payout.Payout;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of an answer. */
@Schema(name = "AnsweredTicket")
public record AnsweredTicketJson(
        TicketJson ticket,
        @Schema(description = "Null unless the work was approved.")
                @Nullable TransactionJson transaction) {

    static AnsweredTicketJson of(AnswerTicket.Answered answered) {
        Payout payout = answered.payout();
        return new AnsweredTicketJson(
                TicketJson.of(answered.ticket()),
                payout == null ? null : TransactionJson.of(payout));
    }
}
