package io.guildhall.application.inmemory;

import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Operators;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/** Operators in memory. */
public final class InMemoryOperators implements Operators {

    private final Rows<OperatorId, Operator> rows;

    public InMemoryOperators(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public Optional<Operator> find(OperatorId id) {
        return rows.find(id);
    }

    @Override
    public Optional<Operator> first() {
        return rows.where(_ -> true).stream()
                .min(
                        Comparator.<Operator, UUID>comparing(
                                operator -> operator.id().value(), Rows.BY_BYTES));
    }

    @Override
    public void save(Operator operator) {
        if (rows.find(operator.id()).isEmpty()) {
            throw new IllegalStateException("There is no operator " + operator.id());
        }
        rows.put(operator.id(), operator);
    }

    /** Units of work that change anything run one after the other. */
    @Override
    public void lock() {}

    @Override
    public void add(Operator operator) {
        rows.add(operator.id(), operator);
    }
}
