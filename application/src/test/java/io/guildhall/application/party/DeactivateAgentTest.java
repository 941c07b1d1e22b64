package io.guildhall.application.party;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.access.Door;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimStatus.Pending;
import io.guildhall.domain.claim.ClaimStatus.Withdrawn;
import io.guildhall.domain.party.AgentStatus.Deactivated;
import io.guildhall.domain.party.Caller;
import org.junit.jupiter.api.Test;

class DeactivateAgentTest {

    private final Market market = new Market();
    private final Caller ann = market.operatorWith("Ann", usd(90_000));
    private final Caller bob = market.operator("Bob");
    private final Caller agent = market.agentOf(bob);

    @Test
    void requestsAreWithdrawnAndKeysRevoked() {
        Claim one = market.claim(agent, market.post(ann));
        Claim other = market.claim(agent, market.post(ann));
        Claim others = market.claim(market.agentOf(bob), market.post(ann));
        String key =
                market.use
                        .rotateKey
                        .handle(new RotateKey.Command(bob, agent.asAgent(), Door.OPENBOUNTY, false))
                        .key();

        deactivate(bob);

        assertThat(market.guildhall.agents.find(agent.asAgent()).orElseThrow().status())
                .isInstanceOf(Deactivated.class);
        assertThat(market.now(one).status()).isInstanceOf(Withdrawn.class);
        assertThat(market.now(other).status()).isInstanceOf(Withdrawn.class);
        assertThat(market.now(others).status()).isInstanceOf(Pending.class);
        assertThat(market.guildhall.credentials.liveOf(agent.asAgent())).isEmpty();
        assertThat(market.use.authenticate.byKey(key)).isEmpty();
    }

    @Test
    void agentAtWorkIsNotDeactivated() {
        Bounty bounty = market.post(ann, terms().firstCome());
        Claim claim = market.claim(agent, bounty);

        assertThat(refusal(() -> deactivate(bob))).isEqualTo("agent_holds_claim");
        market.release(agent, claim);
        deactivate(bob);
    }

    @Test
    void secondTimeChangesNothing() {
        deactivate(bob);
        int events = market.guildhall.outbox.kept().size();

        deactivate(bob);

        assertThat(market.guildhall.outbox.kept()).hasSize(events);
    }

    @Test
    void agentIsItsOperatorsAffair() {
        assertThat(refusal(() -> deactivate(ann))).isEqualTo("agent_not_found");
        assertThat(refusal(() -> deactivate(agent))).isEqualTo("operator_key_needed");
    }

    private void deactivate(Caller caller) {
        market.use.deactivateAgent.handle(new DeactivateAgent.Command(caller, agent.asAgent()));
    }
}
