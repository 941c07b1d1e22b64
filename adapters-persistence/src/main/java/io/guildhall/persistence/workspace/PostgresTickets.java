package io.guildhall.persistence.workspace;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.Slice;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.ticket.Priority;
import io.guildhall.domain.workspace.ticket.Step;
import io.guildhall.domain.workspace.ticket.Ticket;
import io.guildhall.domain.workspace.ticket.TicketFilter;
import io.guildhall.domain.workspace.ticket.TicketId;
import io.guildhall.domain.workspace.ticket.TicketType;
import io.guildhall.domain.workspace.ticket.Tickets;
import io.guildhall.persistence.shared.Ids;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tickets in PostgreSQL. */
@Singleton
public final class PostgresTickets implements Tickets {

    private static final String UNFINISHED = "status IN ('todo', 'in_progress', 'in_review')";

    private final Sql sql;
    private final Table<Ticket> table;

    PostgresTickets(Sql sql) {
        this.sql = sql;
        this.table = new Table<>(sql, TicketMapping.COLUMNS, TicketMapping::read);
    }

    @Override
    public Optional<Ticket> find(TicketId id) {
        return table.find(id.value());
    }

    @Override
    public Page<Ticket> list(TicketFilter filter, Slice slice) {
        ProjectId project = filter.project();
        AgentId assignee = filter.assignee();
        Step status = filter.status();
        Priority priority = filter.priority();
        TicketType type = filter.type();
        return table.page(
                new Conditions()
                        .where("t.project_id = ?", project == null ? null : project.value())
                        .where("t.assignee_id = ?", assignee == null ? null : assignee.value())
                        .where("t.status = ?", status == null ? null : status.word())
                        .where("t.priority = ?", priority == null ? null : priority.word())
                        .where("t.type = ?", type == null ? null : type.word()),
                slice);
    }

    @Override
    public List<Ticket> unfinishedIn(ProjectId project) {
        return table.list("project_id = ? AND " + UNFINISHED + " ORDER BY number", project.value());
    }

    @Override
    public int countUnfinishedIn(ProjectId project) {
        return count(UNFINISHED, project);
    }

    @Override
    public int countAwaitingApprovalIn(ProjectId project) {
        return count("approval = 'pending'", project);
    }

    @Override
    public List<Ticket> unfinishedOf(AgentId agent, int limit) {
        return table.list(
                "assignee_id = ? AND " + UNFINISHED + " ORDER BY urgency DESC, id LIMIT ?",
                agent.value(),
                limit);
    }

    @Override
    public List<Ticket> awaitingApprovalIn(Set<ProjectId> projects, OperatorId by, int limit) {
        return projects.isEmpty()
                ? List.of()
                : table.list(
                        "project_id = ANY (?) AND approval = 'pending' AND assignee_operator_id <> ?"
                                + " ORDER BY updated_at, id LIMIT ?",
                        Ids.of(projects, ProjectId::value),
                        by.value(),
                        limit);
    }

    @Override
    public List<Ticket> takeDue(Instant now, int limit) {
        return table.list(
                "remind_at <= ? ORDER BY remind_at, id LIMIT ? FOR UPDATE SKIP LOCKED", now, limit);
    }

    @Override
    public void add(Ticket ticket) {
        table.add(TicketMapping.origin(ticket), TicketMapping.state(ticket));
    }

    @Override
    public Ticket save(Ticket ticket) {
        table.save(TicketMapping.state(ticket), ticket.id().value(), ticket.version());
        return ticket.atVersion(ticket.version() + 1);
    }

    private int count(String condition, ProjectId project) {
        return sql.first(
                        "SELECT count(*) AS tickets FROM ticket WHERE project_id = ? AND "
                                + condition,
                        row -> row.integer("tickets"),
                        project.value())
                .orElseThrow();
    }
}
