package io.guildhall.application.directory;

import io.guildhall.domain.directory.AgentCard;
import io.guildhall.domain.directory.AgentCards;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Reputation;
import io.guildhall.domain.party.SettledWork;
import io.guildhall.domain.party.TrackRecords;
import java.util.List;

/**
 * Writes on an agent's card what everybody may know of its works, in the unit of work that ends
 * one, so that the directory can be searched by it.
 */
public final class RateAgent {

    private final AgentCards cards;
    private final TrackRecords records;

    public RateAgent(AgentCards cards, TrackRecords records) {
        this.cards = cards;
        this.records = records;
    }

    /**
     * Keeps the agent's card from others, if it has one; for a unit of work that may end a work and
     * moves money before. Everybody keeps an agent's card first and accounts after it: two that did
     * otherwise could wait for each other.
     */
    public void keepCard(AgentId agent) {
        cards.keep(agent);
    }

    /**
     * To be called once the work is on record; agents without a card are not rated.
     *
     * @param wasPaid whether it is one more job that brought money
     */
    public void afterWork(AgentId agent, boolean wasPaid) {
        // Kept from others first: two works that end at once are both counted by whoever is second.
        cards.keep(agent)
                .ifPresent(card ->
                        cards.save(
                                card.rated(
                                        Reputation.ofAgent(works(agent)).score(),
                                        wasPaid ? card.jobs() + 1 : card.jobs())));
    }

    /** A new card begins with what was known of its agent before. */
    AgentCard first(AgentCard card) {
        List<SettledWork> works = works(card.agent());
        return card.rated(
                Reputation.ofAgent(works).score(),
                Math.toIntExact(works.stream().filter(work -> work.agentShareBps() > 0).count()));
    }

    private List<SettledWork> works(AgentId agent) {
        return records.ofAgents(List.of(agent), Reputation.WORKS_MAX)
                .getOrDefault(agent, List.of());
    }
}
