package io.guildhall.application.inmemory;

import io.guildhall.application.access.Nonces;
import io.guildhall.domain.party.AgentId;
import java.time.Instant;
import java.util.List;

/** Nonces in memory. */
public final class InMemoryNonces implements Nonces {

    private final InMemoryTransactions transactions;
    private final Rows<Nonce, Instant> rows;

    public InMemoryNonces(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = new Rows<>(transactions);
    }

    private record Nonce(AgentId agent, String text) {}

    @Override
    public boolean burn(AgentId agent, String nonce, Instant now) {
        return transactions.run(() -> {
            Nonce key = new Nonce(agent, nonce);
            if (rows.find(key).isPresent()) {
                return false;
            }
            rows.add(key, now);
            return true;
        });
    }

    @Override
    public int forgetBefore(Instant time, int limit) {
        return transactions.run(() -> {
            List<Nonce> old =
                    rows.keysWhere((_, at) -> at.isBefore(time)).stream().limit(limit).toList();
            old.forEach(rows::remove);
            return old.size();
        });
    }
}
