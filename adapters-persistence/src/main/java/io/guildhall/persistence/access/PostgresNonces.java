package io.guildhall.persistence.access;

import io.guildhall.application.access.Nonces;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;

/** The nonces in PostgreSQL, where one insert decides for all replicas. */
@Singleton
public final class PostgresNonces implements Nonces {

    private static final String BURN =
            "INSERT INTO agent_nonce (agent_id, nonce, burnt_at) VALUES (?, ?, ?)"
                    + " ON CONFLICT DO NOTHING";
    private static final String FORGET =
            """
            DELETE FROM agent_nonce WHERE ctid IN (
                SELECT ctid FROM agent_nonce WHERE burnt_at < ?
                LIMIT ? FOR UPDATE SKIP LOCKED)
            """;

    private final Sql sql;
    private final Transactions transactions;

    PostgresNonces(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public boolean burn(AgentId agent, String nonce, Instant now) {
        return transactions.run(() -> sql.change(BURN, agent.value(), nonce, now) == 1);
    }

    @Override
    public int forgetBefore(Instant time, int limit) {
        return transactions.run(() -> sql.change(FORGET, time, limit));
    }
}
