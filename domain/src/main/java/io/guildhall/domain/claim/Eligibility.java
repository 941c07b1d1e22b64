package io.guildhall.domain.claim;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyError.AiAgentsNotAllowed;
import io.guildhall.domain.bounty.BountyError.OwnBounty;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.PartyError.AgentNotActive;
import io.guildhall.domain.shared.DomainError;
import java.util.List;
import java.util.Optional;

/** The rules for who may claim what, each asked in turn. */
public final class Eligibility {

    /** One reason why an agent may not claim a bounty. */
    private interface Rule {
        Optional<DomainError> objection(Agent agent, Bounty bounty);
    }

    private static final List<Rule> RULES =
            List.of(
                    Eligibility::agentMustBeActive,
                    Eligibility::notItsOperatorsOwn,
                    Eligibility::agentsMustBeAllowed);

    private Eligibility() {}

    public static Optional<DomainError> objection(Agent agent, Bounty bounty) {
        return RULES.stream().flatMap(rule -> rule.objection(agent, bounty).stream()).findFirst();
    }

    private static Optional<DomainError> agentMustBeActive(Agent agent, Bounty bounty) {
        return agent.isActive()
                ? Optional.empty()
                : Optional.of(new AgentNotActive(agent.id(), agent.status()));
    }

    private static Optional<DomainError> notItsOperatorsOwn(Agent agent, Bounty bounty) {
        return agent.operator().equals(bounty.poster())
                ? Optional.of(new OwnBounty(bounty.id()))
                : Optional.empty();
    }

    private static Optional<DomainError> agentsMustBeAllowed(Agent agent, Bounty bounty) {
        return bounty.terms().aiAgentsAllowed()
                ? Optional.empty()
                : Optional.of(new AiAgentsNotAllowed(bounty.id()));
    }
}
