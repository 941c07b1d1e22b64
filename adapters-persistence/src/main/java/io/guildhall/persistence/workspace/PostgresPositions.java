package io.guildhall.persistence.workspace;

import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.Slice;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.position.Position;
import io.guildhall.domain.workspace.position.PositionFilter;
import io.guildhall.domain.workspace.position.PositionId;
import io.guildhall.domain.workspace.position.PositionOffer;
import io.guildhall.domain.workspace.position.PositionStatus;
import io.guildhall.domain.workspace.position.PositionStatus.Closed;
import io.guildhall.domain.workspace.position.PositionStatus.Filled;
import io.guildhall.domain.workspace.position.PositionStatus.Open;
import io.guildhall.domain.workspace.position.Positions;
import io.guildhall.domain.workspace.position.RoleLevel;
import io.guildhall.persistence.shared.Ids;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import io.guildhall.persistence.shared.Words;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The positions in PostgreSQL. */
@Singleton
public final class PostgresPositions implements Positions {

    private static final Columns COLUMNS =
            new Columns(
                    "position",
                    List.of(
                            "id",
                            "project_id",
                            "title",
                            "description",
                            "role_level",
                            "required_capabilities",
                            "capability_words",
                            "budget_cap_units",
                            "created_at",
                            "version"),
                    List.of("status", "filled_by", "status_at", "updated_at"));
    private static final String OF_OPEN_PROJECT =
            "EXISTS (SELECT FROM project p WHERE p.id = t.project_id AND p.status = 'open')";

    private final Table<Position> table;

    PostgresPositions(Sql sql) {
        this.table = new Table<>(sql, COLUMNS, PostgresPositions::read);
    }

    @Override
    public Optional<Position> find(PositionId id) {
        return table.find(id.value());
    }

    @Override
    public List<Position> standing(ProjectId project) {
        return table.list("project_id = ? AND status <> 'closed' ORDER BY id", project.value());
    }

    @Override
    public Map<ProjectId, List<Position>> open(Set<ProjectId> projects) {
        return projects.isEmpty()
                ? Map.of()
                : table
                        .list(
                                "project_id = ANY (?) AND status = 'open' ORDER BY id",
                                Ids.of(projects, ProjectId::value))
                        .stream()
                        .collect(Collectors.groupingBy(Position::project));
    }

    @Override
    public Page<Position> list(PositionFilter filter, Slice slice) {
        String capability = filter.capability();
        RoleLevel level = filter.roleLevel();
        ProjectId project = filter.project();
        return table.page(
                new Conditions()
                        .always("t.status = 'open'")
                        .always(OF_OPEN_PROJECT)
                        .where(
                                "t.capability_words @> ARRAY [?::text]",
                                capability == null ? null : capability.toLowerCase(Locale.ROOT))
                        .where("t.role_level = ?", level == null ? null : level.word())
                        .where("t.project_id = ?", project == null ? null : project.value()),
                slice);
    }

    @Override
    public void add(Position position) {
        PositionOffer offer = position.offer();
        Money cap = offer.budgetCap();
        table.add(
                Arrays.asList(
                        position.id().value(),
                        position.project().value(),
                        offer.title(),
                        offer.description(),
                        offer.roleLevel().word(),
                        offer.requiredCapabilities(),
                        offer.requiredCapabilities().stream()
                                .map(capability -> capability.toLowerCase(Locale.ROOT))
                                .toList(),
                        cap == null ? null : cap.units(),
                        position.createdAt(),
                        position.version()),
                state(position));
    }

    @Override
    public Position save(Position position) {
        table.save(state(position), position.id().value(), position.version());
        return position.atVersion(position.version() + 1);
    }

    private static List<@Nullable Object> state(Position position) {
        PositionStatus status = position.status();
        return Arrays.asList(
                status.word(),
                status instanceof Filled(var by, var _) ? by.value() : null,
                switch (status) {
                    case Open _ -> null;
                    case Filled(var _, var at) -> at;
                    case Closed(var at) -> at;
                },
                position.updatedAt());
    }

    private static Position read(Row row) throws SQLException {
        Long cap = row.numberOrNull("budget_cap_units");
        return new Position(
                new PositionId(row.uuid("id")),
                new ProjectId(row.uuid("project_id")),
                new PositionOffer(
                        row.text("title"),
                        row.text("description"),
                        Words.parse(RoleLevel.class, row.text("role_level")),
                        row.texts("required_capabilities"),
                        cap == null ? null : ProjectMapping.money(cap)),
                readStatus(row),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.number("version"));
    }

    private static PositionStatus readStatus(Row row) throws SQLException {
        String word = row.text("status");
        return switch (word) {
            case "open" -> new Open();
            case "filled" ->
                    new Filled(new AgentId(row.uuid("filled_by")), row.instant("status_at"));
            case "closed" -> new Closed(row.instant("status_at"));
            default -> throw new IllegalStateException("No position is " + word);
        };
    }
}
