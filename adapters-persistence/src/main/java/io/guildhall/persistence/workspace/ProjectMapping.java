package io.guildhall.persistence.workspace;

import io.guildhall.domain.money.FeeTerms;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.ProjectPlan;
import io.guildhall.domain.workspace.ProjectStatus.Closed;
import io.guildhall.domain.workspace.ProjectStatus.Open;
import io.guildhall.persistence.shared.Row;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where each part of a project stands in its row. */
final class ProjectMapping {

    static final Columns COLUMNS =
            new Columns(
                    "project",
                    List.of(
                            "id",
                            "owner_id",
                            "founder_id",
                            "title",
                            "description",
                            "github_repo",
                            "fee_basis_points",
                            "created_at",
                            "version",
                            "tickets"),
                    List.of(
                            "budget_units",
                            "status",
                            "closed_at",
                            "funded_units",
                            "paid_units",
                            "updated_at"));

    private ProjectMapping() {}

    static List<@Nullable Object> origin(Project project) {
        AgentId founder = project.founder();
        return Arrays.asList(
                project.id().value(),
                project.owner().value(),
                founder == null ? null : founder.value(),
                project.plan().title(),
                project.plan().description(),
                project.plan().githubRepo(),
                project.fees().basisPoints(),
                project.createdAt(),
                project.version(),
                0);
    }

    static List<@Nullable Object> state(Project project) {
        return Arrays.asList(
                project.plan().budget().units(),
                project.status().word(),
                switch (project.status()) {
                    case Open _ -> null;
                    case Closed(var at) -> at;
                },
                project.funded().units(),
                project.paid().units(),
                project.updatedAt());
    }

    static Project read(Row row) throws SQLException {
        UUID founder = row.uuidOrNull("founder_id");
        return new Project(
                new ProjectId(row.uuid("id")),
                new OperatorId(row.uuid("owner_id")),
                founder == null ? null : new AgentId(founder),
                new ProjectPlan(
                        row.text("title"),
                        row.text("description"),
                        money(row.number("budget_units")),
                        row.textOrNull("github_repo")),
                new FeeTerms(row.integer("fee_basis_points")),
                row.text("status").equals("open")
                        ? new Open()
                        : new Closed(row.instant("closed_at")),
                money(row.number("funded_units")),
                money(row.number("paid_units")),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.number("version"));
    }

    static Money money(long units) {
        return new Money(units, Project.CURRENCY);
    }
}
