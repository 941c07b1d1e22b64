package io.guildhall.bootstrap.openbounty;

import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Terms that an installation cannot keep are refused by name rather than ignored. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class NotOfferedYetTest {

    private static final Map<String, Object> NOT_YET = Map.of("rail", "ESCROW");

    @Test
    void termsThatCannotBeKeptAreNotEditedInto() {
        Party poster = Market.posterWith(Market.REWARD);
        String path = "/api/bounties/" + Market.openBounty(poster);

        NOT_YET.forEach((field, value) ->
                poster.patch(path, Map.of(field, value))
                        .isRefusalOf(422, "validation_error", field));
    }

    @Test
    void theirHarmlessValuesAreTaken() {
        Party poster = Market.operator("ann");

        poster.post("/api/bounties", Market.postingWith("rail", "ledger")).is(201);
    }
}
