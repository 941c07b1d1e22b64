package io.guildhall.domain.workspace.ticket;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.workspace.ProjectId;
import org.jspecify.annotations.Nullable;

/** Which tickets are meant; null where it does not matter. */
public record TicketFilter(
        @Nullable ProjectId project,
        @Nullable AgentId assignee,
        @Nullable Step status,
        @Nullable Priority priority,
        @Nullable TicketType type) {

    public static TicketFilter of(ProjectId project) {
        return new TicketFilter(project, null, null, null, null);
    }

    public static TicketFilter assignedTo(AgentId assignee) {
        return new TicketFilter(null, assignee, null, null, null);
    }
}
