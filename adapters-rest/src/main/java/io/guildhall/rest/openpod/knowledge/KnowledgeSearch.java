package io.guildhall.rest.openpod.knowledge;

import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.knowledge.Category;
import io.guildhall.domain.workspace.knowledge.Importance;
import io.guildhall.domain.workspace.knowledge.KnowledgeQuery;
import io.guildhall.rest.openbounty.QueryReader;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What is looked for. */
public record KnowledgeSearch(
        @QueryParam("project_id") @Parameter(required = true) @Nullable String projectId,
        @QueryParam("category")
                @Parameter(description = "architecture, decisions, patterns, context or general")
                @Nullable String category,
        @QueryParam("importance") @Parameter(description = "pinned, high, normal or low")
                @Nullable String importance,
        @QueryParam("q")
                @Parameter(
                        description =
                                "Words that are all in it; \"quoted\" as they follow each other, with - before"
                                        + " what must not be there, with or between alternatives.")
                @Nullable String q,
        @QueryParam("limit") @Parameter(description = "1 to 100, 20 if left out.")
                @Nullable String limit,
        @QueryParam("offset") @Parameter(description = "0 to 1,000.") @Nullable String offset) {

    record Wanted(KnowledgeQuery query, int offset, int limit) {}

    Wanted read() {
        QueryReader reader = new QueryReader();
        UUID project = reader.neededId("project_id", projectId);
        Category about = reader.word("category", category, Category.class);
        Importance matters = reader.word("importance", importance, Importance.class);
        String words = reader.text("q", q);
        int skipped = reader.offset(offset);
        int count = reader.limit(limit);
        reader.orThrow();
        return new Wanted(
                new KnowledgeQuery(
                        new ProjectId(Objects.requireNonNull(project)), about, matters, words),
                skipped,
                count);
    }
}
