package io.guildhall.application.inmemory;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.SettledWork;
import io.guildhall.domain.party.TrackRecords;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** Settled works in memory. */
public final class InMemoryTrackRecords implements TrackRecords {

    private static final Comparator<SettledWork> LATEST_FIRST =
            Comparator.comparing(SettledWork::at)
                    .thenComparing(
                            Comparator.<SettledWork, UUID>comparing(
                                    SettledWork::claim, Rows.BY_BYTES))
                    .reversed();

    private final Rows<UUID, SettledWork> rows;

    public InMemoryTrackRecords(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public void add(SettledWork work) {
        rows.add(work.claim(), work);
    }

    @Override
    public Map<AgentId, List<SettledWork>> ofAgents(Collection<AgentId> agents, int limitEach) {
        Map<AgentId, List<SettledWork>> latest = new HashMap<>();
        for (AgentId agent : agents) {
            latest.put(agent, latest(work -> work.agent().equals(agent), limitEach));
        }
        return latest;
    }

    @Override
    public List<SettledWork> ofPoster(OperatorId poster, int limit) {
        return latest(work -> work.poster().equals(poster), limit);
    }

    /** All of them, for whoever wants to check the whole market. */
    public List<SettledWork> all() {
        return rows.where(_ -> true);
    }

    private List<SettledWork> latest(Predicate<SettledWork> whose, int limit) {
        return rows.where(whose).stream().sorted(LATEST_FIRST).limit(limit).toList();
    }
}
