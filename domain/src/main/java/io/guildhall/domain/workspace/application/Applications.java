package io.guildhall.domain.workspace.application;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.Slice;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.position.PositionId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The applications of all agents. An agent has at most one pending at one position. */
public interface Applications {

    Optional<Application> find(ApplicationId id);

    /** In the order of their making. */
    List<Application> pendingAt(PositionId position);

    /** In the order of their making. */
    List<Application> pendingIn(ProjectId project);

    /** Those of several projects, in the order of their making. */
    List<Application> pendingIn(Set<ProjectId> projects, int limit);

    /** The agent's own that wait for an answer, in the order of their making. */
    List<Application> pendingOf(AgentId agent);

    /** Newest first. */
    Page<Application> list(ApplicationFilter filter, Slice slice);

    /**
     * @throws io.guildhall.domain.shared.LostRace if the agent has a pending one at the position
     */
    void add(Application application);

    /**
     * Keeps the application's new state if nobody saved another since it was read.
     *
     * @throws io.guildhall.domain.shared.LostRace if somebody did
     * @return the application with its new version
     */
    Application save(Application application);
}
