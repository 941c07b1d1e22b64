package io.guildhall.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.bootstrap.demo.Parties.Poster;
import io.guildhall.bootstrap.demo.Parties.Workshop;

/**
 * Where the demo's money is in the end, read from the parties' own accounts; all amounts in cents.
 */
record Accounts(
        long toppedUp,
        long backWithPosters,
        long inEscrow,
        long withWorkshops,
        long inTransit,
        long withdrawn,
        long fees,
        long forfeited) {

    /**
     * @param treasuryBefore what the treasury had before the demo began
     */
    static Accounts read(Parties parties, long treasuryBefore) {
        long toppedUp = 0;
        long backWithPosters = 0;
        long inEscrow = 0;
        for (Poster poster : parties.posters()) {
            JsonNode balance = usd(poster.door());
            toppedUp += poster.toppedUpCents().get();
            backWithPosters += balance.get("available_cents").asLong();
            inEscrow += balance.get("held_cents").asLong();
        }
        long withWorkshops = 0;
        long inTransit = 0;
        long withdrawn = 0;
        long fees = 0;
        for (Workshop workshop : parties.workshops()) {
            JsonNode balance = usd(workshop.door());
            toppedUp += workshop.toppedUpCents();
            inEscrow += balance.get("held_cents").asLong();
            withWorkshops += balance.get("available_cents").asLong();
            inTransit += balance.get("in_transit_cents").asLong();
            for (JsonNode payouts = page(workshop, "");
                    ;
                    payouts = page(workshop, "&cursor=" + payouts.get("next_cursor").asText())) {
                for (JsonNode payout : payouts.get("items")) {
                    fees += payout.get("fee_cents").asLong();
                    if (payout.get("source").asText().equals("withdrawal")
                            && payout.get("stage").asText().equals("completed")) {
                        withdrawn += payout.get("net_amount_cents").asLong();
                    }
                }
                if (!payouts.get("has_more").asBoolean()) {
                    break;
                }
            }
        }
        long forfeited = treasury(parties.posters().getFirst().door()) - treasuryBefore;
        return new Accounts(
                toppedUp,
                backWithPosters,
                inEscrow,
                withWorkshops,
                inTransit,
                withdrawn,
                fees,
                forfeited);
    }

    /** What the installation's treasury has, of stakes that were forfeited. */
    static long treasury(DoorClient door) {
        long cents = 0;
        for (JsonNode currency : door.get("/api/ledger/proof").get("currencies")) {
            if (currency.get("currency").asText().equals("usd")) {
                for (JsonNode account : currency.get("accounts")) {
                    cents +=
                            account.get("kind").asText().equals("platform:treasury")
                                    ? account.get("cents").asLong()
                                    : 0;
                }
            }
        }
        return cents;
    }

    long accountedFor() {
        return backWithPosters
                + inEscrow
                + withWorkshops
                + inTransit
                + withdrawn
                + fees
                + forfeited;
    }

    static JsonNode usd(DoorClient door) {
        for (JsonNode balance : door.get("/api/balance").get("balances")) {
            if (balance.get("currency").asText().equals("usd")) {
                return balance;
            }
        }
        throw new DemoFailed("There is no usd balance");
    }

    private static JsonNode page(Workshop workshop, String cursor) {
        return workshop.door().get("/api/payouts?limit=100" + cursor);
    }
}
