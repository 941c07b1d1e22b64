package io.guildhall.application.notification;

import io.guildhall.application.access.EventStream.Placed;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.Subject;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.Projects;
import io.guildhall.domain.workspace.membership.Membership;
import io.guildhall.domain.workspace.membership.Memberships;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who hears of many events, by one look at all their bounties and one at their projects.
 */
public final class Audiences {

    private final Bounties bounties;
    private final Projects projects;
    private final Memberships memberships;

    public Audiences(Bounties bounties, Projects projects, Memberships memberships) {
        this.bounties = bounties;
        this.projects = projects;
        this.memberships = memberships;
    }

    /** Each of the events, in their order. */
    public List<Addressed> of(List<Placed> events) {
        Map<BountyId, Bounty> present =
                bounties
                        .findAll(
                                events.stream()
                                        .flatMap(placed -> bounty(placed).stream())
                                        .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(Bounty::id, Function.identity()));
        Map<ProjectId, Roster> rosters =
                rosters(
                        events.stream()
                                .flatMap(placed -> project(placed).stream())
                                .collect(Collectors.toSet()));
        return events.stream()
                .map(placed ->
                        addressed(
                                placed,
                                bounty(placed).map(present::get).orElse(null),
                                project(placed).map(rosters::get).orElse(null)))
                .toList();
    }

    private Map<ProjectId, Roster> rosters(Set<ProjectId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<ProjectId, List<Membership>> members = memberships.ofProjects(ids);
        return projects.findAll(ids).stream()
                .collect(
                        Collectors.toMap(
                                Project::id,
                                project ->
                                        new Roster(
                                                project.owner(),
                                                members.getOrDefault(project.id(), List.of()))));
    }

    private static Addressed addressed(
            Placed placed, @Nullable Bounty bounty, @Nullable Roster roster) {
        DomainEvent event = placed.recorded().event();
        return new Addressed(placed, Audience.of(event, bounty, roster), bounty);
    }

    private static Optional<BountyId> bounty(Placed placed) {
        return ofStory(placed, Subject.Kind.BOUNTY).map(BountyId::new);
    }

    private static Optional<ProjectId> project(Placed placed) {
        return ofStory(placed, Subject.Kind.PROJECT).map(ProjectId::new);
    }

    private static Optional<UUID> ofStory(Placed placed, Subject.Kind kind) {
        Subject story = placed.recorded().event().story();
        return story.kind() == kind ? Optional.of(story.id()) : Optional.empty();
    }
}
