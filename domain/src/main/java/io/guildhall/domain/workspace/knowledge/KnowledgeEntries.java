package io.guildhall.domain.workspace.knowledge;

import io.guildhall.domain.shared.Page;
import java.util.List;
import java.util.Optional;

/** What all projects know. */
public interface KnowledgeEntries {

    /** Of what matters as much as another, so many of the newest that match are compared. */
    int RANKED_MAX = 1_000;

    Optional<KnowledgeEntry> find(KnowledgeId id);

    /** As it was at an earlier version, or is now. */
    Optional<KnowledgeEntry> find(KnowledgeId id, int version);

    /**
     * What matters most first: pinned, then high, normal and low. Among these comes first what fits
     * the words best (the title before the tags before the content), or without any words what was
     * made last.
     *
     * @param offset how many are passed over
     */
    Page<KnowledgeEntry> search(KnowledgeQuery query, int offset, int limit);

    /** The latest first, which is as it is now. */
    List<KnowledgeEntry> versions(KnowledgeId id, int before, int limit);

    void add(KnowledgeEntry entry);

    /**
     * Keeps the next version beside those before it.
     *
     * @throws io.guildhall.domain.shared.LostRace if somebody kept another since the one before was
     *     read
     */
    void save(KnowledgeEntry next);
}
