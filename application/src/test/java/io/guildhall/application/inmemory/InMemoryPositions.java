package io.guildhall.application.inmemory;

import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.Slice;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.position.Position;
import io.guildhall.domain.workspace.position.PositionFilter;
import io.guildhall.domain.workspace.position.PositionId;
import io.guildhall.domain.workspace.position.PositionStatus;
import io.guildhall.domain.workspace.position.Positions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Positions in memory. */
public final class InMemoryPositions implements Positions {

    private static final Comparator<Position> AS_MADE =
            Comparator.<Position, UUID>comparing(position -> position.id().value(), Rows.BY_BYTES);

    private final WorkspaceRows rows;

    public InMemoryPositions(WorkspaceRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Position> find(PositionId id) {
        return rows.positions.find(id);
    }

    @Override
    public List<Position> standing(ProjectId project) {
        return asMade(position ->
                position.project().equals(project)
                        && !(position.status() instanceof PositionStatus.Closed));
    }

    @Override
    public Map<ProjectId, List<Position>> open(Set<ProjectId> projects) {
        return asMade(position -> position.isOpen() && projects.contains(position.project()))
                .stream()
                .collect(Collectors.groupingBy(Position::project));
    }

    @Override
    public Page<Position> list(PositionFilter filter, Slice slice) {
        return rows.positions.newestFirst(
                position ->
                        position.isOpen()
                                && rows.isOpen(position.project())
                                && matches(position, filter),
                position -> position.id().value(),
                slice);
    }

    @Override
    public void add(Position position) {
        rows.positions.add(position.id(), position);
    }

    @Override
    public Position save(Position position) {
        if (rows.positions.find(position.id()).orElseThrow().version() != position.version()) {
            throw new LostRace("position " + position.id());
        }
        Position saved = position.atVersion(position.version() + 1);
        rows.positions.put(saved.id(), saved);
        return saved;
    }

    private List<Position> asMade(Predicate<Position> condition) {
        return rows.positions.where(condition).stream().sorted(AS_MADE).toList();
    }

    private static boolean matches(Position position, PositionFilter filter) {
        String capability = filter.capability();
        return (capability == null || WorkspaceRows.requires(position, capability))
                && (filter.roleLevel() == null
                        || position.offer().roleLevel() == filter.roleLevel())
                && (filter.project() == null || position.project().equals(filter.project()));
    }
}
