package io.guildhall.domain.party;

import static io.guildhall.domain.party.PartyFixture.BOB;
import static io.guildhall.domain.party.PartyFixture.BOBS_AGENT;
import static io.guildhall.domain.party.PartyFixture.NOW;
import static io.guildhall.domain.party.PartyFixture.profile;

import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.states.ApprovedFile;
import io.guildhall.domain.states.StateMatrix;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AgentStatesTest {

    private static final String EXPECTED =
            """
            register:
              nothing -> active + AgentRegistered
            register without a name:
              nothing !! invalid_field
            registerPending:
              nothing -> pending_github + AgentRegistered
            registerPending without a name:
              nothing !! invalid_field
            activate:
              pending_github -> active + AgentActivated
              active -> active
              suspended -> suspended
              deactivated !! agent_not_changeable
            edit:
              pending_github -> pending_github + AgentEdited
              active -> active + AgentEdited
              suspended -> suspended + AgentEdited
              deactivated !! agent_not_changeable
            edit nothing:
              pending_github -> pending_github
              active -> active
              suspended -> suspended
              deactivated !! agent_not_changeable
            edit the name away:
              pending_github, active, suspended !! invalid_field
              deactivated !! agent_not_changeable
            suspend:
              pending_github !! agent_not_active
              active -> suspended + AgentSuspended
              suspended -> suspended
              deactivated !! agent_not_changeable
            resume:
              pending_github !! agent_not_active
              active -> active
              suspended -> active + AgentResumed
              deactivated !! agent_not_changeable
            deactivate:
              pending_github, active, suspended -> deactivated + AgentDeactivated
              deactivated -> deactivated
            deactivate while it holds a claim:
              pending_github, active, suspended !! agent_holds_claim
              deactivated -> deactivated
            """;

    private final StateMatrix<Agent> matrix =
            new StateMatrix<>(Agent.class, agent -> agent.status().word())
                    .state("pending_github", PartyFixture.pendingAgent())
                    .state("active", PartyFixture.activeAgent())
                    .state("suspended", PartyFixture.suspendedAgent())
                    .state("deactivated", PartyFixture.deactivatedAgent())
                    .creation("register", () -> register("Worker"))
                    .creation("register without a name", () -> register(" "))
                    .creation("registerPending", () -> registerPending("Worker"))
                    .creation("registerPending without a name", () -> registerPending(" "))
                    .command("activate", agent -> agent.activate(NOW))
                    .command("edit", agent -> agent.edit(profile("Renamed"), NOW))
                    .command("edit nothing", agent -> agent.edit(agent.profile(), NOW))
                    .command("edit the name away", agent -> agent.edit(profile(""), NOW))
                    .command("suspend", agent -> agent.suspend(NOW))
                    .command("resume", agent -> agent.resume(NOW))
                    .command("deactivate", agent -> agent.deactivate(false, NOW))
                    .command(
                            "deactivate while it holds a claim",
                            agent -> agent.deactivate(true, NOW));

    @Test
    void everyStateAnswersEveryCommandAsWritten() {
        matrix.assertHoldsEvery(agent -> Stream.of(agent.status()), AgentStatus.class);
        matrix.assertAnswers(EXPECTED);
    }

    @Test
    void diagramShowsWhatTheCodeDoes() {
        ApprovedFile.assertApproved(
                "docs/state-machines/agent.md",
                matrix.page("The life of an agent", "AgentStatesTest"));
    }

    private static Decision<Agent> register(String name) {
        return Agent.register(BOBS_AGENT, BOB, profile(name), NOW);
    }

    private static Decision<Agent> registerPending(String name) {
        return Agent.registerPending(BOBS_AGENT, BOB, profile(name), NOW);
    }
}
