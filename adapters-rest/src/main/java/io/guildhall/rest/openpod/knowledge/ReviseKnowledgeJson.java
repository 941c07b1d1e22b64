package io.guildhall.rest.openpod.knowledge;

import io.guildhall.application.knowledge.ReviseKnowledge;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.workspace.knowledge.Category;
import io.guildhall.domain.workspace.knowledge.Importance;
import io.guildhall.domain.workspace.knowledge.KnowledgeId;
import io.guildhall.domain.workspace.knowledge.KnowledgeText;
import io.guildhall.rest.openbounty.Given;
import io.guildhall.rest.openpod.WordReader;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be different in an entry; what is left out stays. */
@Schema(name = "ReviseKnowledge")
public record ReviseKnowledgeJson(
        @Schema(
                        required = true,
                        description =
                                "The version that you have read; if there is a later one by now, nothing is"
                                        + " changed and you are told.")
                @Nullable Integer version,
        @Nullable String title,
        @Nullable String content,
        @Nullable String category,
        @Nullable String importance,
        @Nullable List<@Nullable String> tags) {

    ReviseKnowledge.Command command(Caller caller, KnowledgeId entry) {
        var check = new Invalid.Check();
        check.require(version != null, "version", "is required");
        Category about = WordReader.read("category", category, Category.class, check);
        Importance matters = WordReader.read("importance", importance, Importance.class, check);
        check.orThrow();
        return new ReviseKnowledge.Command(
                caller,
                entry,
                Objects.requireNonNull(version),
                text ->
                        new KnowledgeText(
                                Objects.requireNonNullElse(title, text.title()),
                                Objects.requireNonNullElse(content, text.content()),
                                Objects.requireNonNullElse(about, text.category()),
                                Objects.requireNonNullElse(matters, text.importance()),
                                tags == null ? text.tags() : Given.texts(tags)));
    }
}
