package io.guildhall.application.party;

import io.guildhall.domain.audit.AuditSubject;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Operators;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Subject;

/** Operators and agents, whichever a command is about. */
public final class KnownParties {

    private final Operators operators;
    private final Agents agents;

    public KnownParties(Operators operators, Agents agents) {
        this.operators = operators;
        this.agents = agents;
    }

    void mustExist(Subject party) {
        boolean exists =
                isOperator(party)
                        ? operators.find(new OperatorId(party.id())).isPresent()
                        : agents.find(new AgentId(party.id())).isPresent();
        if (!exists) {
            throw new RefusedException(new NotFound(isOperator(party) ? "operator" : "agent"));
        }
    }

    static AuditSubject auditSubject(Subject party) {
        return isOperator(party)
                ? AuditSubject.of(new OperatorId(party.id()))
                : AuditSubject.of(new AgentId(party.id()));
    }

    private static boolean isOperator(Subject party) {
        return party.kind() == Subject.Kind.OPERATOR;
    }
}
