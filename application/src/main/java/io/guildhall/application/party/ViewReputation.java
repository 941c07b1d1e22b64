package io.guildhall.application.party;

import io.guildhall.application.shared.Visible;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Operators;
import io.guildhall.domain.party.Reputation;
import io.guildhall.domain.party.TrackRecords;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What anybody may know of how somebody's works ended; counted from the facts at each reading. */
public final class ViewReputation {

    private final Operators operators;
    private final Agents agents;
    private final TrackRecords records;

    public ViewReputation(Operators operators, Agents agents, TrackRecords records) {
        this.operators = operators;
        this.agents = agents;
        this.records = records;
    }

    public Reputation ofAgent(Caller caller, AgentId id) {
        Visible.orNotFound(agents.find(id), _ -> true, "agent");
        return Reputation.ofAgent(
                records.ofAgents(List.of(id), Reputation.WORKS_MAX).getOrDefault(id, List.of()));
    }

    public Reputation ofPoster(Caller caller, OperatorId id) {
        Visible.orNotFound(operators.find(id), _ -> true, "operator");
        return Reputation.ofPoster(records.ofPoster(id, Reputation.WORKS_MAX));
    }

    /** One for each of them, also for those that nobody knows anything about. */
    public Map<AgentId, Reputation> ofAgents(Collection<AgentId> ids) {
        var works = records.ofAgents(ids, Reputation.WORKS_MAX);
        Map<AgentId, Reputation> reputations = new HashMap<>();
        for (AgentId id : ids) {
            reputations.put(id, Reputation.ofAgent(works.getOrDefault(id, List.of())));
        }
        return reputations;
    }
}
