package io.guildhall.persistence.knowledge;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.knowledge.Category;
import io.guildhall.domain.workspace.knowledge.Importance;
import io.guildhall.domain.workspace.knowledge.KnowledgeEntries;
import io.guildhall.domain.workspace.knowledge.KnowledgeEntry;
import io.guildhall.domain.workspace.knowledge.KnowledgeId;
import io.guildhall.domain.workspace.knowledge.KnowledgeQuery;
import io.guildhall.domain.workspace.knowledge.KnowledgeText;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import io.guildhall.persistence.shared.Words;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Entries in PostgreSQL, each with all its versions, found by full text. */
@Singleton
public final class PostgresKnowledgeEntries implements KnowledgeEntries {

    private static final String FIND = "SELECT * FROM knowledge_entry WHERE id = ?";

    private static final String VERSION =
            """
            SELECT v.entry_id AS id, e.project_id, v.title, v.content, v.category, v.importance,
                   v.tags, v.author_id, v.version, e.created_at, v.written_at AS updated_at
            FROM knowledge_version v JOIN knowledge_entry e ON e.id = v.entry_id
            WHERE v.entry_id = ?\
            """;

    private static final String ADD =
            """
            INSERT INTO knowledge_entry (id, project_id, title, content, category, importance, tags,
                tag_text, author_id, version, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String SAVE =
            """
            UPDATE knowledge_entry SET title = ?, content = ?, category = ?, importance = ?,
                tags = ?, tag_text = ?, author_id = ?, version = ?, updated_at = ?
            WHERE id = ? AND version = ?
            """;

    private static final String ADD_VERSION =
            """
            INSERT INTO knowledge_version (entry_id, version, title, content, category, importance,
                tags, author_id, written_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Sql sql;

    PostgresKnowledgeEntries(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<KnowledgeEntry> find(KnowledgeId id) {
        return sql.first(FIND, PostgresKnowledgeEntries::read, id.value());
    }

    @Override
    public Optional<KnowledgeEntry> find(KnowledgeId id, int version) {
        return sql.first(
                VERSION + " AND v.version = ?",
                PostgresKnowledgeEntries::read,
                id.value(),
                version);
    }

    @Override
    public Page<KnowledgeEntry> search(KnowledgeQuery query, int offset, int limit) {
        KnowledgeSearch search = KnowledgeSearch.of(query, offset, limit);
        return Page.of(
                sql.list(
                        search.text(),
                        PostgresKnowledgeEntries::read,
                        search.parameters().toArray()),
                limit);
    }

    @Override
    public List<KnowledgeEntry> versions(KnowledgeId id, int before, int limit) {
        return sql.list(
                VERSION + " AND v.version < ? ORDER BY v.version DESC LIMIT ?",
                PostgresKnowledgeEntries::read,
                id.value(),
                before,
                limit);
    }

    @Override
    public void add(KnowledgeEntry entry) {
        KnowledgeText text = entry.text();
        sql.change(
                ADD,
                entry.id().value(),
                entry.project().value(),
                text.title(),
                text.content(),
                Words.of(text.category()),
                text.importance().place(),
                text.tags(),
                String.join(" ", text.tags()),
                entry.author().value(),
                entry.version(),
                entry.createdAt(),
                entry.updatedAt());
        addVersion(entry);
    }

    @Override
    public void save(KnowledgeEntry next) {
        KnowledgeText text = next.text();
        int saved =
                sql.change(
                        SAVE,
                        text.title(),
                        text.content(),
                        Words.of(text.category()),
                        text.importance().place(),
                        text.tags(),
                        String.join(" ", text.tags()),
                        next.author().value(),
                        next.version(),
                        next.updatedAt(),
                        next.id().value(),
                        next.version() - 1);
        if (saved == 0) {
            throw new LostRace("knowledge " + next.id());
        }
        addVersion(next);
    }

    private void addVersion(KnowledgeEntry entry) {
        KnowledgeText text = entry.text();
        sql.change(
                ADD_VERSION,
                entry.id().value(),
                entry.version(),
                text.title(),
                text.content(),
                Words.of(text.category()),
                text.importance().place(),
                text.tags(),
                entry.author().value(),
                entry.updatedAt());
    }

    private static KnowledgeEntry read(Row row) throws SQLException {
        UUID id = row.uuid("id");
        return new KnowledgeEntry(
                new KnowledgeId(id),
                new ProjectId(row.uuid("project_id")),
                new KnowledgeText(
                        row.text("title"),
                        row.text("content"),
                        Words.parse(Category.class, row.text("category")),
                        Importance.at(row.integer("importance")),
                        row.texts("tags")),
                new AgentId(row.uuid("author_id")),
                row.integer("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }
}
