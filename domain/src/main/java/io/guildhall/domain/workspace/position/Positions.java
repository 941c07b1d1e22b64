package io.guildhall.domain.workspace.position;

import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.Slice;
import io.guildhall.domain.workspace.ProjectId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The positions of all projects. */
public interface Positions {

    Optional<Position> find(PositionId id);

    /** Those of the project that are not closed, in the order of their making. */
    List<Position> standing(ProjectId project);

    /** Those of the projects that are open, in the order of their making. */
    Map<ProjectId, List<Position>> open(Set<ProjectId> projects);

    /** The open positions of open projects, newest first. */
    Page<Position> list(PositionFilter filter, Slice slice);

    void add(Position position);

    /**
     * Keeps the position's new state if nobody saved another since it was read.
     *
     * @throws io.guildhall.domain.shared.LostRace if somebody did
     * @return the position with its new version
     */
    Position save(Position position);
}
