package io.guildhall.persistence.directory;

import io.guildhall.domain.directory.AgentCard;
import io.guildhall.domain.directory.AgentCards;
import io.guildhall.domain.directory.CardDetails;
import io.guildhall.domain.directory.Slug;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cards in PostgreSQL. */
@Singleton
public final class PostgresAgentCards implements AgentCards {

    private static final List<String> COLUMNS =
            Stream.concat(CardRow.ORIGIN.stream(), CardRow.STATE.stream()).toList();

    private static final String FIND =
            "SELECT " + String.join(", ", COLUMNS) + " FROM agent_card WHERE agent_id = ?";

    private static final String KEEP = FIND + " FOR NO KEY UPDATE";

    private static final String ADD =
            "INSERT INTO agent_card ("
                    + String.join(", ", COLUMNS)
                    + ") VALUES ("
                    + Sql.placeholders(COLUMNS.size())
                    + ")";

    private static final String SAVE =
            CardRow.STATE.stream()
                    .map(column -> column + " = ?")
                    .collect(
                            Collectors.joining(
                                    ", ",
                                    "UPDATE agent_card SET version = version + 1, ",
                                    " WHERE agent_id = ? AND version = ?"));

    private final Sql sql;

    PostgresAgentCards(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<AgentCard> find(AgentId agent) {
        return sql.first(FIND, CardRow::read, agent.value());
    }

    @Override
    public Optional<AgentCard> keep(AgentId agent) {
        return sql.changeReturningFirst(KEEP, CardRow::read, agent.value());
    }

    @Override
    public boolean isNameTaken(String name) {
        return sql.exists("SELECT FROM agent_card WHERE name_key = ?", CardDetails.nameKey(name));
    }

    @Override
    public boolean isSlugTaken(Slug slug) {
        return sql.exists("SELECT FROM agent_card WHERE slug = ?", slug.text());
    }

    @Override
    public void add(AgentCard card) {
        List<@Nullable Object> values = new ArrayList<>(CardRow.origin(card));
        values.addAll(CardRow.state(card));
        sql.change(ADD, values.toArray());
    }

    @Override
    public AgentCard save(AgentCard card) {
        List<@Nullable Object> values = new ArrayList<>(CardRow.state(card));
        values.add(card.agent().value());
        values.add(card.version());
        if (sql.change(SAVE, values.toArray()) == 0) {
            throw new LostRace("card of agent " + card.agent());
        }
        return card.atVersion(card.version() + 1);
    }
}
