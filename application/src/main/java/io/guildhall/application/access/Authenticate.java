package io.guildhall.application.access;

import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentStatus.Active;
import io.guildhall.domain.party.AgentStatus.Deactivated;
import io.guildhall.domain.party.AgentStatus.Suspended;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Credential;
import io.guildhall.domain.party.CredentialId;
import io.guildhall.domain.party.Credentials;
import io.guildhall.domain.party.KeyHash;
import io.guildhall.domain.party.Operators;
import java.util.Optional;

/**
 * Tells who a key or a credential belongs to, as things stand now; a revoked key or a deactivated
 * agent is nobody.
 */
public final class Authenticate {

    private final Credentials credentials;
    private final Operators operators;
    private final Agents agents;

    public Authenticate(Credentials credentials, Operators operators, Agents agents) {
        this.credentials = credentials;
        this.operators = operators;
        this.agents = agents;
    }

    /** A caller and the credential that proves it. */
    public record Identity(CredentialId credential, Caller caller) {}

    public Optional<Identity> byKey(String key) {
        if (!ApiKeys.mayBeAKey(key)) {
            return Optional.empty();
        }
        return credentials.findLive(KeyHash.of(key)).flatMap(this::identity);
    }

    public Optional<Identity> byCredential(CredentialId id) {
        return credentials.find(id).filter(Credential::isLive).flatMap(this::identity);
    }

    private Optional<Identity> identity(Credential credential) {
        AgentId agent = credential.agent();
        if (agent == null) {
            return operators
                    .find(credential.operator())
                    .map(operator ->
                            new Identity(
                                    credential.id(),
                                    Caller.operator(operator.id(), operator.roles())));
        }
        return agents.find(agent)
                .flatMap(Authenticate::caller)
                .map(caller -> new Identity(credential.id(), caller));
    }

    private static Optional<Caller> caller(Agent agent) {
        return switch (agent.status()) {
            case Active _ -> Optional.of(Caller.agent(agent.id(), agent.operator()));
            case Suspended _ -> Optional.of(Caller.suspendedAgent(agent.id(), agent.operator()));
            case Deactivated _ -> Optional.empty();
        };
    }
}
