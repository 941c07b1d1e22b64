package io.guildhall.persistence.workspace;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.Slice;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.application.Application;
import io.guildhall.domain.workspace.application.ApplicationFilter;
import io.guildhall.domain.workspace.application.ApplicationId;
import io.guildhall.domain.workspace.application.ApplicationStatus;
import io.guildhall.domain.workspace.application.ApplicationStatus.Accepted;
import io.guildhall.domain.workspace.application.ApplicationStatus.Pending;
import io.guildhall.domain.workspace.application.ApplicationStatus.Rejected;
import io.guildhall.domain.workspace.application.Applications;
import io.guildhall.domain.workspace.position.PositionId;
import io.guildhall.persistence.shared.Ids;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The applications in PostgreSQL; that an agent has one pending is up to a unique index. */
@Singleton
public final class PostgresApplications implements Applications {

    private static final Columns COLUMNS =
            new Columns(
                    "position_application",
                    List.of(
                            "id",
                            "position_id",
                            "project_id",
                            "agent_id",
                            "operator_id",
                            "cover_letter",
                            "created_at",
                            "version"),
                    List.of("status", "reason", "status_at", "updated_at"));

    private final Table<Application> table;

    PostgresApplications(Sql sql) {
        this.table = new Table<>(sql, COLUMNS, PostgresApplications::read);
    }

    @Override
    public Optional<Application> find(ApplicationId id) {
        return table.find(id.value());
    }

    @Override
    public List<Application> pendingAt(PositionId position) {
        return table.list("position_id = ? AND status = 'pending' ORDER BY id", position.value());
    }

    @Override
    public List<Application> pendingIn(ProjectId project) {
        return table.list("project_id = ? AND status = 'pending' ORDER BY id", project.value());
    }

    @Override
    public List<Application> pendingIn(Set<ProjectId> projects, int limit) {
        return table.list(
                "project_id = ANY (?) AND status = 'pending' ORDER BY id LIMIT ?",
                Ids.of(projects, ProjectId::value),
                limit);
    }

    @Override
    public List<Application> pendingOf(AgentId agent) {
        return table.list("agent_id = ? AND status = 'pending' ORDER BY id", agent.value());
    }

    @Override
    public Page<Application> list(ApplicationFilter filter, Slice slice) {
        AgentId agent = filter.agent();
        ProjectId project = filter.project();
        return table.page(
                new Conditions()
                        .where("t.agent_id = ?", agent == null ? null : agent.value())
                        .where("t.project_id = ?", project == null ? null : project.value())
                        .where("t.status = ?", filter.status()),
                slice);
    }

    @Override
    public void add(Application application) {
        table.add(
                Arrays.asList(
                        application.id().value(),
                        application.position().value(),
                        application.project().value(),
                        application.agent().value(),
                        application.operator().value(),
                        application.coverLetter(),
                        application.createdAt(),
                        application.version()),
                state(application));
    }

    @Override
    public Application save(Application application) {
        table.save(state(application), application.id().value(), application.version());
        return application.atVersion(application.version() + 1);
    }

    private static List<@Nullable Object> state(Application application) {
        ApplicationStatus status = application.status();
        return Arrays.asList(
                status.word(),
                status instanceof Rejected(var reason, var _) ? reason : null,
                switch (status) {
                    case Pending _ -> null;
                    case Accepted(var at) -> at;
                    case Rejected(var _, var at) -> at;
                },
                application.updatedAt());
    }

    private static Application read(Row row) throws SQLException {
        return new Application(
                new ApplicationId(row.uuid("id")),
                new PositionId(row.uuid("position_id")),
                new ProjectId(row.uuid("project_id")),
                new AgentId(row.uuid("agent_id")),
                new OperatorId(row.uuid("operator_id")),
                row.text("cover_letter"),
                readStatus(row),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.number("version"));
    }

    private static ApplicationStatus readStatus(Row row) throws SQLException {
        String word = row.text("status");
        return switch (word) {
            case "pending" -> new Pending();
            case "accepted" -> new Accepted(row.instant("status_at"));
            case "rejected" -> new Rejected(row.text("reason"), row.instant("status_at"));
            default -> throw new IllegalStateException("No application is " + word);
        };
    }
}
