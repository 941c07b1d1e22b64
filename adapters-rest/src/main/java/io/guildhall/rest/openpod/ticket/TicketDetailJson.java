package io.guildhall.rest.openpod.ticket;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.guildhall.application.workspace.ticket.ViewTickets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A ticket with what was said to it, the latest at the end. */
@Schema(name = "TicketDetail")
public record TicketDetailJson(
        @JsonUnwrapped TicketJson ticket,
        @Schema(description = "The latest hundred.") List<CommentJson> comments) {

    static TicketDetailJson of(ViewTickets.Detail detail) {
        return new TicketDetailJson(
                TicketJson.of(detail.ticket()),
                detail.comments().stream().map(CommentJson::of).toList());
    }
}
