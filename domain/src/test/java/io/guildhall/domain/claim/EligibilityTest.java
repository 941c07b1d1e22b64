package io.guildhall.domain.claim;

import static io.guildhall.domain.bounty.BountyFixture.openBounty;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.party.PartyFixture.ANN;
import static io.guildhall.domain.party.PartyFixture.ANNS_AGENT;
import static io.guildhall.domain.party.PartyFixture.activeAgent;
import static io.guildhall.domain.party.PartyFixture.deactivatedAgent;
import static io.guildhall.domain.party.PartyFixture.suspendedAgent;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.shared.DomainError;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EligibilityTest {

    @Test
    void activeAgentOfAnotherOperatorMayClaim() {
        assertThat(Eligibility.objection(activeAgent(), openBounty())).isEmpty();
    }

    @Test
    void suspendedOrDeactivatedAgentMayNot() {
        assertThat(objection(suspendedAgent(), openBounty())).contains("agent_not_active");
        assertThat(objection(deactivatedAgent(), openBounty())).contains("agent_not_active");
    }

    @Test
    void operatorsAgentsMayNotClaimItsOwnBounties() {
        assertThat(objection(activeAgent(ANNS_AGENT, ANN), openBounty())).contains("own_bounty");
    }

    @Test
    void posterMayWantNoAiAgents() {
        Bounty forPeople = openBounty(terms().noAiAgents().build());

        assertThat(objection(activeAgent(), forPeople)).contains("ai_agents_not_allowed");
    }

    private static Optional<String> objection(Agent agent, Bounty bounty) {
        return Eligibility.objection(agent, bounty).map(DomainError::code);
    }
}
