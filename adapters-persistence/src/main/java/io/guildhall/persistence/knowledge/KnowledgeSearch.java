package io.guildhall.persistence.knowledge;

import io.guildhall.domain.workspace.knowledge.Importance;
import io.guildhall.domain.workspace.knowledge.KnowledgeEntries;
import io.guildhall.domain.workspace.knowledge.KnowledgeQuery;
import io.guildhall.persistence.shared.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statement that looks for knowledge. Without words it walks along an index. With words it
 * ranks, and since a word may be in everything, of each importance only the newest matches: the
 * planner finds rare words by the index of words, and frequent ones soon enough from the newest on.
 */
record KnowledgeSearch(String text, List<Object> parameters) {

    private static final String COLUMNS =
            "id, project_id, title, content, category, importance, tags, author_id, version,"
                    + " created_at, updated_at";

    private static final String ALL =
            "SELECT " + COLUMNS + " FROM knowledge_entry WHERE project_id = ?";

    /** A word for project and importance, which no text can hold: it has blanks in it. */
    private static final String MATCHING =
            "SELECT id, importance, words FROM knowledge_entry WHERE project_id = ? AND words @@"
                    + " (websearch_to_tsquery('english', ?)"
                    + " && quote_literal('project ' || ?)::tsquery)";

    static KnowledgeSearch of(KnowledgeQuery query, int offset, int limit) {
        String end = " LIMIT " + (limit + 1) + " OFFSET " + offset;
        return query.text() == null ? inOrder(query, end) : ranked(query, query.text(), end);
    }

    private static KnowledgeSearch inOrder(KnowledgeQuery query, String end) {
        List<Object> parameters = new ArrayList<>(List.of(query.project().value()));
        String text = ALL + category(query, parameters);
        Importance importance = query.importance();
        if (importance != null) {
            text += " AND importance = " + importance.place();
        }
        return new KnowledgeSearch(text + " ORDER BY importance, id DESC" + end, parameters);
    }

    private static KnowledgeSearch ranked(KnowledgeQuery query, String words, String end) {
        // Ranking comes first in the statement.
        List<Object> parameters = new ArrayList<>(List.of(words));
        Importance only = query.importance();
        String matches =
                Arrays.stream(Importance.values())
                        .filter(importance -> only == null || importance == only)
                        .map(importance -> {
                            parameters.add(query.project().value());
                            parameters.add(words);
                            parameters.add(query.project().value() + " " + importance.place());
                            return "("
                                    + MATCHING
                                    + category(query, parameters)
                                    + " AND importance = "
                                    + importance.place()
                                    + " ORDER BY id DESC LIMIT "
                                    + KnowledgeEntries.RANKED_MAX
                                    + ")";
                        })
                        .collect(Collectors.joining(" UNION ALL "));
        String best =
                "SELECT id, importance, ts_rank(words, websearch_to_tsquery('english', ?)) AS rank FROM ("
                        + matches
                        + ") AS matching ORDER BY importance, rank DESC, id DESC"
                        + end;
        return new KnowledgeSearch(
                "SELECT e.* FROM ("
                        + best
                        + ") AS best JOIN knowledge_entry e ON e.id = best.id"
                        + " ORDER BY best.importance, best.rank DESC, best.id DESC",
                parameters);
    }

    private static String category(KnowledgeQuery query, List<Object> parameters) {
        if (query.category() == null) {
            return "";
        }
        parameters.add(Words.of(query.category()));
        return " AND category = ?";
    }
}
