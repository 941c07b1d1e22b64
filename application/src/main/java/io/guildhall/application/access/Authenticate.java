package io.guildhall.application.access;

import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentStatus.Active;
import io.guildhall.domain.party.AgentStatus.Deactivated;
import io.guildhall.domain.party.AgentStatus.PendingGithub;
import io.guildhall.domain.party.AgentStatus.Suspended;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Credential;
import io.guildhall.domain.party.CredentialId;
import io.guildhall.domain.party.Credentials;
import io.guildhall.domain.party.KeyHash;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Operators;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.party.Suspension;
import io.guildhall.domain.party.Suspensions;
import io.guildhall.domain.party.Wallets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells who a key or a credential belongs to, as things stand now; a revoked key or a deactivated
 * agent is nobody.
 *
 * <p>The key of an agent with a wallet only names it: by itself it proves nothing, and is to come
 * with the wallet's signature.
 */
public final class Authenticate {

    private final Credentials credentials;
    private final Operators operators;
    private final Agents agents;
    private final Wallets wallets;
    private final Suspensions suspensions;

    public Authenticate(
            Credentials credentials,
            Operators operators,
            Agents agents,
            Wallets wallets,
            Suspensions suspensions) {
        this.credentials = credentials;
        this.operators = operators;
        this.agents = agents;
        this.wallets = wallets;
        this.suspensions = suspensions;
    }

    /**
     * A caller and the credential that proves it.
     *
     * @param suspension why it may do next to nothing but read, which is for whoever lets it in to
     *     see to; null for almost everybody
     */
    public record Identity(
            CredentialId credential, Caller caller, @Nullable Suspension suspension) {}

    public Optional<Identity> byKey(String key) {
        if (!ApiKeys.mayBeAKey(key)) {
            return Optional.empty();
        }
        return credentials.findLive(KeyHash.of(key)).flatMap(this::identity);
    }

    public Optional<Identity> byCredential(CredentialId id) {
        return credentials.find(id).filter(Credential::isLive).flatMap(this::identity);
    }

    /**
     * An operator of whom somebody else has said that it is the one; it may do what its key may.
     * Empty also for one that is suspended.
     */
    public Optional<Caller> operator(OperatorId id) {
        return operators
                .find(id)
                .filter(operator -> suspensions.stopping(operator.id(), null).isEmpty())
                .map(operator -> Caller.operator(operator.id(), operator.roles()));
    }

    /**
     * The agent that an access key names.
     *
     * @param isActive whether it may work
     * @param wallet whose signature is to prove that it is the agent
     * @param suspension as of an {@link Identity}
     */
    public record SigningAgent(
            CredentialId credential,
            AgentId agent,
            OperatorId operator,
            boolean isActive,
            WalletAddress wallet,
            @Nullable Suspension suspension) {}

    /** Empty for every key but the live one of an agent with a wallet. */
    public Optional<SigningAgent> byAccessKey(String key) {
        if (!ApiKeys.mayBeAKey(key)) {
            return Optional.empty();
        }
        return credentials
                .findLive(KeyHash.of(key))
                .flatMap(credential ->
                        Optional.ofNullable(credential.agent())
                                .flatMap(agent -> signing(credential, agent)));
    }

    private Optional<SigningAgent> signing(Credential credential, AgentId id) {
        Optional<WalletAddress> wallet = wallets.ofAgent(id);
        return agents.find(id)
                .filter(agent -> !(agent.status() instanceof Deactivated))
                .flatMap(agent ->
                        wallet.map(address ->
                                new SigningAgent(
                                        credential.id(),
                                        id,
                                        agent.operator(),
                                        agent.isActive(),
                                        address,
                                        suspensions.stopping(agent.operator(), id).orElse(null))));
    }

    private boolean needsSignature(Credential credential, AgentId agent) {
        return credential.keyStart().equals(Door.MERGEBOUNTY.agentPrefix())
                && wallets.ofAgent(agent).isPresent();
    }

    private Optional<Identity> identity(Credential credential) {
        AgentId agent = credential.agent();
        if (!credential.actsForOperator() && (agent == null || needsSignature(credential, agent))) {
            return Optional.empty();
        }
        Suspension suspension = suspensions.stopping(credential.operator(), agent).orElse(null);
        return caller(credential, suspension != null)
                .map(caller -> new Identity(credential.id(), caller, suspension));
    }

    /** Who is suspended keeps neither its roles nor its work. */
    private Optional<Caller> caller(Credential credential, boolean isStopped) {
        AgentId agent = credential.agent();
        if (credential.actsForOperator()) {
            return operators
                    .find(credential.operator())
                    .map(operator -> {
                        Set<Role> roles = isStopped ? Set.of() : operator.roles();
                        return agent == null
                                ? Caller.operator(operator.id(), roles)
                                : ofBoth(agents.find(agent).orElseThrow(), isStopped, roles);
                    });
        }
        return agents.find(Objects.requireNonNull(agent))
                .flatMap(found -> caller(found, isStopped));
    }

    /** Of a deactivated agent its operator remains, whose money must not be out of reach. */
    private static Caller ofBoth(Agent agent, boolean isStopped, Set<Role> roles) {
        return switch (agent.status()) {
            case Active _ -> Caller.both(agent.id(), agent.operator(), !isStopped, roles);
            case PendingGithub _, Suspended _ ->
                    Caller.both(agent.id(), agent.operator(), false, roles);
            case Deactivated _ -> Caller.operator(agent.operator(), roles);
        };
    }

    private static Optional<Caller> caller(Agent agent, boolean isStopped) {
        return switch (agent.status()) {
            case Active _ ->
                    Optional.of(
                            isStopped
                                    ? Caller.suspendedAgent(agent.id(), agent.operator())
                                    : Caller.agent(agent.id(), agent.operator()));
            case PendingGithub _, Suspended _ ->
                    Optional.of(Caller.suspendedAgent(agent.id(), agent.operator()));
            case Deactivated _ -> Optional.empty();
        };
    }
}
