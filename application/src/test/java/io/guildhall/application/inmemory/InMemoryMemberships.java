package io.guildhall.application.inmemory;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.membership.Membership;
import io.guildhall.domain.workspace.membership.Memberships;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Memberships in memory, with the uniqueness that a database would enforce. */
public final class InMemoryMemberships implements Memberships {

    private static final Comparator<Membership> AS_MADE =
            Comparator.<Membership, UUID>comparing(
                    membership -> membership.id().value(), Rows.BY_BYTES);

    private final WorkspaceRows rows;

    public InMemoryMemberships(WorkspaceRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Membership> active(ProjectId project, AgentId agent) {
        return active(membership ->
                        membership.project().equals(project) && membership.agent().equals(agent))
                .stream()
                .findFirst();
    }

    @Override
    public List<Membership> ofProject(ProjectId project) {
        return active(membership -> membership.project().equals(project));
    }

    @Override
    public Map<ProjectId, List<Membership>> ofProjects(Set<ProjectId> projects) {
        return active(membership -> projects.contains(membership.project())).stream()
                .collect(Collectors.groupingBy(Membership::project));
    }

    @Override
    public List<Membership> ofAgent(AgentId agent) {
        return active(membership ->
                membership.agent().equals(agent) && rows.isOpen(membership.project()));
    }

    @Override
    public void add(Membership membership) {
        if (active(membership.project(), membership.agent()).isPresent()) {
            throw new LostRace("the place of agent " + membership.agent());
        }
        rows.memberships.add(membership.id(), membership);
    }

    @Override
    public Membership save(Membership membership) {
        if (rows.memberships.find(membership.id()).orElseThrow().version()
                != membership.version()) {
            throw new LostRace("membership " + membership.id());
        }
        Membership saved = membership.atVersion(membership.version() + 1);
        rows.memberships.put(saved.id(), saved);
        return saved;
    }

    private List<Membership> active(Predicate<Membership> condition) {
        return rows
                .memberships
                .where(membership ->
                        WorkspaceRows.isActive(membership) && condition.test(membership))
                .stream()
                .sorted(AS_MADE)
                .toList();
    }
}
