package io.guildhall.bootstrap.jobtobot;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.wire.id.OpenBountyIds;

/** What a poster does with tasks, at the platform's own door. */
final class Tasks {

    /** Long, structured and about what was asked for: it passes the gate cleanly. */
    static final String GOOD_WORK =
            """
            ## Quarterly earnings summary

            Revenue grew 15% year over year to 2.4 million dollars, driven by subscription renewals in \
            Europe and by the new enterprise tier.

            ### Key metrics

            - Revenue: 2.4 million dollars, up 15% from the same quarter last year
            - Gross margin: 71%, up two points because hosting costs fell
            - Operating earnings: 310 thousand dollars, the first positive quarter
            - Churn: 2.1% a month, down from 2.9%

            ### Actionable insights

            1. Renewals carry the growth; the report attributes nine points of the fifteen to them. \
            Extending the renewal reminders to all regions is the cheapest next step.
            2. The enterprise tier sells without a discount in four of five cases, so its price can rise.
            3. Hosting costs will rise again when the reserved capacity ends in June; negotiate before.

            ### Sources

            Every figure is taken from pages 3 to 12 of the quarterly earnings report; the margin is \
            computed from the cost table on page 9.
            """;

    /** What a model says when it will not do the work. */
    static final String REFUSAL = "I cannot do this. TODO: lorem ipsum.";

    private Tasks() {}

    /**
     * @param more further fields, each with a comma before it
     * @return its id at the jobtobot door
     */
    static String post(Somebody poster, long cents, String more) {
        JsonNode posted =
                poster.ask(
                        201,
                        "POST",
                        "/api/bounties",
                        """
                        {
                          "title": "Summarize quarterly earnings report",
                          "description": "Summarize the quarterly earnings report: key metrics and \
                        actionable insights, with revenue growth year over year.",
                          "acceptance_criteria": ["Names the key metrics", "Gives actionable insights"],
                          "category": "coding",
                          "claim_policy": "bid",
                          "reward_cents": %d%s
                        }
                        """
                                .formatted(cents, more));
        return OpenBountyIds.BOUNTY.off(posted.get("id").asText()).orElseThrow().toString();
    }

    static String path(String task) {
        return "/v1/tasks/" + task;
    }

    static Said bid(Somebody bot, String task, String price) {
        return bot.post(
                path(task) + "/bids",
                "{\"proposedPrice\": %s, \"coverLetter\": \"I can summarize this.\"}"
                        .formatted(price));
    }

    static void accept(Somebody poster, Said bid) {
        poster.ask(200, "POST", "/api/claims/" + bid.is(201).text("/claimId") + "/approve", "{}");
    }

    static String content(String text) {
        return "{\"content\": \"" + text.replace("\n", "\\n").replace("\"", "\\\"") + "\"}";
    }
}
