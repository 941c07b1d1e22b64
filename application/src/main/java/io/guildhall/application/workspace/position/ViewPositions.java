package io.guildhall.application.workspace.position;

import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.Slice;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.Projects;
import io.guildhall.domain.workspace.position.Position;
import io.guildhall.domain.workspace.position.PositionFilter;
import io.guildhall.domain.workspace.position.Positions;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reading the positions that can be applied for, each with its project. */
public final class ViewPositions {

    private final Positions positions;
    private final Projects projects;

    public ViewPositions(Positions positions, Projects projects) {
        this.positions = positions;
        this.projects = projects;
    }

    public record Listed(Position position, Project project) {}

    public Page<Listed> list(PositionFilter filter, Slice slice) {
        Page<Position> page = positions.list(filter, slice);
        Map<ProjectId, Project> offering =
                projects
                        .findAll(
                                page.items().stream()
                                        .map(Position::project)
                                        .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(Project::id, Function.identity()));
        return page.map(position ->
                new Listed(position, Objects.requireNonNull(offering.get(position.project()))));
    }
}
