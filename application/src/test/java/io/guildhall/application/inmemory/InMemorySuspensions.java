package io.guildhall.application.inmemory;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Suspension;
import io.guildhall.domain.party.Suspensions;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.Subject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Suspended parties in memory. */
public final class InMemorySuspensions implements Suspensions {

    private final Rows<Subject, Suspension> rows;

    public InMemorySuspensions(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public Optional<Suspension> find(Subject party) {
        return rows.find(party);
    }

    @Override
    public Optional<Suspension> stopping(OperatorId operator, @Nullable AgentId agent) {
        Optional<Suspension> whole = rows.find(Suspension.of(operator));
        return whole.isPresent() || agent == null ? whole : rows.find(Suspension.of(agent));
    }

    @Override
    public Page<Suspension> all(PageRequest page) {
        return rows.newestFirst(_ -> true, suspension -> suspension.party().id(), page);
    }

    @Override
    public void add(Suspension suspension) {
        if (rows.keep(suspension.party()).isPresent()) {
            throw new LostRace("suspension of " + suspension.party());
        }
        rows.add(suspension.party(), suspension);
    }

    @Override
    public boolean lift(Subject party) {
        boolean there = rows.keep(party).isPresent();
        if (there) {
            rows.remove(party);
        }
        return there;
    }
}
