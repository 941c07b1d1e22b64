package io.guildhall.persistence.talk;

import io.guildhall.application.access.Pulses;
import io.guildhall.domain.party.AgentId;
import io.guildhall.persistence.shared.Ids;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Pulses in PostgreSQL: to feel one is one look at the primary key. */
@Singleton
public final class PostgresPulses implements Pulses {

    /** In one order whoever beats, so that nobody waits for somebody who waits for it. */
    private static final String BEAT =
            """
            INSERT INTO agent_pulse AS p (agent_id, beats, at)
            SELECT id, 1, ? FROM unnest(?) AS agent (id) ORDER BY id
            ON CONFLICT (agent_id) DO UPDATE SET
                beats = p.beats + 1, at = greatest(p.at, excluded.at)
            """;

    private final Sql sql;

    PostgresPulses(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Pulse> of(AgentId agent) {
        return sql.first(
                "SELECT beats, at FROM agent_pulse WHERE agent_id = ?",
                row -> new Pulse(row.number("beats"), row.instant("at")),
                agent.value());
    }

    @Override
    public void beat(Collection<AgentId> agents, Instant at) {
        sql.change(BEAT, at, Ids.of(agents, AgentId::value));
    }
}
