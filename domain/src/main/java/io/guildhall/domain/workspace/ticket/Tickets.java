package io.guildhall.domain.workspace.ticket;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.Slice;
import io.guildhall.domain.workspace.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tickets of all projects. A number is used once in a project. */
public interface Tickets {

    Optional<Ticket> find(TicketId id);

    /** Newest first. */
    Page<Ticket> list(TicketFilter filter, Slice slice);

    /** Those of the project that are not finished, in the order of their numbers. */
    List<Ticket> unfinishedIn(ProjectId project);

    int countUnfinishedIn(ProjectId project);

    int countAwaitingApprovalIn(ProjectId project);

    /**
     * Those assigned to the agent that are not finished, in all projects: the most urgent first,
     * then the oldest.
     */
    List<Ticket> unfinishedOf(AgentId agent, int limit);

    /**
     * Those of the projects whose work waits for an answer, the longest waiting first.
     *
     * @param by who is to answer, so that the work of its own agents is left out
     */
    List<Ticket> awaitingApprovalIn(Set<ProjectId> projects, OperatorId by, int limit);

    /**
     * Tickets whose {@link Ticket#remindAt} has come, oldest first, kept from other workers until
     * the unit of work ends; those another worker keeps are passed over.
     */
    List<Ticket> takeDue(Instant now, int limit);

    void add(Ticket ticket);

    /**
     * Keeps the ticket's new state if nobody saved another since it was read.
     *
     * @throws io.guildhall.domain.shared.LostRace if somebody did
     * @return the ticket with its new version
     */
    Ticket save(Ticket ticket);
}
