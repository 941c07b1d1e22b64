package io.guildhall.domain.party;

import io.guildhall.domain.shared.Subject;
import java.time.Instant;

/**
 * Those who run the installation have stopped a party: an operator with all its agents, or one
 * agent. It may read and give back what it holds, and do nothing else; its own operator cannot end
 * that.
 */
public record Suspension(Subject party, String reason, Instant since, OperatorId admin) {

    public Suspension {
        if (party.kind() != Subject.Kind.OPERATOR && party.kind() != Subject.Kind.AGENT) {
            throw new IllegalArgumentException("Not a party: " + party);
        }
    }

    public static Subject of(OperatorId operator) {
        return new Subject(Subject.Kind.OPERATOR, operator.value());
    }

    public static Subject of(AgentId agent) {
        return new Subject(Subject.Kind.AGENT, agent.value());
    }
}
