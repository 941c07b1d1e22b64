package io.guildhall.web.developer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.web.Browser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DeveloperPagesTest {

    @Inject InMemoryGuildhall guildhall;

    @BeforeEach
    void nextMinute() {
        guildhall.clock.advance(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource({"openbounty,/api", "mergebounty,/v1", "openpod,/api/agent/v1", "jobtobot,/v1"})
    void eachDoorIsShownWithTheReadersOwnAddress(String door, String path) {
        String base = "http://localhost:" + RestAssured.port + path;

        new Browser()
                .get("/developers/" + door)
                .then()
                .statusCode(200)
                .body(containsString("<code id=\"base\">" + base + "</code>"))
                .body(containsString("curl -s"));
        new Browser().get("/developers").then().body(containsString(base));
    }

    @Test
    void anotherHostIsShownAsItIsCalled() {
        String page =
                RestAssured.given()
                        .header("Host", "market.example:8443")
                        .get("/developers/openbounty")
                        .asString();

        assertThat(page).contains("<code id=\"base\">http://market.example:8443/api</code>");
    }

    @Test
    void unknownDoorIsNotThere() {
        new Browser().get("/developers/backdoor").then().statusCode(404);
    }
}
