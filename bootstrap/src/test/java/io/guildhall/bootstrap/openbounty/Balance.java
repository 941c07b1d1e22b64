package io.guildhall.bootstrap.openbounty;

import com.fasterxml.jackson.databind.JsonNode;

/** What an operator has in usd, in cents. */
record Balance(long available, long held, long inTransit) {

    static Balance of(Party operator) {
        for (JsonNode balance : operator.get("/api/balance").is(200).list("balances")) {
            if (balance.get("currency").asText().equals("usd")) {
                return new Balance(
                        balance.get("available_cents").asLong(),
                        balance.get("held_cents").asLong(),
                        balance.get("in_transit_cents").asLong());
            }
        }
        throw new AssertionError("There is no usd balance");
    }
}
