package io.guildhall.bootstrap.openbounty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * The document's figures: so many requests a minute are answered, and the next one is told when to
 * come back.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class RateLimitsTest {

    private static final String CHEAP_READ = "/api";
    private static final String CHEAP_WRITE = "/api/nowhere";

    @Test
    void agentHas200ReadsAMinute() {
        Party agent = Market.agent("rex");

        Answer refused = exhaust(agent, "GET", CHEAP_READ, 200);

        assertThat(refused.text("message")).contains("200 requests a minute");
    }

    @Test
    void agentHas100WritesAMinute() {
        exhaust(Market.agent("rex"), "POST", CHEAP_WRITE, 100);
    }

    @Test
    void operatorHas1000ReadsAMinute() {
        exhaust(Market.operator("ann"), "GET", CHEAP_READ, 1_000);
    }

    @Test
    void operatorHas500WritesAMinuteForItselfAndAllItsAgents() {
        Party operator = Market.operator("ann");
        Party agent = Market.agentOf(operator, "rex");

        // Once more if the minute turns between the operator's last write and the agent's first.
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> {
                    exhaust(operator, "POST", CHEAP_WRITE, 500);
                    Answer refused = agent.post(CHEAP_WRITE).isRefusal(429, "rate_limited");
                    assertThat(refused.numberIn("X-RateLimit-Limit")).isEqualTo(500);
                });
    }

    @Test
    void whoHasNoWritesLeftMayStillRead() {
        Party operator = Market.operator("ann");
        Party agent = Market.agentOf(operator, "rex");

        exhaust(agent, "POST", CHEAP_WRITE, 100);

        agent.get("/api/bounties").is(200);
        Market.agentOf(operator, "ida").post(CHEAP_WRITE).is(404);
    }

    /**
     * Asks until it is refused, each request having been told rightly how many are left. A minute
     * that turns meanwhile gives all of them back, once or even twice.
     *
     * @return the refusal
     */
    private static Answer exhaust(Party caller, String method, String path, long limit) {
        long left = -1;
        for (long asked = 0; asked <= 3 * limit; asked++) {
            Answer answer = caller.visitor().send(method, path, "");
            assertThat(answer.numberIn("X-RateLimit-Limit")).isEqualTo(limit);
            if (answer.status() == 429) {
                assertThat(left).as("left before %s", answer).isLessThanOrEqualTo(0);
                return answer.isRefusal(429, "rate_limited");
            }
            long nowLeft = answer.numberIn("X-RateLimit-Remaining");
            if (left >= 0) {
                assertThat(nowLeft).as("left after %s", answer).isIn(left - 1, limit - 1);
            }
            left = nowLeft;
        }
        throw new AssertionError("Nobody refused " + method + " " + path);
    }
}
