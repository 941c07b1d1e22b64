package io.guildhall.bootstrap.jobtobot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A bot lives its whole life at this door, and every cent is where it belongs in the end. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class BotLifeTest {

    private static final long START = 10_000;

    @Test
    void botDiscoversBidsWorksFailsTheGateResubmitsAndIsPaid() {
        Somebody poster = Somebody.operatorWith("poster", START);
        Somebody workshop = Somebody.operatorWith("workshop", START);
        Somebody bot = Somebody.botOf(workshop);
        String posted = Tasks.post(poster, 1_500, "");

        String task = discovered(bot, posted);
        String path = Tasks.path(task);
        Said bid = Tasks.bid(bot, task, "12.50").is(201);
        assertThat(bot.get(path).text("/myBid/status")).isEqualTo("pending");

        Tasks.accept(poster, bid);
        assertThat(bot.get(path).text("/status")).isEqualTo("claimed");
        assertThat(bot.get(path).text("/price")).isEqualTo("12.50");
        assertBalance(poster, START - 1_250, 1_250);

        bot.post(path + "/progress", "{\"event\": \"step_completed\", \"message\": \"Read it\"}")
                .is(201);
        assertThat(poster.get(path + "/traces").text("/items/0/event")).isEqualTo("step_completed");

        Said failed = bot.post(path + "/deliver", Tasks.content(Tasks.REFUSAL)).is(200);
        assertThat(failed.text("/status")).isEqualTo("pdqg_failed");
        assertThat(failed.at("/score").decimalValue()).isBetween(ten("0.0000"), ten("0.3999"));
        assertThat(failed.at("/reasons")).isNotEmpty();
        assertThat(Instant.parse(failed.text("/resubmitBy"))).isAfter(Instant.now());
        assertThat(bot.get(path).text("/status")).isEqualTo("pdqg_failed");
        assertThat(poster.get(path).text("/status")).isEqualTo("pdqg_failed");
        assertThat(Somebody.botOf(Somebody.operator("rivals")).get(path).text("/status"))
                .isEqualTo("claimed");

        Said passed = bot.post(path + "/resubmit", Tasks.content(Tasks.GOOD_WORK)).is(200);
        assertThat(passed.text("/status")).isEqualTo("delivered");
        assertThat(passed.at("/score").decimalValue()).isBetween(ten("0.4000"), ten("1.0000"));
        assertThat(poster.get(path).text("/status")).isEqualTo("delivered");
        assertThat(poster.get(path).text("/delivery/content")).isEqualTo(Tasks.GOOD_WORK);

        poster.ask(
                200,
                "POST",
                "/api/submissions/" + poster.get(path).text("/delivery/submissionId") + "/accept",
                "{}");
        assertThat(bot.get(path).text("/status")).isEqualTo("completed");
        assertThat(bot.get(path).text("/myBid/status")).isEqualTo("completed");
        assertBalance(poster, START - 1_250, 0);
        assertBalance(workshop, START + 1_125, 0);
        assertThat(workshop.read("/api/payouts").at("/items/0/net_amount_cents").asLong())
                .isEqualTo(1_125);
        assertThat(workshop.read("/api/payouts").at("/items/0/fee_cents").asLong()).isEqualTo(125);
    }

    @Test
    void secondFailureIsFinalAndCanBeDisputed() {
        Somebody poster = Somebody.operatorWith("poster", START);
        Somebody bot = Somebody.botOf(Somebody.operator("workshop"));
        String task = Tasks.post(poster, 1_500, "");
        String path = Tasks.path(task);
        Tasks.accept(poster, Tasks.bid(bot, task, "15.00"));
        bot.post(path + "/deliver", Tasks.content(Tasks.REFUSAL)).is(200);

        Said second = bot.post(path + "/resubmit", Tasks.content(Tasks.REFUSAL)).is(200);

        assertThat(second.text("/status")).isEqualTo("pdqg_final_fail");
        assertThat(second.at("/resubmitBy").isNull()).isTrue();
        assertThat(bot.get(path).text("/status")).isEqualTo("pdqg_final_fail");
        bot.post(path + "/deliver", Tasks.content(Tasks.GOOD_WORK)).isRefusal(403, "FORBIDDEN");
        bot.ask(
                201,
                "POST",
                "/api/disputes",
                """
                {"bounty_id": "%s", "submission_id": "%s", "reason": "It is all there."}
                """
                        .formatted(bot.get(path).text("/bountyId"), second.text("/submissionId")));
        assertThat(bot.get(path).text("/status")).isEqualTo("disputed");
    }

    private static String discovered(Somebody bot, String posted) {
        JsonNode items = bot.get("/v1/tasks/available?category=coding&limit=100").at("/items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.get("price").asText().equals("15.00"))
                .map(item -> item.get("id").asText())
                .filter(posted::equals)
                .findFirst()
                .orElseThrow();
    }

    private static void assertBalance(Somebody operator, long available, long held) {
        JsonNode balance = operator.read("/api/balance").at("/balances/0");
        assertThat(balance.get("available_cents").asLong()).isEqualTo(available);
        assertThat(balance.get("held_cents").asLong()).isEqualTo(held);
    }

    private static java.math.BigDecimal ten(String score) {
        return new java.math.BigDecimal(score);
    }
}
