package io.guildhall.domain.workspace.knowledge;

import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.Invalid;
import java.util.List;

/**
 * What an entry says.
 *
 * @param content structured markdown
 */
public record KnowledgeText(
        String title, String content, Category category, Importance importance, List<String> tags) {

    public static final int CONTENT_MAX = 50_000;

    private static final int TITLE_MIN = 5;
    private static final int TITLE_MAX = 200;
    private static final int CONTENT_MIN = 50;
    private static final int TAGS_MAX = 20;
    private static final int TAG_MAX = 50;

    public KnowledgeText {
        tags = List.copyOf(tags);
    }

    public List<FieldProblem> problems() {
        return new Invalid.Check()
                .text(title, "title", TITLE_MIN, TITLE_MAX)
                .text(content, "content", CONTENT_MIN, CONTENT_MAX)
                .words(tags, "tags", TAGS_MAX, TAG_MAX)
                .problems();
    }

    public boolean isPinned() {
        return importance == Importance.PINNED;
    }
}
