package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentProfile;
import io.guildhall.domain.party.AgentStatus;
import io.guildhall.domain.party.Credential;
import io.guildhall.domain.party.CredentialId;
import io.guildhall.domain.party.KeyHash;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.PartyFixture;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.shared.Busy;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of Operators, Agents and Credentials keeps. */
public abstract class PartiesContract extends PortContract {

    private static final Duration LONG_ENOUGH_TO_BE_SEEN = Duration.ofMillis(200);

    @Test
    public void operatorIsFoundAsItWasAdded() {
        Operator operator =
                new Operator(
                        new OperatorId(ids.next()),
                        "Zoë & Söhne",
                        "zoe@example.org",
                        Set.of(Role.ADMIN),
                        clock.instant());
        unit(() -> ports().operators().add(operator));

        assertThat(unit(() -> ports().operators().find(operator.id()))).contains(operator);
        assertThat(unit(() -> ports().operators().find(new OperatorId(ids.next())))).isEmpty();
    }

    @Test
    public void operatorsRolesAreKeptAsTheyWereGranted() {
        Operator operator = operator();
        Operator other = operator();
        for (Set<Role> roles :
                List.of(Set.of(Role.values()), Set.of(Role.ARBITER), Set.<Role>of())) {
            Operator granted = operator.grant(roles).orThrow().state();
            unit(() -> ports().operators().save(granted));

            assertThat(unit(() -> ports().operators().find(operator.id()))).contains(granted);
        }
        assertThat(unit(() -> ports().operators().find(other.id()))).contains(other);
    }

    @Test
    public void twoOperatorsMayShareAnAddress() {
        Operator one = operator();
        Operator other = operator();

        assertThat(one.email()).isEqualTo(other.email());
    }

    @Test
    public void firstOperatorStaysTheFirst() {
        operator();
        Optional<Operator> first = unit(() -> ports().operators().first());
        assertThat(first).isPresent();

        operator();

        assertThat(unit(() -> ports().operators().first())).isEqualTo(first);
    }

    @Test
    public void nobodyIsAddedWhileOneUnitKeepsOthersFromIt() throws InterruptedException {
        boolean addedMeanwhile =
                InParallel.endsWhile(
                        inside ->
                                unit(() -> {
                                    ports().operators().lock();
                                    inside.accept(LONG_ENOUGH_TO_BE_SEEN);
                                }),
                        this::operator);

        assertThat(addedMeanwhile).isFalse();
    }

    @Test
    public void agentIsFoundAsItWasAdded() {
        Agent agent = agentOf(operator());

        assertThat(found(agent)).isEqualTo(agent);
        assertThat(unit(() -> ports().agents().find(new AgentId(ids.next())))).isEmpty();
    }

    @Test
    public void everyStatusAndAProfileWithoutWordsAreKept() {
        Instant at = clock.instant();
        List<AgentStatus> statuses =
                List.of(
                        new AgentStatus.PendingGithub(),
                        new AgentStatus.Active(),
                        new AgentStatus.Suspended(at),
                        new AgentStatus.Deactivated(at));
        assertThat(statuses.stream().map(Object::getClass))
                .containsExactlyInAnyOrder(AgentStatus.class.getPermittedSubclasses());

        for (AgentStatus status : statuses) {
            Agent agent = agentOf(operator());
            Agent changed =
                    new Agent(
                            agent.id(),
                            agent.operator(),
                            new AgentProfile("Renamed", "", List.of()),
                            status,
                            agent.createdAt(),
                            at.plusNanos(1_000),
                            agent.version());
            Agent saved = unit(() -> ports().agents().save(changed));

            assertThat(saved.version()).isGreaterThan(agent.version());
            assertThat(found(agent)).isEqualTo(saved);
            assertThat(found(agent).status()).isEqualTo(status);
            assertThat(found(agent).profile()).isEqualTo(changed.profile());
        }
    }

    @Test
    public void agentThatSomebodySavedSinceIsARaceLost() {
        Agent stale = agentOf(operator());
        var suspended = new AgentStatus.Suspended(clock.instant());
        unit(() -> ports().agents().save(PartyFixture.with(stale, suspended)));

        assertLosesRace(() -> ports().agents().save(stale));

        assertThat(found(stale).status()).isEqualTo(suspended);
    }

    @Test
    public void agentsOfAnOperatorComeNewestFirstPageByPage() {
        Operator operator = operator();
        List<AgentId> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.addFirst(agentOf(operator).id());
        }
        agentOf(operator());

        List<Agent> read =
                pageByPage(
                        page -> ports().agents().ofOperator(operator.id(), page),
                        agent -> agent.id().value());

        assertThat(read).extracting(Agent::id).containsExactlyElementsOf(made);
    }

    @Test
    public void liveKeyIsFoundByItsHash() {
        Operator operator = operator();
        Credential ofOperator = credential(operator, null);
        Credential ofAgent = credential(operator, agentOf(operator));

        assertThat(live(ofOperator.hash())).contains(ofOperator);
        assertThat(live(ofAgent.hash())).contains(ofAgent);
        assertThat(live(KeyHash.of("unknown"))).isEmpty();
        assertThat(unit(() -> ports().credentials().find(ofAgent.id()))).contains(ofAgent);
        assertThat(unit(() -> ports().credentials().find(new CredentialId(ids.next())))).isEmpty();
    }

    @Test
    public void revokedKeyProvesNothingAndStaysOnRecord() {
        Credential credential = credential(operator(), null);
        Instant revokedAt = clock.instant();
        assertThat(unit(() -> ports().credentials().wasRevoked(credential.hash()))).isFalse();

        unit(() -> ports().credentials().revoke(credential.id(), revokedAt));
        unit(() -> ports().credentials().revoke(credential.id(), revokedAt.plusSeconds(60)));

        assertThat(live(credential.hash())).isEmpty();
        Credential onRecord = unit(() -> ports().credentials().find(credential.id()).orElseThrow());
        assertThat(onRecord.isLive()).isFalse();
        assertThat(unit(() -> ports().credentials().wasRevoked(credential.hash()))).isTrue();
        assertThat(unit(() -> ports().credentials().wasRevoked(KeyHash.of("another")))).isFalse();
        assertThat(onRecord.revokedAt()).isEqualTo(revokedAt);
    }

    @Test
    public void liveKeysOfOneHolderComeNewestFirst() {
        Operator operator = operator();
        Agent agent = agentOf(operator);
        Credential first = credential(operator, null);
        Credential second = credential(operator, null);
        Credential agentsFirst = credential(operator, agent);
        Credential agentsSecond = credential(operator, agent);
        Credential revoked = credential(operator, null);
        credential(operator, agentOf(operator));
        unit(() -> ports().credentials().revoke(revoked.id(), clock.instant()));

        assertThat(unit(() -> ports().credentials().liveOf(operator.id())))
                .containsExactly(second, first);
        assertThat(unit(() -> ports().credentials().liveOf(agent.id())))
                .containsExactly(agentsSecond, agentsFirst);
        assertThat(unit(() -> ports().credentials().liveOf(operator().id()))).isEmpty();
    }

    @Test
    public void oneKeyIsNotLiveTwice() {
        Credential credential = credential(operator(), null);
        Operator other = operator();

        assertThatThrownBy(() -> add(other, null, credential.hash()))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.error()).isInstanceOf(Busy.class));

        unit(() -> ports().credentials().revoke(credential.id(), clock.instant()));
        Credential again = add(other, null, credential.hash());
        assertThat(live(credential.hash())).contains(again);
    }

    private Credential credential(Operator operator, @Nullable Agent agent) {
        return add(operator, agent, KeyHash.of("key " + ids.next()));
    }

    private Credential add(Operator operator, @Nullable Agent agent, KeyHash hash) {
        Credential credential =
                new Credential(
                        new CredentialId(ids.next()),
                        operator.id(),
                        agent == null ? null : agent.id(),
                        agent == null,
                        hash,
                        "opk_",
                        "wxyz",
                        clock.instant(),
                        null);
        unit(() -> ports().credentials().add(credential));
        return credential;
    }

    private Optional<Credential> live(KeyHash hash) {
        return unit(() -> ports().credentials().findLive(hash));
    }

    private Agent found(Agent agent) {
        return unit(() -> ports().agents().find(agent.id()).orElseThrow());
    }
}
