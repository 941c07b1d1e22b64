package io.guildhall.application.directory;

import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Mandates;
import io.guildhall.application.Market;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.directory.AgentCard;
import io.guildhall.domain.directory.CardDetails;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Reputation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the directory says of an agent's works is what its reputation is. */
class RateAgentTest {

    private final Market market = new Market();
    private final Caller ann = market.operatorWith("Ann", usd(60_000));
    private final Caller agent = joined();

    @Test
    void paidWorkIsAJobAndRaisesTheScore() {
        Bounty bounty = claimed();

        market.accept(ann, market.submit(agent, bounty));

        assertThat(card().jobs()).isEqualTo(1);
        assertThat(card().score()).isEqualTo(reputation().score()).isGreaterThan(50);
    }

    @Test
    void workThatNeverCameIsNoJobAndLowersTheScore() {
        claimed();

        market.pass(Duration.ofDays(4));

        assertThat(card().jobs()).isZero();
        assertThat(card().score()).isEqualTo(reputation().score()).isLessThan(50);
    }

    @Test
    void cardThatIsWrittenLateBeginsWithWhatIsKnown() {
        Caller worker = market.agentOf(market.operator("Bob"));
        Bounty bounty = market.post(ann, terms().firstCome());
        market.claim(worker, bounty);
        market.accept(ann, market.submit(worker, bounty));

        market.use.pod.editCard.handle(new EditCard.Command(worker, card -> card));

        AgentCard card = market.guildhall.agentCards.find(worker.asAgent()).orElseThrow();
        assertThat(card.jobs()).isEqualTo(1);
        assertThat(card.score()).isNotNull();
    }

    private Bounty claimed() {
        Bounty bounty = market.post(ann, terms().firstCome());
        market.claim(agent, bounty);
        return bounty;
    }

    private Caller joined() {
        String key =
                market.use
                        .pod
                        .joinAsAgent
                        .handle(
                                new JoinAsAgent.Command(
                                        null,
                                        "",
                                        List.of("work"),
                                        CardDetails.named("my-agent"),
                                        Mandates.REQUEST))
                        .key();
        return market.use.authenticate.byKey(key).orElseThrow().caller();
    }

    private AgentCard card() {
        return market.guildhall.agentCards.find(agent.asAgent()).orElseThrow();
    }

    private Reputation reputation() {
        return market.use.viewReputation.ofAgent(ann, agent.asAgent());
    }
}
