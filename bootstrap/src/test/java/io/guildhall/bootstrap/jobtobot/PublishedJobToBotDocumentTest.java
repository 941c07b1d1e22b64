package io.guildhall.bootstrap.jobtobot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/**
 * Each command of the published document, sent as it is printed there, and each answer compared
 * with the printed one field by field.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PublishedJobToBotDocumentTest {

    private static final Curl DISCOVER =
            new Curl(
                    """
                    curl https://api.jobtobot.com/v1/tasks/available?category=coding&limit=10 \\
                      -H "Authorization: Bearer jtb_live_your_api_key_here"
                    """);

    private static final String DISCOVERED =
            """
            {
              "ok": true,
              "data": {
                "items": [
                  {
                    "id": "550e8400-e29b-41d4-a716-446655440000",
                    "title": "Summarize quarterly earnings report",
                    "description": "...",
                    "category": "summarization",
                    "status": "open",
                    "band": "standard",
                    "price": "15.00",
                    "createdAt": "2026-02-20T10:30:00Z"
                  }
                ],
                "pagination": {
                  "next_cursor": "eyJpZCI6Ii4uLiJ9",
                  "has_more": true,
                  "total_estimate": 42
                }
              }
            }
            """;

    private static final Curl BID =
            new Curl(
                    """
                    curl -X POST https://api.jobtobot.com/v1/tasks/550e8400-e29b-41d4-a716-446655440000/bids \\
                      -H "Authorization: Bearer jtb_live_your_api_key_here" \\
                      -H "Content-Type: application/json" \\
                      -H "Idempotency-Key: $(uuidgen)" \\
                      -d '{
                        "proposedPrice": 12.50,
                        "coverLetter": "I can summarize this report with key metrics and actionable insights."
                      }'
                    """);

    private static final Curl DELIVER =
            new Curl(
                    """
                    curl -X POST https://api.jobtobot.com/v1/tasks/550e8400-e29b-41d4-a716-446655440000/deliver \\
                      -H "Authorization: Bearer jtb_live_your_api_key_here" \\
                      -H "Content-Type: application/json" \\
                      -H "Idempotency-Key: $(uuidgen)" \\
                      -d '{
                        "content": "## Quarterly Earnings Summary\\n\\nRevenue grew 15% YoY..."
                      }'
                    """);

    private static final Curl PROGRESS =
            new Curl(
                    """
                    curl -X POST https://api.jobtobot.com/v1/tasks/550e8400-e29b-41d4-a716-446655440000/progress \\
                      -H "Authorization: Bearer jtb_live_your_api_key_here" \\
                      -H "Content-Type: application/json" \\
                      -H "Idempotency-Key: $(uuidgen)" \\
                      -d '{
                        "event": "step_completed",
                        "message": "Parsed 47 pages of financial data",
                        "metadata": { "pagesProcessed": 47, "totalPages": 120 }
                      }'
                    """);

    private static final Curl TRACES =
            new Curl(
                    """
                    curl https://api.jobtobot.com/v1/tasks/550e8400-e29b-41d4-a716-446655440000/traces \\
                      -H "Authorization: Bearer jtb_live_your_api_key_here"
                    """);

    private static final String TRACED =
            """
            {
              "ok": true,
              "data": {
                "items": [
                  {
                    "id": "...",
                    "event": "step_completed",
                    "message": "Parsed 47 pages of financial data",
                    "metadata": { "pagesProcessed": 47, "totalPages": 120 },
                    "visibility": "public",
                    "createdAt": "2026-02-20T10:35:00Z"
                  }
                ]
              }
            }
            """;

    private static final Curl RESUBMIT =
            new Curl(
                    """
                    curl -X POST https://api.jobtobot.com/v1/tasks/550e8400-e29b-41d4-a716-446655440000/resubmit \\
                      -H "Authorization: Bearer jtb_live_your_api_key_here" \\
                      -H "Content-Type: application/json" \\
                      -H "Idempotency-Key: $(uuidgen)" \\
                      -d '{
                        "content": "## Revised Quarterly Earnings Summary\\n\\n(improved version)..."
                      }'
                    """);

    private static final String CONFLICT =
            """
            {
              "ok": false,
              "error": {
                "code": "CONFLICT",
                "message": "Task has already been claimed by another agent"
              }
            }
            """;

    @Test
    void discoveryAnswersAsPrinted() {
        Somebody poster = Somebody.operatorWith("poster", 20_000);
        Somebody bot = Somebody.botOf(Somebody.operator("workshop"));
        String task = "";
        for (int number = 0; number < 11; number++) {
            task = Tasks.post(poster, 1_500, "");
        }

        Said discovered = DISCOVER.by(bot.key()).send().is(200);

        Form.assertLike(Said.json(DISCOVERED), discovered.body());
        assertThat(discovered.at("/items")).hasSize(10);
        assertThat(discovered.text("/items/0/id")).isEqualTo(task);
        assertThat(discovered.text("/items/0/title"))
                .isEqualTo("Summarize quarterly earnings report");
        assertThat(discovered.text("/items/0/status")).isEqualTo("open");
        assertThat(discovered.text("/items/0/band")).isEqualTo("standard");
        assertThat(discovered.text("/items/0/price")).isEqualTo("15.00");
        assertThat(discovered.at("/pagination/has_more").booleanValue()).isTrue();
        assertThat(discovered.at("/pagination/total_estimate").intValue())
                .isGreaterThanOrEqualTo(11);
        assertThat(discovered.at("/pagination").size())
                .as("the document's three fields and no others")
                .isEqualTo(3);
    }

    @Test
    void commandsOfTheDocumentAreAnsweredOneAfterTheOther() {
        Somebody poster = Somebody.operatorWith("poster", 1_500);
        Somebody bot = Somebody.botOf(Somebody.operator("workshop"));
        String task = Tasks.post(poster, 1_500, ", \"quality_gate\": false");

        Said bid = BID.by(bot.key()).about(task).send().is(201);
        Tasks.accept(poster, bid);
        Said progress = PROGRESS.by(bot.key()).about(task).send().is(201);
        Said traces = TRACES.by(bot.key()).about(task).send().is(200);
        Said delivered = DELIVER.by(bot.key()).about(task).send().is(200);

        assertThat(bid.text()).contains("\"proposedPrice\":12.50");
        assertThat(bid.text("/coverLetter"))
                .isEqualTo("I can summarize this report with key metrics and actionable insights.");
        Form.assertLike(Said.json(TRACED), traces.body());
        JsonNode printed = Said.json(TRACED).at("/data/items/0");
        for (String field : new String[] {"event", "message", "metadata", "visibility"}) {
            assertThat(traces.at("/items/0/" + field)).isEqualTo(printed.get(field));
        }
        assertThat(traces.text("/items/0/id")).isEqualTo(progress.text("/id"));
        assertThat(traces.at("/items/0").size()).isEqualTo(printed.size());
        assertThat(delivered.text("/status")).isEqualTo("delivered");
        assertThat(bot.get(Tasks.path(task)).text("/status")).isEqualTo("delivered");
    }

    /** The printed contents are a few words, which the gate does not let through. */
    @Test
    void contentsOfTheDocumentFailTheGateAsItDescribes() {
        Somebody poster = Somebody.operatorWith("poster", 1_500);
        Somebody bot = Somebody.botOf(Somebody.operator("workshop"));
        String task = Tasks.post(poster, 1_500, "");
        Tasks.accept(poster, BID.by(bot.key()).about(task).send());

        RESUBMIT.by(bot.key()).about(task).send().isRefusal(403, "FORBIDDEN");
        Said first = DELIVER.by(bot.key()).about(task).send().is(200);
        DELIVER.by(bot.key()).about(task).send().isRefusal(409, "CONFLICT");
        Said second = RESUBMIT.by(bot.key()).about(task).send().is(200);
        RESUBMIT.by(bot.key()).about(task).send().isRefusal(403, "FORBIDDEN");

        assertThat(first.text("/status")).isEqualTo("pdqg_failed");
        assertThat(second.text("/status")).isEqualTo("pdqg_final_fail");
        assertThat(bot.get(Tasks.path(task)).text("/status")).isEqualTo("pdqg_final_fail");
    }

    @Test
    void everyStatusOfTheErrorTableIsAnswered() {
        Somebody poster = Somebody.operatorWith("poster", 10_000);
        Somebody bot = Somebody.botOf(Somebody.operator("workshop"));
        Somebody rival = Somebody.botOf(Somebody.operator("rivals"));
        String task = Tasks.post(poster, 1_500, ", \"quality_gate\": false");
        String bids = Tasks.path(task) + "/bids";

        bot.post(bids, "{}").isRefusal(400, "BAD_REQUEST");
        bot.post(bids, "{\"proposedPrice\": 12.50,").isRefusal(400, "BAD_REQUEST");
        Tasks.bid(bot, task, "30.01").isRefusal(400, "BAD_REQUEST");
        Tasks.bid(bot, task, "3.74").isRefusal(400, "BAD_REQUEST");
        DISCOVER.send().isRefusal(401, "UNAUTHORIZED");
        DELIVER.by(bot.key()).about(task).send().isRefusal(403, "FORBIDDEN");
        BID.by(bot.key()).send().isRefusal(404, "NOT_FOUND");
        Said bid = Tasks.bid(bot, task, "12.50").is(201);
        Tasks.bid(bot, task, "12.50").isRefusal(409, "CONFLICT");
        Tasks.accept(poster, bid);
        Tasks.bid(bot, task, "12.50").isRefusal(409, "CONFLICT");
        Said claimed = BID.by(rival.key()).about(task).send().isRefusal(409, "CONFLICT");
        DELIVER.by(rival.key()).about(task).send().isRefusal(403, "FORBIDDEN");
        DELIVER.by(bot.key()).about(task).send().is(200);
        DELIVER.by(bot.key()).about(task).send().isRefusal(409, "CONFLICT");

        assertThat(claimed.body()).isEqualTo(Said.json(CONFLICT));
    }
}
