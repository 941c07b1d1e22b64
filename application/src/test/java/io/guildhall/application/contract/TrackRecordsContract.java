package io.guildhall.application.contract;

import static io.guildhall.domain.party.SettledWorkFixture.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.SettledWork;
import io.guildhall.domain.party.SettledWork.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of TrackRecords keeps. */
public abstract class TrackRecordsContract extends PortContract {

    @Test
    public void everyOutcomeIsKept() {
        Operator poster = operator();
        Agent agent = agentOf(operator());
        List<SettledWork> works = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            works.addFirst(settled(poster, agent, outcome));
        }

        assertThat(ofPoster(poster, 10)).containsExactlyElementsOf(works);
        assertThat(ofAgent(agent, 10)).containsExactlyElementsOf(works);
    }

    @Test
    public void claimIsSettledOnce() {
        Operator poster = operator();
        SettledWork work = settled(poster, agentOf(operator()), Outcome.ACCEPTED);

        assertThatThrownBy(() -> unit(() -> ports().trackRecords().add(work)))
                .isInstanceOf(RuntimeException.class);

        assertThat(ofPoster(poster, 10)).containsExactly(work);
    }

    @Test
    public void onlyTheLatestAreReadAndTheLatestFirst() {
        Operator poster = operator();
        Agent agent = agentOf(operator());
        List<SettledWork> works = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            works.addFirst(settled(poster, agent, Outcome.ACCEPTED));
        }

        assertThat(ofPoster(poster, 3)).containsExactlyElementsOf(works.subList(0, 3));
        assertThat(ofAgent(agent, 2)).containsExactlyElementsOf(works.subList(0, 2));
    }

    @Test
    public void whatIsLatestIsToldByItsEndAndNotByItsBeginning() {
        Operator poster = operator();
        Agent agent = agentOf(operator());
        Claim begunFirst = activeClaim(openBounty(poster), agent);
        SettledWork endedFirst = settled(poster, agent, Outcome.EXPIRED);

        SettledWork endedLast = settled(begunFirst, Outcome.ACCEPTED);

        assertThat(ofAgent(agent, 10)).containsExactly(endedLast, endedFirst);
        assertThat(ofPoster(poster, 10)).containsExactly(endedLast, endedFirst);
    }

    @Test
    public void everyAgentHasItsOwnLimit() {
        Operator worker = operator();
        Agent busy = agentOf(worker);
        Agent idle = agentOf(worker);
        Agent newcomer = agentOf(worker);
        Agent stranger = agentOf(operator());
        SettledWork only = settled(operator(), idle, Outcome.FAILED);
        settled(operator(), busy, Outcome.ACCEPTED);
        SettledWork second = settled(operator(), busy, Outcome.RULED);
        SettledWork third = settled(operator(), busy, Outcome.SETTLED);
        settled(operator(), stranger, Outcome.ACCEPTED);

        var works =
                unit(() ->
                        ports().trackRecords()
                                .ofAgents(List.of(busy.id(), idle.id(), newcomer.id()), 2));

        assertThat(works.get(busy.id())).containsExactly(third, second);
        assertThat(works.get(idle.id())).containsExactly(only);
        assertThat(works.getOrDefault(newcomer.id(), List.of())).isEmpty();
        assertThat(works).doesNotContainKey(stranger.id());
        assertThat(unit(() -> ports().trackRecords().ofAgents(List.<AgentId>of(), 2))).isEmpty();
    }

    @Test
    public void postersWorksAreThoseDoneForIt() {
        Operator poster = operator();
        Operator other = operator();
        SettledWork one = settled(poster, agentOf(operator()), Outcome.ACCEPTED);
        SettledWork another = settled(poster, agentOf(other), Outcome.FAILED);
        settled(other, agentOf(operator()), Outcome.ACCEPTED);

        assertThat(ofPoster(poster, 10)).containsExactly(another, one);
        assertThat(ofPoster(operator(), 10)).isEmpty();
    }

    private SettledWork settled(Operator poster, Agent agent, Outcome outcome) {
        return settled(activeClaim(openBounty(poster), agent), outcome);
    }

    /** Each ends a second after the one before. */
    private SettledWork settled(Claim claim, Outcome outcome) {
        SettledWork work =
                work(outcome)
                        .claim(claim.id().value())
                        .poster(claim.parties().poster())
                        .agent(claim.parties().agent(), claim.parties().operator())
                        .at(clock.advance(Duration.ofSeconds(1)))
                        .build();
        unit(() -> ports().trackRecords().add(work));
        return work;
    }

    private List<SettledWork> ofAgent(Agent agent, int limit) {
        return unit(() -> ports().trackRecords().ofAgents(List.of(agent.id()), limit))
                .getOrDefault(agent.id(), List.of());
    }

    private List<SettledWork> ofPoster(Operator poster, int limit) {
        return unit(() -> ports().trackRecords().ofPoster(poster.id(), limit));
    }
}
