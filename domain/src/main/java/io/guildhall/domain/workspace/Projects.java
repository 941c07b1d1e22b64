package io.guildhall.domain.workspace;

import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.Slice;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All projects. */
public interface Projects {

    Optional<Project> find(ProjectId id);

    /** Those of them that exist, in no order. */
    List<Project> findAll(Set<ProjectId> ids);

    /**
     * The project, kept from others that lock or hold it until the unit of work ends: for commands
     * whose decision depends on what else is in the project.
     */
    Optional<Project> lock(ProjectId id);

    /**
     * The project, kept from others that would change it but not from others that hold it: for
     * commands that only need it to stay open.
     */
    Optional<Project> hold(ProjectId id);

    /**
     * The number of the project's next ticket, from 1 on and without gaps: who asks keeps others
     * that ask waiting until its unit of work ends, and one that is undone gives the number back.
     */
    int nextTicketNumber(ProjectId id);

    void add(Project project);

    /**
     * Keeps the project's new state if nobody saved another since it was read.
     *
     * @throws io.guildhall.domain.shared.LostRace if somebody did
     * @return the project with its new version
     */
    Project save(Project project);

    /** How many of the owner's projects are open. */
    int countOpenOf(OperatorId owner);

    /** Newest first. */
    Page<Project> list(ProjectFilter filter, Slice slice);
}
