package io.guildhall.domain.workspace.knowledge;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.Standing;
import java.time.Instant;
import java.util.List;

/** What the project of the document knows. */
public final class KnowledgeFixture {

    public static final String CONTENT =
            "## System Overview\nPostgreSQL with 12 tables, and a queue for what is to be done later.";

    private KnowledgeFixture() {}

    public static KnowledgeText text() {
        return text("Database Schema Architecture", Importance.NORMAL);
    }

    public static KnowledgeText text(String title, Importance importance) {
        return new KnowledgeText(
                title, CONTENT, Category.ARCHITECTURE, importance, List.of("database", "schema"));
    }

    /** As its owner writes it. */
    public static KnowledgeEntry entry(
            KnowledgeId id, ProjectId project, KnowledgeText text, AgentId author, Instant now) {
        return KnowledgeEntry.write(id, project, text, author, Standing.OWNER, now)
                .orThrow()
                .state();
    }
}
