package io.guildhall.application.party;

import io.guildhall.application.access.ApiKeys;
import io.guildhall.application.access.ApiKeys.MintedKey;
import io.guildhall.application.access.Door;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.shared.Visible;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Credential;
import io.guildhall.domain.party.Credentials;
import io.guildhall.domain.party.PartyError;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Mints a new key. The one before it stays live until the next rotation, so that programs can be
 * moved over one by one; a key that leaked is revoked at once on request.
 */
public final class RotateKey {

    private static final int LIVE_KEYS_MAX = 2;

    private final UseCaseContext context;
    private final Agents agents;
    private final Credentials credentials;
    private final ApiKeys keys;

    public RotateKey(UseCaseContext context, Agents agents, Credentials credentials, ApiKeys keys) {
        this.context = context;
        this.agents = agents;
        this.credentials = credentials;
        this.keys = keys;
    }

    /**
     * @param agent whose key, or null for the calling operator's own
     * @param revokeOthers whether every earlier key stops working now
     */
    public record Command(
            Caller caller, @Nullable AgentId agent, Door door, boolean revokeOthers) {}

    /** The new key is shown now and never again. */
    public MintedKey handle(Command command) {
        return context.transactions().run(() -> rotate(command, context.clock().instant()));
    }

    private MintedKey rotate(Command command, Instant now) {
        AgentId agent = command.agent();
        if (agent == null) {
            var operator = command.caller().asOperator();
            revoke(credentials.liveOf(operator), command, now);
            return keys.mint(operator, null, command.door(), now);
        }
        Agent found =
                Visible.orNotFound(
                        agents.find(agent),
                        candidate ->
                                command.caller().isOperator(candidate.operator())
                                        || command.caller().isAgent(agent),
                        "agent");
        if (!found.isActive()) {
            throw new RefusedException(new PartyError.AgentNotActive(agent, found.status()));
        }
        revoke(credentials.liveOf(agent), command, now);
        return isOwnOperator(command.caller(), agent)
                ? keys.mintForBoth(found.operator(), agent, command.door(), now)
                : keys.mint(found.operator(), agent, command.door(), now);
    }

    private static boolean isOwnOperator(Caller caller, AgentId agent) {
        return caller.actsForOperator() && caller.isAgent(agent);
    }

    /** All of them, or all but the newest; an agent's key does not end one that is more than it. */
    private void revoke(List<Credential> newestFirst, Command command, Instant now) {
        newestFirst.stream()
                .skip(command.revokeOthers() ? 0 : LIVE_KEYS_MAX - 1)
                .filter(credential ->
                        command.caller().actsForOperator() || !credential.actsForOperator())
                .forEach(credential -> credentials.revoke(credential.id(), now));
    }
}
