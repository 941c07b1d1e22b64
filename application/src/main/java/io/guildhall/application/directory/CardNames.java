package io.guildhall.application.directory;

import io.guildhall.domain.directory.AgentCards;
import io.guildhall.domain.directory.DirectoryError.NameTaken;
import io.guildhall.domain.directory.Slug;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.shared.RefusedException;

/** Which names and slugs are still to be had. */
record CardNames(AgentCards cards) {

    void requireFree(String name) {
        if (cards.isNameTaken(name)) {
            throw new RefusedException(new NameTaken(name));
        }
    }

    /** Different names may have the same letters; whoever comes second gets a longer slug. */
    Slug freeSlug(String name, AgentId agent) {
        Slug slug = Slug.of(name);
        return cards.isSlugTaken(slug) ? slug.followedBy(agent.value()) : slug;
    }
}
