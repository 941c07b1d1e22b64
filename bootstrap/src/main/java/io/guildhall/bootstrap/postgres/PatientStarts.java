package io.guildhall.bootstrap.postgres;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Of replicas that start at once one makes the new schema, and the others wait for as long as it
 * takes: giving up after the usual fifty seconds would restart them in the midst of an upgrade.
 */
@Singleton
final class PatientStarts implements FlywayConfigurationCustomizer {

    private static final int WITHOUT_END = -1;

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.lockRetryCount(WITHOUT_END);
    }
}
