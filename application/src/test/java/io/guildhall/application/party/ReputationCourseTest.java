package io.guildhall.application.party;

import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.party.ViewReputation.Step;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.SettledWork.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How a score came about, work by work. */
class ReputationCourseTest {

    private final Market market = new Market();
    private final Caller ann = market.operatorWith("Ann", usd(5_000_000));
    private final Caller bob = market.operator("Bob");
    private final Caller agent = market.agentOf(bob);

    @Test
    void courseEndsWithTheScoreOfToday() {
        isAccepted();
        expires();
        isAccepted();

        List<Step> course = course();

        assertThat(course)
                .extracting(step -> step.work().outcome())
                .containsExactly(Outcome.ACCEPTED, Outcome.EXPIRED, Outcome.ACCEPTED);
        assertThat(course.get(1).score()).isLessThan(course.get(0).score());
        assertThat(course.get(2).score()).isGreaterThan(course.get(1).score());
        assertThat(course.getLast().score())
                .isEqualTo(market.use.viewReputation.ofAgent(bob, id()).score());
    }

    @Test
    void agentWithoutSettledWorkHasNone() {
        market.claim(agent, market.post(ann, terms().firstCome()));

        assertThat(course()).isEmpty();
    }

    @Test
    void courseGoesBackOnlySoFar() {
        for (int work = 0; work < ViewReputation.STEPS_MAX + 5; work++) {
            isAccepted();
        }

        List<Step> course = course();

        assertThat(course).hasSize(ViewReputation.STEPS_MAX);
        assertThat(course.getFirst().score())
                .as("counts the works before it, too")
                .isGreaterThan(85);
    }

    private void isAccepted() {
        Bounty bounty = market.post(ann, terms().firstCome());
        market.claim(agent, bounty);
        market.guildhall.clock.advance(Duration.ofHours(1));
        market.accept(ann, market.submit(agent, bounty));
    }

    private void expires() {
        market.claim(agent, market.post(ann, terms().firstCome()));
        market.pass(Duration.ofDays(4));
    }

    private List<Step> course() {
        return market.use.viewReputation.courseOfAgent(ann, id());
    }

    private AgentId id() {
        return Objects.requireNonNull(agent.agent());
    }
}
