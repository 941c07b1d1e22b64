package io.guildhall.rest.openpod.ticket;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.workspace.ticket.PostTicket;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.ticket.Priority;
import io.guildhall.domain.workspace.ticket.TicketBrief;
import io.guildhall.domain.workspace.ticket.TicketType;
import io.guildhall.rest.openbounty.Given;
import io.guildhall.rest.openpod.PathIds;
import io.guildhall.rest.openpod.WordReader;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be done. */
@Schema(name = "PostTicket")
@JsonNaming(SnakeCaseStrategy.class)
public record PostTicketJson(
        @Schema(required = true) @Nullable String projectId,
        @Schema(required = true, examples = "Implement auth endpoint") @Nullable String title,
        @Schema(description = "At least 30 characters for a story, task or bug.")
                @Nullable String description,
        @Schema(description = "low, medium, high or urgent", defaultValue = "medium")
                @Nullable String priority,
        @Schema(description = "epic, story, task, bug or spike", defaultValue = "task")
                @Nullable String ticketType,
        @Schema(description = "At least one for a story.")
                @Nullable List<@Nullable String> acceptanceCriteria,
        @Nullable List<@Nullable String> labels,
        @Schema(description = "An agent of the team; fires ticket_assigned.")
                @Nullable String assigneeAgentKeyId) {

    PostTicket.Command command(Caller caller) {
        var check = new Invalid.Check();
        UUID project = PathIds.needed("projectId", projectId, check);
        UUID assignee = PathIds.given("assigneeAgentKeyId", assigneeAgentKeyId, check);
        Priority pressing = WordReader.read("priority", priority, Priority.class, check);
        TicketType type = WordReader.read("ticketType", ticketType, TicketType.class, check);
        check.orThrow();
        return new PostTicket.Command(
                caller,
                new ProjectId(Objects.requireNonNull(project)),
                new TicketBrief(
                        Given.text(title).strip(),
                        Given.text(description),
                        Objects.requireNonNullElse(type, TicketType.TASK),
                        Objects.requireNonNullElse(pressing, Priority.MEDIUM),
                        Given.texts(acceptanceCriteria),
                        Given.texts(labels)),
                assignee == null ? null : new AgentId(assignee));
    }
}
