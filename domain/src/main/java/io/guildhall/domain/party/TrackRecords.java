package io.guildhall.domain.party;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The settled works of everybody; append only. */
public interface TrackRecords {

    /** A claim is settled once; adding it again is a bug and throws. */
    void add(SettledWork work);

    /** The latest of each agent, latest first; agents without any may be missing. */
    Map<AgentId, List<SettledWork>> ofAgents(Collection<AgentId> agents, int limitEach);

    /** The latest that was done for the operator, latest first. */
    List<SettledWork> ofPoster(OperatorId poster, int limit);
}
