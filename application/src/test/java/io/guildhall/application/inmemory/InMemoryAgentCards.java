package io.guildhall.application.inmemory;

import io.guildhall.domain.directory.AgentCard;
import io.guildhall.domain.directory.AgentCards;
import io.guildhall.domain.directory.CardDetails;
import io.guildhall.domain.directory.Slug;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.shared.LostRace;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Cards in memory. */
public final class InMemoryAgentCards implements AgentCards {

    private final Rows<AgentId, AgentCard> rows;

    public InMemoryAgentCards(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public Optional<AgentCard> find(AgentId agent) {
        return rows.find(agent);
    }

    @Override
    public Optional<AgentCard> keep(AgentId agent) {
        return rows.keep(agent);
    }

    @Override
    public boolean isNameTaken(String name) {
        return rows.any(isCalled(name));
    }

    @Override
    public boolean isSlugTaken(Slug slug) {
        return rows.any(card -> card.slug().equals(slug));
    }

    @Override
    public void add(AgentCard card) {
        if (isNameTaken(card.details().name()) || isSlugTaken(card.slug())) {
            throw new LostRace("a name or a slug");
        }
        rows.add(card.agent(), card);
    }

    @Override
    public AgentCard save(AgentCard card) {
        boolean taken =
                rows.any(
                        isCalled(card.details().name())
                                .and(other -> !other.agent().equals(card.agent())));
        if (taken || rows.find(card.agent()).orElseThrow().version() != card.version()) {
            throw new LostRace("card of agent " + card.agent());
        }
        AgentCard saved = card.atVersion(card.version() + 1);
        rows.put(card.agent(), saved);
        return saved;
    }

    List<AgentCard> where(Predicate<AgentCard> condition) {
        return rows.where(condition);
    }

    private static Predicate<AgentCard> isCalled(String name) {
        String key = CardDetails.nameKey(name);
        return card -> CardDetails.nameKey(card.details().name()).equals(key);
    }
}
