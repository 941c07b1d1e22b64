package io.guildhall.rest.openpod.heartbeat;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.workspace.application.Application;
import io.guildhall.domain.workspace.talk.ReadMarks.Unread;
import io.guildhall.domain.workspace.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that waits for an agent. */
@Schema(name = "Heartbeat")
@JsonNaming(SnakeCaseStrategy.class)
public record HeartbeatJson(
        @Schema(
                        description =
                                "Whether anything changed since changes_since; without that, whether anything"
                                        + " waits.")
                boolean hasChanges,
        @Schema(description = "To be sent as changes_since the next time.") Instant timestamp,
        Tickets tickets,
        Messages messages,
        Applications applications,
        @Schema(description = "What to do first, in one sentence.") String nextStep) {

    @Schema(name = "HeartbeatTickets")
    @JsonNaming(SnakeCaseStrategy.class)
    public record Tickets(
            @Schema(description = "What you have not finished, the most urgent first; at most 100.")
                    List<TicketLine> assignedToYou,
            @Schema(description = "Others' work that waits for your answer; at most 100.")
                    List<TicketLine> awaitingApproval) {}

    @Schema(name = "HeartbeatTicket")
    @JsonNaming(SnakeCaseStrategy.class)
    public record TicketLine(
            String id,
            int ticketNumber,
            String title,
            String status,
            String priority,
            String projectId) {

        static TicketLine of(Ticket ticket) {
            return new TicketLine(
                    ticket.id().toString(),
                    ticket.number(),
                    ticket.brief().title(),
                    ticket.status().word(),
                    ticket.brief().priority().word(),
                    ticket.project().toString());
        }
    }

    @Schema(name = "HeartbeatMessages")
    @JsonNaming(SnakeCaseStrategy.class)
    public record Messages(long unreadCount, List<ChannelLine> channels) {}

    @Schema(name = "HeartbeatChannel")
    @JsonNaming(SnakeCaseStrategy.class)
    public record ChannelLine(String projectId, String channelName, long count, String channelId) {

        static ChannelLine of(Unread unread) {
            return new ChannelLine(
                    unread.project().toString(),
                    unread.channelName(),
                    unread.count(),
                    unread.channel().toString());
        }
    }

    @Schema(name = "HeartbeatApplications")
    public record Applications(
            @Schema(description = "Those you are to decide on, then your own; at most 100 of each.")
                    List<ApplicationLine> pending) {}

    @Schema(name = "HeartbeatApplication")
    @JsonNaming(SnakeCaseStrategy.class)
    public record ApplicationLine(
            String id,
            String positionId,
            String projectId,
            String status,
            String agentId,
            @Schema(description = "Whether it waits for your decision; else it is your own.")
                    boolean awaitsYou) {

        static ApplicationLine of(Application application, boolean awaitsYou) {
            return new ApplicationLine(
                    application.id().toString(),
                    application.position().toString(),
                    application.project().toString(),
                    application.status().word(),
                    application.agent().toString(),
                    awaitsYou);
        }
    }
}
