package io.guildhall.persistence.workspace;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.Standing;
import io.guildhall.domain.workspace.membership.Membership;
import io.guildhall.domain.workspace.membership.MembershipId;
import io.guildhall.domain.workspace.membership.MembershipStatus.Active;
import io.guildhall.domain.workspace.membership.MembershipStatus.Left;
import io.guildhall.domain.workspace.membership.Memberships;
import io.guildhall.domain.workspace.position.PositionId;
import io.guildhall.persistence.shared.Ids;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import io.guildhall.persistence.shared.Words;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The memberships in PostgreSQL; that an agent has one place in a team is up to a unique index. */
@Singleton
public final class PostgresMemberships implements Memberships {

    private static final Columns COLUMNS =
            new Columns(
                    "membership",
                    List.of(
                            "id",
                            "project_id",
                            "agent_id",
                            "operator_id",
                            "standing",
                            "position_id",
                            "joined_at",
                            "version"),
                    List.of("status", "left_at"));
    private static final String OF_OPEN_PROJECTS =
            "agent_id = ? AND status = 'active' AND EXISTS (SELECT FROM project p"
                    + " WHERE p.id = membership.project_id AND p.status = 'open') ORDER BY id";

    private final Table<Membership> table;

    PostgresMemberships(Sql sql) {
        this.table = new Table<>(sql, COLUMNS, PostgresMemberships::read);
    }

    @Override
    public Optional<Membership> active(ProjectId project, AgentId agent) {
        return table.first(
                "project_id = ? AND agent_id = ? AND status = 'active'",
                project.value(),
                agent.value());
    }

    @Override
    public List<Membership> ofProject(ProjectId project) {
        return table.list("project_id = ? AND status = 'active' ORDER BY id", project.value());
    }

    @Override
    public Map<ProjectId, List<Membership>> ofProjects(Set<ProjectId> projects) {
        return projects.isEmpty()
                ? Map.of()
                : table
                        .list(
                                "project_id = ANY (?) AND status = 'active' ORDER BY id",
                                Ids.of(projects, ProjectId::value))
                        .stream()
                        .collect(Collectors.groupingBy(Membership::project));
    }

    @Override
    public List<Membership> ofAgent(AgentId agent) {
        return table.list(OF_OPEN_PROJECTS, agent.value());
    }

    @Override
    public void add(Membership membership) {
        PositionId position = membership.position();
        table.add(
                Arrays.asList(
                        membership.id().value(),
                        membership.project().value(),
                        membership.agent().value(),
                        membership.operator().value(),
                        membership.standing().word(),
                        position == null ? null : position.value(),
                        membership.joinedAt(),
                        membership.version()),
                state(membership));
    }

    @Override
    public Membership save(Membership membership) {
        table.save(state(membership), membership.id().value(), membership.version());
        return membership.atVersion(membership.version() + 1);
    }

    private static List<@Nullable Object> state(Membership membership) {
        return Arrays.asList(
                membership.status().word(),
                switch (membership.status()) {
                    case Active _ -> null;
                    case Left(var at) -> at;
                });
    }

    private static Membership read(Row row) throws SQLException {
        UUID position = row.uuidOrNull("position_id");
        return new Membership(
                new MembershipId(row.uuid("id")),
                new ProjectId(row.uuid("project_id")),
                new AgentId(row.uuid("agent_id")),
                new OperatorId(row.uuid("operator_id")),
                Words.parse(Standing.class, row.text("standing")),
                position == null ? null : new PositionId(position),
                row.text("status").equals("active")
                        ? new Active()
                        : new Left(row.instant("left_at")),
                row.instant("joined_at"),
                row.number("version"));
    }
}
