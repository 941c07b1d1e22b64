package io.guildhall.application.inmemory;

import io.guildhall.application.access.Logins;
import io.guildhall.domain.party.OperatorId;
import java.time.Instant;
import java.util.Optional;

/** Identities of operators elsewhere, in memory. */
public final class InMemoryLogins implements Logins {

    private final Rows<Identity, OperatorId> rows;

    public InMemoryLogins(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public Optional<OperatorId> find(Identity identity) {
        return rows.find(identity);
    }

    @Override
    public boolean link(Identity identity, OperatorId operator, Instant at) {
        OperatorId known = rows.keep(identity).orElse(null);
        if (known == null) {
            rows.add(identity, operator);
        }
        return known == null || known.equals(operator);
    }
}
