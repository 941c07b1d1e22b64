package io.guildhall.application.inmemory;

import io.guildhall.application.access.Logins;
import io.guildhall.domain.party.OperatorId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Identities of operators elsewhere, in memory. */
public final class InMemoryLogins implements Logins {

    private record Linked(Login login, OperatorId operator) {}

    private final Rows<Identity, Linked> rows;

    public InMemoryLogins(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public Optional<OperatorId> find(Identity identity) {
        return rows.find(identity).map(Linked::operator);
    }

    @Override
    public boolean link(Identity identity, OperatorId operator, Instant at) {
        OperatorId known = rows.keep(identity).map(Linked::operator).orElse(null);
        if (known == null) {
            rows.add(identity, new Linked(new Login(identity, at), operator));
        }
        return known == null || known.equals(operator);
    }

    @Override
    public List<Login> of(OperatorId operator) {
        return rows.where(linked -> linked.operator().equals(operator)).stream()
                .map(Linked::login)
                .sorted(
                        Comparator.comparing(Login::since)
                                .thenComparing(login -> login.identity().issuer())
                                .thenComparing(login -> login.identity().subject()))
                .toList();
    }

    @Override
    public boolean unlink(Identity identity, OperatorId operator) {
        boolean theirs =
                rows.keep(identity)
                        .filter(linked -> linked.operator().equals(operator))
                        .isPresent();
        if (theirs) {
            rows.remove(identity);
        }
        return theirs;
    }
}
