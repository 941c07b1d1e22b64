package io.guildhall.rest.openbounty.ledger;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.rest.InMemoryWiring;
import io.guildhall.rest.openbounty.Client;
import io.guildhall.rest.openbounty.Scene;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StatementOfNowTest {

    @Inject InMemoryGuildhall guildhall;

    private Scene scene;

    @BeforeEach
    void everybodyIsNew() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        scene = Scene.of(guildhall);
    }

    @Test
    void statementEndsNowByTheMarketsClock() {
        new Client(InMemoryWiring.ADMIN_KEY)
                .post("/api/test/clock/advance", "{\"duration\": \"P40D\"}")
                .then()
                .statusCode(200);
        scene.poster.post("/api/balance/top-up", "{\"amount_cents\": 1000}").then().statusCode(201);
        // What moves at its last instant is the next statement's.
        guildhall.clock.advance(Duration.ofSeconds(1));
        int balance = scene.poster.get("/api/balance").path("balances[0].available_cents");

        scene.poster
                .get("/api/balance/statement")
                .then()
                .statusCode(200)
                .body("entries", hasSize(1))
                .body("closing.cents", equalTo(balance));
    }
}
