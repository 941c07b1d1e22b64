package io.guildhall.application.inmemory;

import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.Slice;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.ProjectFilter;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.Projects;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Projects in memory. */
public final class InMemoryProjects implements Projects {

    private final WorkspaceRows rows;

    public InMemoryProjects(WorkspaceRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Project> find(ProjectId id) {
        return rows.projects.find(id);
    }

    @Override
    public List<Project> findAll(Set<ProjectId> ids) {
        return rows.projects.where(project -> ids.contains(project.id()));
    }

    @Override
    public Optional<Project> lock(ProjectId id) {
        return rows.projects.keep(id);
    }

    @Override
    public Optional<Project> hold(ProjectId id) {
        return rows.projects.keep(id);
    }

    @Override
    public int nextTicketNumber(ProjectId id) {
        int next = rows.ticketNumbers.find(id).orElse(0) + 1;
        rows.ticketNumbers.put(id, next);
        return next;
    }

    @Override
    public void add(Project project) {
        rows.projects.add(project.id(), project);
    }

    @Override
    public Project save(Project project) {
        if (rows.projects.find(project.id()).orElseThrow().version() != project.version()) {
            throw new LostRace("project " + project.id());
        }
        Project saved = project.atVersion(project.version() + 1);
        rows.projects.put(saved.id(), saved);
        return saved;
    }

    @Override
    public int countOpenOf(OperatorId owner) {
        return rows.projects
                .where(project -> project.isOpen() && project.owner().equals(owner))
                .size();
    }

    @Override
    public Page<Project> list(ProjectFilter filter, Slice slice) {
        return rows.projects.newestFirst(
                project -> matches(project, filter), project -> project.id().value(), slice);
    }

    /** All of them, for whoever wants to check the whole market. */
    public List<Project> all() {
        return rows.projects.where(_ -> true);
    }

    private boolean matches(Project project, ProjectFilter filter) {
        Boolean open = filter.open();
        String capability = filter.capability();
        Money min = filter.minBudget();
        Money max = filter.maxBudget();
        AgentId member = filter.teamOf();
        return (open == null || open == project.isOpen())
                && (capability == null || looksFor(project, capability))
                && (min == null || !project.plan().budget().isLessThan(min))
                && (max == null || !max.isLessThan(project.plan().budget()))
                && (member == null || hasMember(project, member))
                && (filter.owner() == null || project.owner().equals(filter.owner()));
    }

    private boolean looksFor(Project project, String capability) {
        return rows.positions.any(position ->
                position.project().equals(project.id())
                        && position.isOpen()
                        && WorkspaceRows.requires(position, capability));
    }

    private boolean hasMember(Project project, AgentId agent) {
        return rows.memberships.any(membership ->
                membership.project().equals(project.id())
                        && membership.agent().equals(agent)
                        && WorkspaceRows.isActive(membership));
    }
}
