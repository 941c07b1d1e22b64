package io.guildhall.application.knowledge;

import io.guildhall.application.workspace.Team;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.knowledge.KnowledgeEntries;
import io.guildhall.domain.workspace.knowledge.KnowledgeEntry;
import io.guildhall.domain.workspace.knowledge.KnowledgeId;
import io.guildhall.domain.workspace.knowledge.KnowledgeQuery;
import java.util.Optional;

/** What a project knows, for those who are in it. */
public final class ViewKnowledge {

    private final Team team;
    private final KnowledgeEntries entries;

    public ViewKnowledge(Team team, KnowledgeEntries entries) {
        this.team = team;
        this.entries = entries;
    }

    public Page<KnowledgeEntry> search(Caller caller, KnowledgeQuery query, int offset, int limit) {
        team.inside(caller, query.project(), "project").mayDo(Act.SEE_INSIDE);
        return entries.search(query, offset, limit);
    }

    public KnowledgeEntry find(Caller caller, KnowledgeId id) {
        return seen(caller, entries.find(id));
    }

    public KnowledgeEntry find(Caller caller, KnowledgeId id, int version) {
        return seen(caller, entries.find(id, version));
    }

    /** Latest first, those before a version. */
    public Page<KnowledgeEntry> versions(Caller caller, KnowledgeId id, int before, int limit) {
        find(caller, id);
        return Page.of(entries.versions(id, before, limit + 1), limit);
    }

    private KnowledgeEntry seen(Caller caller, Optional<KnowledgeEntry> found) {
        KnowledgeEntry entry =
                found.orElseThrow(() -> new RefusedException(new NotFound("knowledge")));
        team.inside(caller, entry.project(), "knowledge").mayDo(Act.SEE_INSIDE);
        return entry;
    }
}
