package io.guildhall.bootstrap.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.persistence.PostgresForTests;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service starts only with the rail whose money its database holds. */
class RailAtStartIT {

    private static final String ANN =
            """
            INSERT INTO operator (id, name, email, roles, created_at)
            VALUES ('00000000-0000-7000-8000-000000000001', 'Ann', 'ann@example.org', '{}', now());
            """;

    private static final String PAYMENT_AT_STRIPE =
            """
            INSERT INTO payment (id, payer_id, units, currency, rail, stage, fee_units, fee_known, chargebacks, given_back,
                attempts, look_at, created_at, updated_at, version)
            VALUES ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 3000, 'usd', 'stripe',
                'requested', 0, false, '[]', 0, 0, now() + interval '1 hour', now(), now(), 0);
            """;

    private static final String MONEY_OF_A_SANDBOX =
            """
            INSERT INTO account (code, currency, kind, balance, pending_out)
            VALUES ('external:sandbox:usd', 'usd', 'external:sandbox', -3000, 0);
            """;

    @TempDir Path directory;

    private String database;

    @BeforeEach
    void annIsThere() throws SQLException {
        database = PostgresForTests.freshDatabase();
        Flyway.configure().dataSource(database, null, null).load().migrate();
        run(ANN);
    }

    @Test
    void sandboxDoesNotStartOnPaymentsAtStripe() throws SQLException {
        run(PAYMENT_AT_STRIPE);

        assertRefused(Map.of(), "this database knows payments");
    }

    @Test
    void stripeStartsOnPretendedMoneyOnceItIsKnown() throws SQLException {
        run(MONEY_OF_A_SANDBOX);
        Map<String, String> stripe =
                new HashMap<>(
                        Map.of(
                                "GUILDHALL_STRIPE_SECRET_KEY", "sk_test_thekeyofthetests",
                                "GUILDHALL_STRIPE_WEBHOOK_SECRET", "whsec_theendpointssecret",
                                "GUILDHALL_STRIPE_COUNTRY", "US",
                                "GUILDHALL_STRIPE_PUBLIC_URL", "https://market.example",
                                "GUILDHALL_STRIPE_API_URL", "http://127.0.0.1:1"));

        assertRefused(stripe, "GUILDHALL_STRIPE_PRETENDED_MONEY");

        stripe.put("GUILDHALL_STRIPE_PRETENDED_MONEY", "stays");
        try (Packaged service = start(stripe).onceReady()) {
            assertThat(service.said()).contains("Money comes and goes by Stripe");
        }
    }

    private void assertRefused(Map<String, String> settings, String why) {
        try (Packaged service = start(settings)) {
            assertThatThrownBy(service::onceReady)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(why);
            assertThat(service.exitCode()).isNotZero();
        }
    }

    private Packaged start(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("GUILDHALL_JDBC_URL", database);
        environment.put("GUILDHALL_DATA", directory.toString());
        return Packaged.start("rail-at-start", environment);
    }

    private void run(String changes) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute(changes);
        }
    }
}
