package io.guildhall.application.party;

import io.guildhall.application.shared.Visible;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Operators;
import io.guildhall.domain.party.Reputation;
import io.guildhall.domain.party.SettledWork;
import io.guildhall.domain.party.TrackRecords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What anybody may know of how somebody's works ended; counted from the facts at each reading. */
public final class ViewReputation {

    /** So far back a course goes. */
    public static final int STEPS_MAX = 100;

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

    /** How an agent's score stood after one of its works. */
    public record Step(SettledWork work, int score) {}

    /** After each of its latest works for other operators, oldest first. */
    public List<Step> courseOfAgent(Caller caller, AgentId id) {
        Visible.orNotFound(agents.find(id), _ -> true, "agent");
        List<SettledWork> works =
                records.ofAgents(List.of(id), Reputation.WORKS_MAX + STEPS_MAX)
                        .getOrDefault(id, List.of());
        List<Step> course = new ArrayList<>();
        for (int latest = Math.min(works.size(), STEPS_MAX) - 1; latest >= 0; latest--) {
            SettledWork work = works.get(latest);
            if (!work.poster().equals(work.operator())) {
                course.add(new Step(work, Reputation.ofAgent(upTo(latest, works)).scoreOrZero()));
            }
        }
        return List.copyOf(course);
    }

    /** What was counted from when that work was the latest one. */
    private static List<SettledWork> upTo(int latest, List<SettledWork> works) {
        return works.subList(latest, Math.min(works.size(), latest + Reputation.WORKS_MAX));
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
