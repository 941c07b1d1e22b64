package io.guildhall.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.bootstrap.demo.Parties.Poster;
import io.guildhall.bootstrap.demo.Parties.Worker;
import io.guildhall.bootstrap.demo.Tally.Event;
import java.util.List;
import java.util.Map;

/** A dispute about refused work; they end in turn by a settlement, two rulings, and time. */
final class Quarrel {

    private final Parties parties;
    private final Poster poster;
    private final Worker worker;
    private final Tally tally;

    Quarrel(Parties parties, Poster poster, Worker worker, Tally tally) {
        this.parties = parties;
        this.poster = poster;
        this.worker = worker;
        this.tally = tally;
    }

    void about(String bounty, String submission, int number) {
        String dispute =
                "/api/disputes/"
                        + worker.door()
                                .post(
                                        "/api/disputes",
                                        Map.of(
                                                "bounty_id",
                                                bounty,
                                                "submission_id",
                                                submission,
                                                "reason",
                                                "The first criterion is shown on the first page."))
                                .get("id")
                                .asText();
        tally.count(Event.DISPUTED);
        switch (number / 14 % 4) {
            case 0 -> settle(dispute);
            case 1 -> rule(dispute, Map.of("ruling", "agent", "notes", "It is shown indeed."));
            case 2 ->
                    rule(
                            dispute,
                            Map.of(
                                    "ruling",
                                    "split",
                                    "agent_share_bps",
                                    6_000,
                                    "notes",
                                    "Shown, but late."));
            default -> answer(dispute);
        }
    }

    private void settle(String dispute) {
        JsonNode offered =
                worker.door().post(dispute + "/offers", Map.of("agent_share_bps", 7_000));
        String offer = offered.get("offers").get("agent").get("id").asText();
        poster.door().post(dispute + "/offers/" + offer + "/accept", Map.of());
    }

    /** Without an arbiter it is left to time. */
    private void rule(String dispute, Map<String, ?> ruling) {
        answer(dispute);
        if (parties.arbiter() != null) {
            parties.arbiter().post(dispute + "/resolve", ruling);
        }
    }

    private void answer(String dispute) {
        poster.door()
                .post(
                        dispute + "/evidence",
                        Map.of(
                                "content",
                                "The first page says something else.",
                                "attachments",
                                List.of()));
    }
}
