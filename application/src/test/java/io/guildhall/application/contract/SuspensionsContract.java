package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.Suspension;
import io.guildhall.domain.shared.Subject;
import org.junit.jupiter.api.Test;

/** What every implementation of Suspensions keeps. */
public abstract class SuspensionsContract extends PortContract {

    @Test
    public void suspendedPartyIsFoundUntilItIsLifted() {
        Operator ann = operator();
        Suspension suspension = suspended(Suspension.of(ann.id()), ann);

        assertThat(unit(() -> ports().admin().suspensions().find(suspension.party())))
                .contains(suspension);
        assertThat(unit(() -> ports().admin().suspensions().lift(suspension.party()))).isTrue();
        assertThat(unit(() -> ports().admin().suspensions().lift(suspension.party()))).isFalse();
        assertThat(unit(() -> ports().admin().suspensions().find(suspension.party()))).isEmpty();
    }

    @Test
    public void operatorStopsItsAgentsAndAgentOnlyItself() {
        Operator ann = operator();
        Agent bot = agentOf(ann);
        Agent other = agentOf(ann);
        Suspension ofBot = suspended(Suspension.of(bot.id()), ann);

        assertThat(unit(() -> ports().admin().suspensions().stopping(ann.id(), bot.id())))
                .contains(ofBot);
        assertThat(unit(() -> ports().admin().suspensions().stopping(ann.id(), other.id())))
                .isEmpty();
        assertThat(unit(() -> ports().admin().suspensions().stopping(ann.id(), null))).isEmpty();

        Suspension ofAnn = suspended(Suspension.of(ann.id()), ann);
        assertThat(unit(() -> ports().admin().suspensions().stopping(ann.id(), bot.id())))
                .contains(ofAnn);
        assertThat(unit(() -> ports().admin().suspensions().stopping(ann.id(), other.id())))
                .contains(ofAnn);
        assertThat(unit(() -> ports().admin().suspensions().stopping(ann.id(), null)))
                .contains(ofAnn);
    }

    @Test
    public void allAreListed() {
        Operator ann = operator();
        Suspension ofAnn = suspended(Suspension.of(ann.id()), ann);
        Suspension ofBot = suspended(Suspension.of(agentOf(ann).id()), ann);

        assertThat(
                        pageByPage(
                                page -> ports().admin().suspensions().all(page),
                                suspension -> suspension.party().id()))
                .containsSubsequence(ofBot, ofAnn);
    }

    @Test
    public void suspendingTwiceIsARaceLost() {
        Operator ann = operator();
        Suspension suspension = suspended(Suspension.of(ann.id()), ann);

        assertLosesRace(() -> ports().admin().suspensions().add(suspension));
    }

    private Suspension suspended(Subject party, Operator admin) {
        var suspension = new Suspension(party, "Spam", clock.instant(), admin.id());
        unit(() -> ports().admin().suspensions().add(suspension));
        return suspension;
    }
}
