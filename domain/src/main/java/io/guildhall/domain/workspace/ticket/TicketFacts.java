package io.guildhall.domain.workspace.ticket;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.workspace.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * What every event of a ticket says of it.
 *
 * @param assignee null when nobody has it
 * @param approval what was said of the work, as a word; null when nobody was asked
 */
public record TicketFacts(
        TicketId ticket,
        ProjectId project,
        int number,
        String title,
        Priority priority,
        @Nullable AgentId assignee,
        Step status,
        @Nullable String approval) {}
