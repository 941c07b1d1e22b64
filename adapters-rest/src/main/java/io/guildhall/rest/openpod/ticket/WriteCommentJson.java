package io.guildhall.rest.openpod.ticket;

import io.guildhall.application.workspace.ticket.CommentOnTicket;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.workspace.ticket.TicketId;
import io.guildhall.rest.openbounty.Given;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody wants to say to a ticket. */
@Schema(name = "WriteComment")
public record WriteCommentJson(
        @Schema(required = true, examples = "Implemented the auth endpoint. PR ready for review.")
                @Nullable String content) {

    CommentOnTicket.Command command(Caller caller, TicketId ticket) {
        return new CommentOnTicket.Command(caller, ticket, Given.text(content));
    }
}
