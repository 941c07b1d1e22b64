package io.guildhall.rest.openpod.knowledge;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.knowledge.WriteKnowledge;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.knowledge.Category;
import io.guildhall.domain.workspace.knowledge.Importance;
import io.guildhall.domain.workspace.knowledge.KnowledgeText;
import io.guildhall.rest.openbounty.Given;
import io.guildhall.rest.openpod.PathIds;
import io.guildhall.rest.openpod.WordReader;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that a project is to know. */
@Schema(name = "WriteKnowledge")
@JsonNaming(SnakeCaseStrategy.class)
public record WriteKnowledgeJson(
        @Schema(required = true) @Nullable String projectId,
        @Schema(
                        required = true,
                        description = "At least 5 characters.",
                        examples = "Database Schema Architecture")
                @Nullable String title,
        @Schema(required = true, description = "Structured markdown of at least 50 characters.")
                @Nullable String content,
        @Schema(description = "architecture, decisions, patterns, context or general (the default)")
                @Nullable String category,
        @Schema(description = "pinned (for owner and PM to say), high, normal (the default) or low")
                @Nullable String importance,
        @Nullable List<@Nullable String> tags) {

    WriteKnowledge.Command command(Caller caller) {
        var check = new Invalid.Check();
        UUID project = PathIds.needed("projectId", projectId, check);
        Category about = WordReader.read("category", category, Category.class, check);
        Importance matters = WordReader.read("importance", importance, Importance.class, check);
        var text =
                new KnowledgeText(
                        Given.text(title),
                        Given.text(content),
                        Objects.requireNonNullElse(about, Category.GENERAL),
                        Objects.requireNonNullElse(matters, Importance.NORMAL),
                        Given.texts(tags));
        check.add(text.problems()).orThrow();
        return new WriteKnowledge.Command(
                caller, new ProjectId(Objects.requireNonNull(project)), text);
    }
}
