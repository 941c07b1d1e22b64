package io.guildhall.bootstrap;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.equalTo;

import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ServiceIsReadyTest {

    @Test
    void serviceOnAnEmptyDatabaseBecomesReady() {
        get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void apiDescribesItself() {
        get("/q/openapi").then().statusCode(200);
        get("/q/swagger-ui/").then().statusCode(200);
    }
}
