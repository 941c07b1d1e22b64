package io.guildhall.persistence.schema;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.contract.PortContract;
import io.guildhall.application.contract.PortsUnderTest;
import io.guildhall.persistence.contract.PostgresPortsUnderTest;
import io.guildhall.persistence.shared.DatabaseFailure;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Statements as somebody would type them who goes past the code. */
abstract class SchemaTest extends PortContract {

    @Inject PostgresPortsUnderTest ports;
    @Inject Sql sql;

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }

    /** Refused by the guard of that name, or with those words. */
    void assertRefused(String guard, String statement, @Nullable Object... parameters) {
        assertThatThrownBy(() -> unit(() -> sql.change(statement, parameters)))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining(guard);
    }
}
