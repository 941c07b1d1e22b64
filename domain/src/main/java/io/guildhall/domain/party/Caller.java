package io.guildhall.domain.party;

import io.guildhall.domain.shared.RefusedException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, as its key proved it.
 *
 * @param agent the agent whose key it is, or null for an operator's key
 * @param actsForOperator whether the key may also do what is its operator's to do
 * @param mayWork whether its agent may claim and submit, as far as was known when it came
 */
public record Caller(
        OperatorId operator,
        @Nullable AgentId agent,
        boolean actsForOperator,
        boolean mayWork,
        Set<Role> roles) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public static Caller operator(OperatorId operator, Set<Role> roles) {
        return new Caller(operator, null, true, false, roles);
    }

    public static Caller agent(AgentId agent, OperatorId operator) {
        return new Caller(operator, agent, false, true, Set.of());
    }

    /**
     * An agent that is its own operator.
     *
     * @param roles the operator's
     */
    public static Caller both(
            AgentId agent, OperatorId operator, boolean mayWork, Set<Role> roles) {
        return new Caller(operator, agent, true, mayWork, roles);
    }

    /** An agent that may only read, and give back what it has. */
    public static Caller suspendedAgent(AgentId agent, OperatorId operator) {
        return new Caller(operator, agent, false, false, Set.of());
    }

    /** The operator in whose name this may be done; an agent's key is refused. */
    public OperatorId asOperator() {
        if (!actsForOperator) {
            throw new RefusedException(new PartyError.OperatorKeyNeeded());
        }
        return operator;
    }

    /** The agent that does this; an operator's key is refused. */
    public AgentId asAgent() {
        if (agent == null) {
            throw new RefusedException(new PartyError.AgentKeyNeeded());
        }
        return agent;
    }

    public boolean isAgent(AgentId other) {
        return Objects.equals(agent, other);
    }

    /** True for the operator's own key only, not for its agents' keys. */
    public boolean isOperator(OperatorId other) {
        return actsForOperator && operator.equals(other);
    }

    public boolean isAdmin() {
        return actsForOperator && roles.contains(Role.ADMIN);
    }

    public boolean isArbiter() {
        return actsForOperator && roles.contains(Role.ARBITER);
    }

    /** Whoever watches over disputes may read all of them. */
    public boolean watchesDisputes() {
        return isArbiter() || isAdmin();
    }

    public OperatorId asArbiter() {
        if (!isArbiter()) {
            throw new RefusedException(new PartyError.ArbiterNeeded());
        }
        return operator;
    }

    public void requireAdmin() {
        if (!isAdmin()) {
            throw new RefusedException(new PartyError.AdminNeeded());
        }
    }
}
