package io.guildhall.application.inmemory;

import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.workspace.knowledge.KnowledgeEntries;
import io.guildhall.domain.workspace.knowledge.KnowledgeEntry;
import io.guildhall.domain.workspace.knowledge.KnowledgeId;
import io.guildhall.domain.workspace.knowledge.KnowledgeQuery;
import io.guildhall.domain.workspace.knowledge.KnowledgeText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries in memory; what fits best has the words in its title, else in its tags. */
public final class InMemoryKnowledgeEntries implements KnowledgeEntries {

    private record Version(KnowledgeId entry, int version) {}

    private final Rows<KnowledgeId, KnowledgeEntry> rows;
    private final Rows<Version, KnowledgeEntry> versions;

    public InMemoryKnowledgeEntries(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
        this.versions = new Rows<>(transactions);
    }

    @Override
    public Optional<KnowledgeEntry> find(KnowledgeId id) {
        return rows.find(id);
    }

    @Override
    public Optional<KnowledgeEntry> find(KnowledgeId id, int version) {
        return versions.find(new Version(id, version));
    }

    @Override
    public Page<KnowledgeEntry> search(KnowledgeQuery query, int offset, int limit) {
        Comparator<KnowledgeEntry> order =
                Comparator.<KnowledgeEntry>comparingInt(entry -> entry.text().importance().place())
                        .thenComparingInt(entry -> misfit(entry.text(), query.text()))
                        .thenComparing(
                                Comparator.<KnowledgeEntry, UUID>comparing(
                                                entry -> entry.id().value(), Rows.BY_BYTES)
                                        .reversed());
        return Page.of(
                rows.where(entry -> isMeantBy(query, entry)).stream()
                        .sorted(order)
                        .skip(offset)
                        .limit(limit + 1L)
                        .toList(),
                limit);
    }

    @Override
    public List<KnowledgeEntry> versions(KnowledgeId id, int before, int limit) {
        return versions.where(entry -> entry.id().equals(id) && entry.version() < before).stream()
                .sorted(Comparator.comparingInt(KnowledgeEntry::version).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public void add(KnowledgeEntry entry) {
        rows.add(entry.id(), entry);
        keepVersion(entry);
    }

    @Override
    public void save(KnowledgeEntry next) {
        if (rows.find(next.id()).orElseThrow().version() != next.version() - 1) {
            throw new LostRace("knowledge " + next.id());
        }
        rows.put(next.id(), next);
        keepVersion(next);
    }

    private void keepVersion(KnowledgeEntry entry) {
        versions.add(new Version(entry.id(), entry.version()), entry);
    }

    private static boolean isMeantBy(KnowledgeQuery query, KnowledgeEntry entry) {
        KnowledgeText text = entry.text();
        return entry.project().equals(query.project())
                && (query.category() == null || query.category() == text.category())
                && (query.importance() == null || query.importance() == text.importance())
                && (query.text() == null
                        || SearchWords.typed(query.text())
                                .areIn(text.title() + " " + tags(text) + " " + text.content()));
    }

    private static int misfit(KnowledgeText text, @Nullable String words) {
        if (words == null || SearchWords.typed(words).areIn(text.title())) {
            return 0;
        }
        return SearchWords.typed(words).areIn(tags(text)) ? 1 : 2;
    }

    private static String tags(KnowledgeText text) {
        return String.join(" ", text.tags());
    }
}
