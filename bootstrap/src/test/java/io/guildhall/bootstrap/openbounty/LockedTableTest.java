package io.guildhall.bootstrap.openbounty;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Whoever needs what others hold is not kept waiting without end. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(LockedTableTest.WaitsShortly.class)
class LockedTableTest {

    /** The same setting as the service's own, in a test's time. */
    public static final class WaitsShortly implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.jdbc.additional-jdbc-properties.options",
                    "-c lock_timeout=100ms");
        }
    }

    @Inject DataSource database;

    @Test
    void callersAreToldToComeAgain() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE operator IN ACCESS EXCLUSIVE MODE");

            var refused =
                    signUp().then().statusCode(503).body("reason", is("storage_busy")).extract();

            assertThat(refused.header("Retry-After")).isNotBlank();
            connection.rollback();
        }
        signUp().then().statusCode(201);
    }

    private static Response signUp() {
        return given().contentType(ContentType.JSON)
                .body("{\"name\": \"Ann\", \"email\": \"ann@busy.example.org\"}")
                .post("/api/operators");
    }
}
