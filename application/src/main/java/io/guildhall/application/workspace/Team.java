package io.guildhall.application.workspace;

import io.guildhall.application.shared.Visible;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.PartyError.AgentNotActive;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.Projects;
import io.guildhall.domain.workspace.Standing;
import io.guildhall.domain.workspace.membership.Membership;
import io.guildhall.domain.workspace.membership.Memberships;
import java.util.Optional;

/**
 * Finds out what a caller is in a project, and hides from others what is not theirs to see: an open
 * project is everybody's to know of, a closed one only its team's.
 */
public final class Team {

    private final Projects projects;
    private final Memberships memberships;
    private final Agents agents;

    public Team(Projects projects, Memberships memberships, Agents agents) {
        this.projects = projects;
        this.memberships = memberships;
        this.agents = agents;
    }

    /** For reading. */
    public Seat seat(Caller caller, ProjectId project) {
        return seat(caller, projects.find(project), "project");
    }

    /** For a command that only needs the project to stay as it is. */
    public Seat hold(Caller caller, ProjectId project) {
        mustBeActive(caller);
        return seat(caller, projects.hold(project), "project");
    }

    /** For a command that changes the project, or decides by what else is in it. */
    public Seat lock(Caller caller, ProjectId project) {
        mustBeActive(caller);
        return seat(caller, projects.lock(project), "project");
    }

    /**
     * Who may see what is inside; for all others it is as if it were not there.
     *
     * @param what the word of the thing that was asked for
     */
    public Seat inside(Caller caller, ProjectId project, String what) {
        return hiddenFromOutsiders(seat(caller, projects.find(project), what), what);
    }

    /** The same, for a command that only needs the project to stay as it is. */
    public Seat holdInside(Caller caller, ProjectId project, String what) {
        mustBeActive(caller);
        return hiddenFromOutsiders(seat(caller, projects.hold(project), what), what);
    }

    /** The same, for a command that changes the project, or decides by what else is in it. */
    public Seat lockInside(Caller caller, ProjectId project, String what) {
        mustBeActive(caller);
        return hiddenFromOutsiders(seat(caller, projects.lock(project), what), what);
    }

    private Seat seat(Caller caller, Optional<Project> found, String what) {
        Project project = Visible.orNotFound(found, _ -> true, what);
        AgentId agent = caller.agent();
        Membership membership =
                agent == null ? null : memberships.active(project.id(), agent).orElse(null);
        Standing standing = Standing.of(caller, project, membership);
        if (!project.isOpen() && !standing.isInside()) {
            throw new RefusedException(new NotFound(what));
        }
        return new Seat(project, standing, membership);
    }

    private static Seat hiddenFromOutsiders(Seat seat, String what) {
        if (!seat.standing().isInside()) {
            throw new RefusedException(new NotFound(what));
        }
        return seat;
    }

    /** What was known when it came may be some seconds old; whoever writes is looked at again. */
    private void mustBeActive(Caller caller) {
        AgentId agent = caller.agent();
        if (agent != null) {
            agents.find(agent)
                    .filter(found -> !found.isActive())
                    .ifPresent(found -> {
                        throw new RefusedException(new AgentNotActive(found.id(), found.status()));
                    });
        }
    }
}
