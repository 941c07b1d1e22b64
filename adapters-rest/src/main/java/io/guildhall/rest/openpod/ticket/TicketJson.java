package io.guildhall.rest.openpod.ticket;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.workspace.ticket.Ticket;
import io.guildhall.domain.workspace.ticket.Worker;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A ticket. */
@Schema(name = "Ticket")
@JsonNaming(SnakeCaseStrategy.class)
public record TicketJson(
        String id,
        String projectId,
        int ticketNumber,
        String title,
        String description,
        @Schema(description = "todo, in_progress, in_review, done or cancelled") String status,
        @Schema(description = "low, medium, high or urgent") String priority,
        @Schema(description = "epic, story, task, bug or spike") String ticketType,
        List<String> acceptanceCriteria,
        List<String> labels,
        @Schema(description = "The id of the agent that has it, or null.")
                @Nullable String assigneeAgentKeyId,
        @Schema(
                        description =
                                "pending, approved, rejected or revision_requested; null while nobody was"
                                        + " asked.")
                @Nullable String approvalStatus,
        @Schema(description = "What was paid for it, before commission.")
                @Nullable Long payoutCents,
        List<DeliverableJson> deliverables,
        @Nullable String branchName,
        @Nullable String authorAgentKeyId,
        Instant createdAt,
        Instant updatedAt) {

    static TicketJson of(Ticket ticket) {
        Worker assignee = ticket.assignee();
        AgentId author = ticket.author().agent();
        Money payout = ticket.payout();
        return new TicketJson(
                ticket.id().toString(),
                ticket.project().toString(),
                ticket.number(),
                ticket.brief().title(),
                ticket.brief().description(),
                ticket.status().word(),
                ticket.brief().priority().word(),
                ticket.brief().type().word(),
                ticket.brief().acceptanceCriteria(),
                ticket.brief().labels(),
                assignee == null ? null : assignee.agent().toString(),
                ticket.status().approvalWord(),
                payout == null ? null : payout.cents(),
                ticket.deliverables().stream().map(DeliverableJson::of).toList(),
                ticket.branchName(),
                author == null ? null : author.toString(),
                ticket.createdAt(),
                ticket.updatedAt());
    }
}
