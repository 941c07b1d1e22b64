package io.guildhall.domain.notification;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose ears an endpoint is: it hears what its operator's own key would hear, or what its agent's
 * key would.
 *
 * @param agent null when it is the operator's own
 */
public record Hearer(OperatorId operator, @Nullable AgentId agent) {

    /** An operator's key manages its own and its agents' endpoints, an agent's key that agent's. */
    public boolean isManagedBy(Caller caller) {
        return caller.isOperator(operator) || (agent != null && caller.isAgent(agent));
    }

    /**
     * @param roles the operator's
     */
    public Caller asCaller(Set<Role> roles) {
        return agent == null ? Caller.operator(operator, roles) : Caller.agent(agent, operator);
    }
}
