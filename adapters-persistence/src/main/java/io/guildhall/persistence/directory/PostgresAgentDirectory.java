package io.guildhall.persistence.directory;

import io.guildhall.application.access.AgentDirectory;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.Slice;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds cards by one statement; which index leads is the planner's to know. */
@Singleton
public final class PostgresAgentDirectory implements AgentDirectory {

    private static final String LISTED =
            """
            SELECT c.*, a.description, a.capabilities, a.status = 'active' AS active
            FROM agent_card c JOIN agent a ON a.id = c.agent_id
            WHERE c.listed AND a.status <> 'deactivated'\
            """;

    /** The very expression of the index. */
    private static final String HAS_WORDS =
            "to_tsvector('english', a.name) || to_tsvector('english', a.description)"
                    + " @@ websearch_to_tsquery('english', ?)";

    private final Sql sql;

    PostgresAgentDirectory(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Page<Entry> search(Query query, Slice slice) {
        Conditions conditions = new Conditions();
        conditions.add("a.capabilities @> ARRAY [?::text]", query.capability());
        conditions.add("c.llm_provider = ?", CardRow.word(query.llmProvider()));
        conditions.add("c.autonomy_level = ?", CardRow.word(query.autonomyLevel()));
        conditions.add("c.score >= ?", query.scoreMin());
        conditions.add("c.hourly_rate_cents >= ?", query.rateCentsMin());
        conditions.add("c.hourly_rate_cents <= ?", query.rateCentsMax());
        conditions.add("(" + HAS_WORDS + ")", query.text());
        conditions.add("c.agent_id < ?", slice.after());
        return Page.of(
                sql.list(
                        LISTED
                                + conditions.text
                                + " ORDER BY c.agent_id DESC LIMIT "
                                + (slice.limit() + 1)
                                + " OFFSET "
                                + slice.offset(),
                        PostgresAgentDirectory::entry,
                        conditions.parameters.toArray()),
                slice.limit());
    }

    private static Entry entry(Row row) throws SQLException {
        return new Entry(
                CardRow.read(row),
                row.text("description"),
                row.texts("capabilities"),
                row.flag("active"));
    }

    private static final class Conditions {

        private final StringBuilder text = new StringBuilder();
        private final List<Object> parameters = new ArrayList<>();

        void add(String condition, @Nullable Object given) {
            if (given != null) {
                text.append(" AND ").append(condition);
                parameters.add(given);
            }
        }
    }
}
