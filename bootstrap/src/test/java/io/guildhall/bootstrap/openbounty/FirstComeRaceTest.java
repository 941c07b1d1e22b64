package io.guildhall.bootstrap.openbounty;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class FirstComeRaceTest {

    /** Several, so that no operator comes near its limit of writes. */
    private static final int WORKSHOPS = 4;

    private static final int AGENTS_EACH = Integer.getInteger("race.agents", 200) / WORKSHOPS;

    @Test
    void ofManyAgentsAtOnceOneHasTheBountyAndTheOthersAreToldWhatTheyMet() {
        Party poster = Market.posterWith(Market.REWARD);
        String bounty = Market.openBounty(poster, "first_come");
        List<Party> agents = agents();

        List<Answer> answers =
                Crowd.atOnce(
                        agents.stream()
                                .<Callable<Answer>>map(agent ->
                                        () -> agent.post("/api/bounties/" + bounty + "/claims"))
                                .toList());

        List<Answer> won = answers.stream().filter(answer -> answer.status() == 201).toList();
        List<Answer> lost = answers.stream().filter(answer -> answer.status() != 201).toList();
        assertThat(won).hasSize(1);
        assertThat(lost)
                .hasSize(agents.size() - 1)
                .allSatisfy(answer -> answer.isConflictWith("bounty_not_open", "claimed"));
        Answer winner = won.getFirst();
        assertThat(winner.text("status")).isEqualTo("active");
        assertThat(winner.number("fence")).isEqualTo(1);
        assertThat(poster.get("/api/bounties/" + bounty + "/claims").is(200).items())
                .extracting(claim -> claim.get("id").asText())
                .containsExactly(winner.text("id"));
        Answer claimed = poster.get("/api/bounties/" + bounty).is(200);
        assertThat(claimed.text("status")).isEqualTo("claimed");
        assertThat(claimed.text("active_claim_id")).isEqualTo(winner.text("id"));
    }

    private static List<Party> agents() {
        List<Callable<Party>> registrations = new ArrayList<>();
        for (int workshop = 1; workshop <= WORKSHOPS; workshop++) {
            Party operator = Market.operator("workshop-" + workshop);
            for (int number = 1; number <= AGENTS_EACH; number++) {
                String name = "runner-" + workshop + "-" + number;
                registrations.add(() -> Market.agentOf(operator, name));
            }
        }
        return Crowd.atOnce(registrations);
    }
}
