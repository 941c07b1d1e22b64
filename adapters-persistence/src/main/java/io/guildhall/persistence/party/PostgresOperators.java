package io.guildhall.persistence.party;

import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Operators;
import io.guildhall.persistence.shared.Rows;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The operators in PostgreSQL. */
@Singleton
public final class PostgresOperators implements Operators {

    private final Rows rows;
    private final OperatorRows operators;
    private final Sql sql;

    PostgresOperators(Rows rows, OperatorRows operators, Sql sql) {
        this.rows = rows;
        this.operators = operators;
        this.sql = sql;
    }

    @Override
    public Optional<Operator> find(OperatorId id) {
        return rows.read(() -> operators.findByIdOptional(id.value()).map(OperatorRow::operator));
    }

    @Override
    public Optional<Operator> first() {
        return rows.read(() ->
                operators
                        .find("order by createdAt, id")
                        .firstResultOptional()
                        .map(OperatorRow::operator));
    }

    @Override
    public void lock() {
        sql.change("LOCK TABLE operator IN SHARE ROW EXCLUSIVE MODE");
    }

    @Override
    public void add(Operator operator) {
        rows.change(() -> operators.persist(OperatorRow.of(operator)));
    }

    @Override
    public void save(Operator operator) {
        rows.change(() ->
                operators.update(
                        "roles = ?1 where id = ?2",
                        OperatorRow.of(operator).roles,
                        operator.id().value()));
    }
}
