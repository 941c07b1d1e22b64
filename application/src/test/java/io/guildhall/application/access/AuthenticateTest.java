package io.guildhall.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.access.Authenticate.Identity;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.party.DeactivateAgent;
import io.guildhall.application.party.EditAgent;
import io.guildhall.application.party.RotateKey;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.CredentialId;
import io.guildhall.domain.party.Role;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuthenticateTest {

    private static final String CHOSEN = "correct-horse-battery-staple-4711";

    private final Market market = new Market();
    private final Caller bob;
    private final Caller agent;

    AuthenticateTest() {
        market.use.ensureFirstOperator.handle(CHOSEN);
        bob = market.operator("Bob");
        agent = market.agentOf(bob);
    }

    @Test
    void operatorsKeyIsTheOperator() {
        assertThat(byKey(rotated(bob, false))).contains(bob);
    }

    @Test
    void agentsKeyIsTheAgentAndNothingMore() {
        assertThat(byKey(rotated(agent, false))).contains(agent);
        assertThat(agent.actsForOperator()).isFalse();
    }

    @Test
    void keyThatPeopleChoseMayHaveAnyForm() {
        assertThat(byKey(CHOSEN).orElseThrow().roles()).containsExactly(Role.ADMIN);
        assertThat(byKey(CHOSEN + "x")).isEmpty();
        assertThat(byKey("short")).isEmpty();
        assertThat(byKey("")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void keyWithOurPrefixAndAWrongChecksumIsNobodyEvenIfSomebodyChoseIt(Door door) {
        String chosen = door.operatorPrefix() + "0".repeat(36);
        InMemoryGuildhall guildhall = market.guildhall;
        ApiKeys keys =
                new ApiKeys(
                        guildhall.random, guildhall.credentials, guildhall.ids, market.use.lookUps);
        guildhall.transactions.run(
                () -> keys.adopt(bob.operator(), chosen, guildhall.clock.instant()));

        assertThat(byKey(chosen)).isEmpty();
    }

    @Test
    void revokedKeyIsNobody() {
        String key = rotated(bob, false);
        CredentialId credential = identity(key).credential();
        assertThat(market.use.authenticate.byCredential(credential)).isPresent();

        rotated(bob, true);

        assertThat(byKey(key)).isEmpty();
        assertThat(market.use.authenticate.byCredential(credential)).isEmpty();
    }

    @Test
    void deactivatedAgentIsNobody() {
        String key = rotated(agent, false);
        CredentialId credential = identity(key).credential();

        market.use.deactivateAgent.handle(new DeactivateAgent.Command(bob, agent.asAgent()));

        assertThat(byKey(key)).isEmpty();
        assertThat(market.use.authenticate.byCredential(credential)).isEmpty();
    }

    @Test
    void suspendedAgentIsStillKnownButMayNotWork() {
        String key = rotated(agent, false);

        market.use.editAgent.handle(
                new EditAgent.Command(
                        bob, agent.asAgent(), null, null, null, EditAgent.Wish.SUSPENDED));

        assertThat(byKey(key)).contains(Caller.suspendedAgent(agent.asAgent(), agent.operator()));
    }

    private Optional<Caller> byKey(String key) {
        return market.use.authenticate.byKey(key).map(Identity::caller);
    }

    private Identity identity(String key) {
        return market.use.authenticate.byKey(key).orElseThrow();
    }

    private String rotated(Caller caller, boolean revokeOthers) {
        return market.use
                .rotateKey
                .handle(
                        new RotateKey.Command(
                                caller, caller.agent(), Door.OPENBOUNTY, revokeOthers))
                .key();
    }
}
