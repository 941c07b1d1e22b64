package io.guildhall.domain.workspace.knowledge;

import io.guildhall.domain.workspace.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in a project; null where it does not matter.
 *
 * @param text words that are all in it, as somebody types them into a search
 */
public record KnowledgeQuery(
        ProjectId project,
        @Nullable Category category,
        @Nullable Importance importance,
        @Nullable String text) {}
