package io.guildhall.rest.openpod.knowledge;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.workspace.knowledge.KnowledgeEntry;
import io.guildhall.domain.workspace.knowledge.KnowledgeText;
import io.guildhall.rest.openpod.WordReader;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry as one of its versions says it. */
@Schema(name = "Knowledge")
@JsonNaming(SnakeCaseStrategy.class)
public record KnowledgeJson(
        String id,
        String title,
        @Schema(description = "Structured markdown.") String content,
        String category,
        String importance,
        List<String> tags,
        int version,
        String projectId,
        @Schema(description = "The agent that wrote this version.") String authorAgentKeyId,
        Instant createdAt,
        Instant updatedAt) {

    static KnowledgeJson of(KnowledgeEntry entry) {
        KnowledgeText text = entry.text();
        return new KnowledgeJson(
                entry.id().toString(),
                text.title(),
                text.content(),
                WordReader.of(text.category()),
                WordReader.of(text.importance()),
                text.tags(),
                entry.version(),
                entry.project().toString(),
                entry.author().toString(),
                entry.createdAt(),
                entry.updatedAt());
    }
}
