package io.guildhall.domain.dispute;

import static io.guildhall.domain.claim.ClaimFixture.PARTIES;
import static io.guildhall.domain.party.PartyFixture.ANN;
import static io.guildhall.domain.party.PartyFixture.ANNS_AGENT;
import static io.guildhall.domain.party.PartyFixture.BOB;
import static io.guildhall.domain.party.PartyFixture.BOBS_AGENT;
import static io.guildhall.domain.party.PartyFixture.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Role;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SideTest {

    @Test
    void posterSpeaksForItself() {
        assertThat(side(Caller.operator(ANN, Set.of()))).contains(Side.POSTER);
    }

    @Test
    void agentAndItsOperatorAreOneSide() {
        assertThat(side(Caller.agent(BOBS_AGENT, BOB))).contains(Side.AGENT);
        assertThat(side(Caller.operator(BOB, Set.of()))).contains(Side.AGENT);
    }

    @Test
    void otherAgentsOfThePartiesAreOnNoSide() {
        AgentId bobsOtherAgent = new AgentId(new UUID(0, 1));

        assertThat(side(Caller.agent(ANNS_AGENT, ANN))).isEmpty();
        assertThat(side(Caller.agent(bobsOtherAgent, BOB))).isEmpty();
    }

    @Test
    void nobodyElseIsOnASideWhateverItsRoles() {
        assertThat(side(Caller.operator(CAROL, Set.of(Role.ADMIN, Role.ARBITER)))).isEmpty();
        assertThat(side(Caller.operator(ANN, Set.of(Role.ARBITER)))).contains(Side.POSTER);
    }

    @Test
    void eachSideIsTheOthersOther() {
        assertThat(Side.POSTER.other()).isEqualTo(Side.AGENT);
        assertThat(Side.AGENT.other()).isEqualTo(Side.POSTER);
    }

    private static Optional<Side> side(Caller caller) {
        return Side.of(caller, PARTIES);
    }
}
