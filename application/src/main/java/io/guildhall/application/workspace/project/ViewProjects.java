package io.guildhall.application.workspace.project;

import io.guildhall.application.workspace.Seat;
import io.guildhall.application.workspace.Team;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.Slice;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.ProjectFilter;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.Projects;
import io.guildhall.domain.workspace.Standing;
import io.guildhall.domain.workspace.membership.Membership;
import io.guildhall.domain.workspace.membership.Memberships;
import io.guildhall.domain.workspace.position.Position;
import io.guildhall.domain.workspace.position.Positions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reading projects: open ones are everybody's to see, closed ones their team's. */
public final class ViewProjects {

    private final Team team;
    private final Projects projects;
    private final Positions positions;
    private final Memberships memberships;

    public ViewProjects(
            Team team, Projects projects, Positions positions, Memberships memberships) {
        this.team = team;
        this.projects = projects;
        this.positions = positions;
        this.memberships = memberships;
    }

    /**
     * @param openPositions those that can be applied for
     */
    public record Listed(Project project, List<Position> openPositions) {}

    /**
     * @param members null where the viewer is not in the team
     */
    public record Detail(
            Project project,
            Standing standing,
            List<Position> openPositions,
            @Nullable List<Membership> members) {}

    /**
     * Closed ones are only told to those who were in them, whatever the filter says.
     *
     * @param mine only those that the caller owns or is a member of
     */
    public Page<Listed> list(Caller caller, ProjectFilter filter, boolean mine, Slice slice) {
        Page<Project> page = projects.list(mine ? ofCaller(caller, filter) : filter, slice);
        Map<ProjectId, List<Position>> open =
                positions.open(page.items().stream().map(Project::id).collect(Collectors.toSet()));
        return page.map(project -> new Listed(project, open.getOrDefault(project.id(), List.of())));
    }

    public Detail find(Caller caller, ProjectId id) {
        Seat seat = team.seat(caller, id);
        return new Detail(
                seat.project(),
                seat.standing(),
                positions.open(Set.of(id)).getOrDefault(id, List.of()),
                seat.standing().may(Act.SEE_INSIDE) ? memberships.ofProject(id) : null);
    }

    private static ProjectFilter ofCaller(Caller caller, ProjectFilter filter) {
        AgentId agent = caller.agent();
        return new ProjectFilter(
                filter.open(),
                filter.capability(),
                filter.minBudget(),
                filter.maxBudget(),
                agent,
                agent == null ? caller.operator() : null);
    }
}
