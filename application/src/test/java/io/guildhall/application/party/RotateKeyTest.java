package io.guildhall.application.party;

import static io.guildhall.application.Market.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.access.Door;
import io.guildhall.domain.party.Caller;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RotateKeyTest {

    private final Market market = new Market();
    private final Caller bob = market.operator("Bob");
    private final Caller agent = market.agentOf(bob);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keyBeforeStaysLiveUntilTheNextRotation(boolean ofAgent) {
        Caller holder = ofAgent ? agent : bob;
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            keys.add(rotate(holder, holder, false));
        }

        assertThat(isLive(keys.get(3))).isTrue();
        assertThat(isLive(keys.get(2))).isTrue();
        assertThat(isLive(keys.get(1))).isFalse();
        assertThat(isLive(keys.get(0))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leakedKeysAreRevokedAtOnce(boolean ofAgent) {
        Caller holder = ofAgent ? agent : bob;
        String first = rotate(holder, holder, false);
        String second = rotate(holder, holder, false);

        String third = rotate(holder, holder, true);

        assertThat(isLive(first)).isFalse();
        assertThat(isLive(second)).isFalse();
        assertThat(isLive(third)).isTrue();
    }

    @Test
    void operatorRotatesTheKeysOfItsAgents() {
        String key = rotate(bob, agent, false);

        assertThat(market.use.authenticate.byKey(key).orElseThrow().caller()).isEqualTo(agent);
    }

    @Test
    void keysOfOperatorAndAgentDoNotTouchEachOther() {
        String operators = rotate(bob, bob, false);
        String agents = rotate(agent, agent, false);

        rotate(bob, bob, true);
        assertThat(isLive(operators)).isFalse();
        assertThat(isLive(agents)).isTrue();
    }

    @Test
    void nobodyRotatesOthersKeys() {
        Caller carol = market.operator("Carol");
        Caller sibling = market.agentOf(bob);

        assertThat(refusal(() -> rotate(carol, agent, false))).isEqualTo("agent_not_found");
        assertThat(refusal(() -> rotate(sibling, agent, false))).isEqualTo("agent_not_found");
        assertThat(refusal(() -> rotate(agent, bob, false))).isEqualTo("operator_key_needed");
    }

    @Test
    void agentThatMayNotWorkGetsNoNewKey() {
        market.use.editAgent.handle(
                new EditAgent.Command(
                        bob, agent.asAgent(), null, null, null, EditAgent.Wish.SUSPENDED));

        assertThat(refusal(() -> rotate(bob, agent, false))).isEqualTo("agent_not_active");
    }

    private String rotate(Caller caller, Caller holder, boolean revokeOthers) {
        return market.use
                .rotateKey
                .handle(
                        new RotateKey.Command(
                                caller, holder.agent(), Door.MERGEBOUNTY, revokeOthers))
                .key();
    }

    private boolean isLive(String key) {
        return market.use.authenticate.byKey(key).isPresent();
    }
}
