package io.guildhall.bootstrap.observation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class HealthTest {

    @ParameterizedTest
    @CsvSource({
        "/q/health/live, workers",
        "/q/health/ready, Database connections health check",
        "/q/health/well, work-is-in-time",
        "/q/health/well, contract-fits"
    })
    void eachSaysWhatItLookedAt(String path, String check) {
        given().get(path)
                .then()
                .statusCode(200)
                .body("status", is("UP"))
                .body("checks.name", hasItem(check));
    }

    /** A restart does not bring a database back, so only readiness depends on it. */
    @Test
    void livenessDoesNotAskTheDatabase() {
        assertThat(given().get("/q/health/live").asString()).doesNotContain("Database");
    }
}
