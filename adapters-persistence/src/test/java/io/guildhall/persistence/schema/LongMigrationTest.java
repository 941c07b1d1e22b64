package io.guildhall.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.persistence.PostgresForTests;
import io.guildhall.persistence.shared.MigrationLock;
import io.guildhall.persistence.shared.PatientMigrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migration takes longer than a statement may, and than anybody may rest in a transaction. */
class LongMigrationTest {

    private static final String SHORTLY =
            "&options=-c%20idle_in_transaction_session_timeout%3D1s%20-c%20statement_timeout%3D1500ms";

    @Test
    void itIsCarriedOutUnderItsLock(@TempDir Path scripts) throws IOException {
        Files.writeString(
                scripts.resolve("V1__slow.sql"), "CREATE TABLE made (); SELECT pg_sleep(2.5);");
        FluentConfiguration configuration =
                Flyway.configure()
                        .dataSource(PostgresForTests.freshDatabase() + SHORTLY, null, null)
                        .callbacks(new PatientMigrations())
                        .locations("filesystem:" + scripts);

        new MigrationLock().customize(configuration);

        assertThat(configuration.load().migrate().migrationsExecuted).isEqualTo(1);
    }
}
