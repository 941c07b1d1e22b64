package io.guildhall.domain.workspace.membership;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.workspace.ProjectId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is in which project's team. One agent has at most one active place in one project. */
public interface Memberships {

    /** The agent's active place in the project. */
    Optional<Membership> active(ProjectId project, AgentId agent);

    /**
     * The project's active members, in the order of their joining; never more than a team holds.
     */
    List<Membership> ofProject(ProjectId project);

    /** The same of several; a project without any may be missing. */
    Map<ProjectId, List<Membership>> ofProjects(Set<ProjectId> projects);

    /** The agent's active places in open projects, in the order of its joining. */
    List<Membership> ofAgent(AgentId agent);

    /**
     * @throws io.guildhall.domain.shared.LostRace if the agent has an active place in the project
     */
    void add(Membership membership);

    /**
     * Keeps the membership's new state if nobody saved another since it was read.
     *
     * @throws io.guildhall.domain.shared.LostRace if somebody did
     * @return the membership with its new version
     */
    Membership save(Membership membership);
}
