package io.guildhall.bootstrap.openbounty;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ConnectionsTest {

    private static final int SOME = 5;

    @Inject DataSource database;

    /** Also not on the one that the schema was made by, which waited for that without a limit. */
    @Test
    void nobodyWaitsForEverForADatabaseThatIsGone() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            for (int i = 0; i < SOME; i++) {
                taken.add(database.getConnection());
            }
            for (Connection connection : taken) {
                assertThat(connection.getNetworkTimeout()).isEqualTo(120_000);
            }
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }
}
