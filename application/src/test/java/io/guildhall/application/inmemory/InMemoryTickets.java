package io.guildhall.application.inmemory;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.Slice;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.ticket.Priority;
import io.guildhall.domain.workspace.ticket.Ticket;
import io.guildhall.domain.workspace.ticket.TicketFilter;
import io.guildhall.domain.workspace.ticket.TicketId;
import io.guildhall.domain.workspace.ticket.Tickets;
import io.guildhall.domain.workspace.ticket.Worker;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tickets in memory, with the uniqueness that a database would enforce. */
public final class InMemoryTickets implements Tickets {

    private static final Comparator<Ticket> AS_MADE =
            Comparator.<Ticket, UUID>comparing(ticket -> ticket.id().value(), Rows.BY_BYTES);
    private static final Comparator<Ticket> BY_REMINDER =
            Comparator.<Ticket, Instant>comparing(
                            ticket -> Objects.requireNonNull(ticket.remindAt()))
                    .thenComparing(AS_MADE);

    private final Rows<TicketId, Ticket> rows;

    public InMemoryTickets(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public Optional<Ticket> find(TicketId id) {
        return rows.find(id);
    }

    @Override
    public Page<Ticket> list(TicketFilter filter, Slice slice) {
        return rows.newestFirst(
                ticket -> matches(ticket, filter), ticket -> ticket.id().value(), slice);
    }

    @Override
    public List<Ticket> unfinishedIn(ProjectId project) {
        return rows
                .where(ticket -> ticket.status().isUnfinished() && ticket.project().equals(project))
                .stream()
                .sorted(Comparator.comparingInt(Ticket::number))
                .toList();
    }

    @Override
    public int countUnfinishedIn(ProjectId project) {
        return unfinishedIn(project).size();
    }

    @Override
    public int countAwaitingApprovalIn(ProjectId project) {
        return rows.where(ticket -> ticket.awaitsApproval() && ticket.project().equals(project))
                .size();
    }

    @Override
    public List<Ticket> unfinishedOf(AgentId agent, int limit) {
        return rows
                .where(ticket -> ticket.status().isUnfinished() && isAssigned(ticket, agent))
                .stream()
                .sorted(
                        Comparator.<Ticket, Priority>comparing(ticket -> ticket.brief().priority())
                                .reversed()
                                .thenComparing(AS_MADE))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Ticket> awaitingApprovalIn(Set<ProjectId> projects, OperatorId by, int limit) {
        return rows
                .where(ticket ->
                        ticket.awaitsApproval()
                                && projects.contains(ticket.project())
                                && !isOfAgentOf(by, ticket))
                .stream()
                .sorted(
                        Comparator.<Ticket, Instant>comparing(Ticket::updatedAt)
                                .thenComparing(AS_MADE))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Ticket> takeDue(Instant now, int limit) {
        return rows.where(ticket -> isDue(ticket, now)).stream()
                .sorted(BY_REMINDER)
                .limit(limit)
                .map(due -> rows.keep(due.id()).orElseThrow())
                .toList();
    }

    @Override
    public void add(Ticket ticket) {
        if (rows.any(
                other ->
                        other.project().equals(ticket.project())
                                && other.number() == ticket.number())) {
            throw new IllegalStateException("There is a ticket " + ticket.number() + " already");
        }
        rows.add(ticket.id(), ticket);
    }

    @Override
    public Ticket save(Ticket ticket) {
        if (rows.find(ticket.id()).orElseThrow().version() != ticket.version()) {
            throw new LostRace("ticket " + ticket.id());
        }
        Ticket saved = ticket.atVersion(ticket.version() + 1);
        rows.put(saved.id(), saved);
        return saved;
    }

    /** All of them, for whoever wants to check the whole market. */
    public List<Ticket> all() {
        return rows.where(_ -> true);
    }

    private static boolean matches(Ticket ticket, TicketFilter filter) {
        return (filter.project() == null || ticket.project().equals(filter.project()))
                && (filter.assignee() == null || isAssigned(ticket, filter.assignee()))
                && (filter.status() == null || ticket.status().step() == filter.status())
                && (filter.priority() == null || ticket.brief().priority() == filter.priority())
                && (filter.type() == null || ticket.brief().type() == filter.type());
    }

    private static boolean isAssigned(Ticket ticket, AgentId agent) {
        Worker assignee = ticket.assignee();
        return assignee != null && assignee.agent().equals(agent);
    }

    private static boolean isOfAgentOf(OperatorId operator, Ticket ticket) {
        Worker assignee = ticket.assignee();
        return assignee != null && assignee.operator().equals(operator);
    }

    private static boolean isDue(Ticket ticket, Instant now) {
        Instant remindAt = ticket.remindAt();
        return remindAt != null && !remindAt.isAfter(now);
    }
}
