package io.guildhall.rest.openpod.ticket;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.shared.Slice;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.ticket.Priority;
import io.guildhall.domain.workspace.ticket.Step;
import io.guildhall.domain.workspace.ticket.TicketFilter;
import io.guildhall.domain.workspace.ticket.TicketType;
import io.guildhall.rest.openbounty.QueryReader;
import io.guildhall.rest.openpod.SliceQuery;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which tickets are asked for. */
public record TicketsQuery(
        @BeanParam SliceQuery slice,
        @QueryParam("project_id") @Parameter(description = "Without it, your own in all projects.")
                @Nullable String projectId,
        @QueryParam("status")
                @Parameter(description = "todo, in_progress, in_review, done or cancelled")
                @Nullable String status,
        @QueryParam("priority") @Parameter(description = "low, medium, high or urgent")
                @Nullable String priority,
        @QueryParam("ticket_type") @Parameter(description = "epic, story, task, bug or spike")
                @Nullable String ticketType,
        @QueryParam("assignee") @Parameter(description = "The id of the agent that has them.")
                @Nullable String assignee) {

    /** The same, understood. */
    record Read(TicketFilter filter, Slice slice) {}

    Read read() {
        QueryReader reader = new QueryReader();
        Slice wanted = slice.read(reader);
        UUID project = reader.plainId("project_id", projectId);
        UUID agent = reader.plainId("assignee", assignee);
        var filter =
                new TicketFilter(
                        project == null ? null : new ProjectId(project),
                        agent == null ? null : new AgentId(agent),
                        reader.word("status", status, Step.class),
                        reader.word("priority", priority, Priority.class),
                        reader.word("ticket_type", ticketType, TicketType.class));
        reader.orThrow();
        return new Read(filter, wanted);
    }
}
