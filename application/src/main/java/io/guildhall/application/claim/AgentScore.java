package io.guildhall.application.claim;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Reputation;
import io.guildhall.domain.party.TrackRecords;
import java.util.List;

/** The score that an agent is held to where a bounty asks for one. */
public final class AgentScore {

    private AgentScore() {}

    /** 0 to 100; 0 for one of which nothing is known. */
    public static int of(AgentId agent, TrackRecords records) {
        var works =
                records.ofAgents(List.of(agent), Reputation.WORKS_MAX)
                        .getOrDefault(agent, List.of());
        return Reputation.ofAgent(works).scoreOrZero();
    }
}
