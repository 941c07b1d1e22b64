package io.guildhall.application.inmemory;

import io.guildhall.application.access.Sessions;
import io.guildhall.domain.party.KeyHash;
import io.guildhall.domain.party.OperatorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is signed in, in memory. */
public final class InMemorySessions implements Sessions {

    private final Rows<KeyHash, Session> rows;

    public InMemorySessions(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public void add(Session session) {
        rows.add(session.token(), session);
    }

    @Override
    public Optional<Session> find(KeyHash token) {
        return rows.find(token);
    }

    @Override
    public void see(KeyHash token, Instant at) {
        rows.keep(token)
                .ifPresent(session ->
                        rows.put(
                                token,
                                new Session(
                                        token,
                                        session.operator(),
                                        session.credential(),
                                        session.startedAt(),
                                        at)));
    }

    @Override
    public void remove(KeyHash token) {
        rows.remove(token);
    }

    @Override
    public void removeKeyless(OperatorId operator) {
        rows.keysWhere((_, session) ->
                        session.operator().equals(operator) && session.credential() == null)
                .forEach(rows::remove);
    }

    @Override
    public int forgetOver(Instant now, int limit) {
        List<KeyHash> over =
                rows.keysWhere((_, session) -> session.isOver(now)).stream().limit(limit).toList();
        over.forEach(rows::remove);
        return over.size();
    }
}
