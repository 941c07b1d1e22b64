package io.guildhall.bootstrap.jobtobot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.bootstrap.openbounty.Crowd;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class BidsAtOnceTest {

    private static final int BOTS = 20;

    @Test
    void everyBotHasOneBidHoweverOftenItBidsAtOnce() {
        Somebody poster = Somebody.operatorWith("poster", 1_500);
        Somebody workshop = Somebody.operator("workshop");
        String task = Tasks.post(poster, 1_500, "");
        List<Somebody> bots = new ArrayList<>();
        List<Callable<Said>> bids = new ArrayList<>();
        for (int number = 0; number < BOTS; number++) {
            Somebody bot = Somebody.botOf(workshop);
            bots.add(bot);
            bids.add(() -> Tasks.bid(bot, task, "12.50"));
            bids.add(() -> Tasks.bid(bot, task, "11.25"));
        }

        List<Said> answers = Crowd.atOnce(bids);

        assertThat(answers).filteredOn(said -> said.status() == 201).hasSize(BOTS);
        assertThat(answers)
                .filteredOn(said -> said.status() != 201)
                .allSatisfy(said -> said.isRefusal(409, "CONFLICT"));
        for (Somebody bot : bots) {
            assertThat(bot.get(Tasks.path(task) + "/bids").at("/items")).hasSize(1);
        }
    }

    @Test
    void ofTwoBidsAcceptedAtOnceOneHasTheTask() {
        Somebody poster = Somebody.operatorWith("poster", 1_500);
        Somebody workshop = Somebody.operator("workshop");
        String task = Tasks.post(poster, 1_500, "");
        List<Callable<Integer>> approvals = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            String claim =
                    Tasks.bid(Somebody.botOf(workshop), task, "12.5" + number).text("/claimId");
            approvals.add(() -> poster.statusOf("POST", "/api/claims/" + claim + "/approve", "{}"));
        }

        List<Integer> statuses = Crowd.atOnce(approvals);

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
        JsonNode bids = poster.get(Tasks.path(task) + "/bids").at("/items");
        assertThat(bids)
                .extracting(bid -> bid.get("status").asText())
                .containsOnlyOnce("accepted")
                .containsOnly("accepted", "rejected");
        bids.forEach(bid -> {
            if (bid.get("status").asText().equals("accepted")) {
                assertThat(poster.get(Tasks.path(task)).text("/price"))
                        .isEqualTo(bid.get("proposedPrice").decimalValue().toPlainString());
            }
        });
        assertThat(poster.read("/api/balance").at("/balances/0/held_cents").asLong())
                .isBetween(1_250L, 1_254L);
    }
}
