package io.guildhall.persistence.workspace;

import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.Slice;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.ProjectFilter;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.Projects;
import io.guildhall.persistence.shared.Ids;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The projects in PostgreSQL. */
@Singleton
public final class PostgresProjects implements Projects {

    private static final String LOOKS_FOR =
            "EXISTS (SELECT FROM position p WHERE p.project_id = t.id AND p.status = 'open'"
                    + " AND p.capability_words @> ARRAY [?::text])";
    private static final String HAS_MEMBER =
            "EXISTS (SELECT FROM membership m WHERE m.project_id = t.id AND m.agent_id = ?"
                    + " AND m.status = 'active')";
    private static final String NEXT_NUMBER =
            "UPDATE project SET tickets = tickets + 1 WHERE id = ? RETURNING tickets";

    private final Sql sql;
    private final Table<Project> table;

    PostgresProjects(Sql sql) {
        this.sql = sql;
        this.table = new Table<>(sql, ProjectMapping.COLUMNS, ProjectMapping::read);
    }

    @Override
    public Optional<Project> find(ProjectId id) {
        return table.find(id.value());
    }

    @Override
    public List<Project> findAll(Set<ProjectId> ids) {
        return ids.isEmpty()
                ? List.of()
                : table.list("id = ANY (?)", Ids.of(ids, ProjectId::value));
    }

    @Override
    public Optional<Project> lock(ProjectId id) {
        return table.first("id = ? FOR UPDATE", id.value());
    }

    @Override
    public Optional<Project> hold(ProjectId id) {
        return table.first("id = ? FOR SHARE", id.value());
    }

    @Override
    public int nextTicketNumber(ProjectId id) {
        return sql.changeReturningFirst(NEXT_NUMBER, row -> row.integer("tickets"), id.value())
                .orElseThrow();
    }

    @Override
    public void add(Project project) {
        table.add(ProjectMapping.origin(project), ProjectMapping.state(project));
    }

    @Override
    public Project save(Project project) {
        table.save(ProjectMapping.state(project), project.id().value(), project.version());
        return project.atVersion(project.version() + 1);
    }

    @Override
    public int countOpenOf(OperatorId owner) {
        return sql.first(
                        "SELECT count(*) AS open FROM project WHERE owner_id = ? AND status = 'open'",
                        row -> row.integer("open"),
                        owner.value())
                .orElseThrow();
    }

    @Override
    public Page<Project> list(ProjectFilter filter, Slice slice) {
        Boolean open = filter.open();
        String capability = filter.capability();
        Money min = filter.minBudget();
        Money max = filter.maxBudget();
        AgentId member = filter.teamOf();
        OperatorId owner = filter.owner();
        return table.page(
                new Conditions()
                        .where("t.status = ?", open == null ? null : open ? "open" : "closed")
                        .where(
                                LOOKS_FOR,
                                capability == null ? null : capability.toLowerCase(Locale.ROOT))
                        .where("t.budget_units >= ?", min == null ? null : min.units())
                        .where("t.budget_units <= ?", max == null ? null : max.units())
                        .where(HAS_MEMBER, member == null ? null : member.value())
                        .where("t.owner_id = ?", owner == null ? null : owner.value()),
                slice);
    }
}
