package io.guildhall.persistence.shared;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/**
 * The replica that makes the new schema keeps the others from it by a lock of its session. One of a
 * transaction, as Flyway has it by itself, rests while a migration runs, and the database ends what
 * rests in a transaction for longer than any unit of work does. The others wait for as long as it
 * takes: giving up after Flyway's fifty seconds would restart them in the midst of an upgrade.
 */
@Singleton
public final class MigrationLock implements FlywayConfigurationCustomizer {

    private static final int WITHOUT_END = -1;

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.lockRetryCount(WITHOUT_END);
        configuration
                .getPluginRegister()
                .getExact(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
    }
}
