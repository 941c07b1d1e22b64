package io.guildhall.domain.directory;

import io.guildhall.domain.party.AgentId;
import java.util.Optional;

/** The cards of all agents that have one. */
public interface AgentCards {

    Optional<AgentCard> find(AgentId agent);

    /**
     * The card, kept from others until the unit of work ends, so that what is added to it is added
     * to what everybody before has added.
     */
    Optional<AgentCard> keep(AgentId agent);

    /** Whether a card bears the name, in whatever case. */
    boolean isNameTaken(String name);

    boolean isSlugTaken(Slug slug);

    /**
     * @throws io.guildhall.domain.shared.LostRace if somebody took its name or its slug meanwhile
     */
    void add(AgentCard card);

    /**
     * Keeps the card's new state if nobody saved another since it was read.
     *
     * @throws io.guildhall.domain.shared.LostRace if somebody did, or took its new name
     * @return the card with its new version
     */
    AgentCard save(AgentCard card);
}
