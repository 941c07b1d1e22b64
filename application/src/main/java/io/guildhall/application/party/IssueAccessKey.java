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
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.PartyError;
import io.guildhall.domain.party.Wallets;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;

/**
 * Gives an agent the key that names it in signed requests. There is one at a time: whichever it had
 * before is no longer any.
 */
public final class IssueAccessKey {

    private final UseCaseContext context;
    private final Agents agents;
    private final Wallets wallets;
    private final Credentials credentials;
    private final ApiKeys keys;

    public IssueAccessKey(
            UseCaseContext context,
            Agents agents,
            Wallets wallets,
            Credentials credentials,
            ApiKeys keys) {
        this.context = context;
        this.agents = agents;
        this.wallets = wallets;
        this.credentials = credentials;
        this.keys = keys;
    }

    public record Command(Caller caller, AgentId agent) {}

    /** The key is shown now and never again. */
    public MintedKey handle(Command command) {
        OperatorId operator = command.caller().asOperator();
        return context.transactions().run(() -> issue(command.agent(), operator));
    }

    private MintedKey issue(AgentId id, OperatorId operator) {
        Instant now = context.clock().instant();
        Agent agent =
                Visible.orNotFound(
                        agents.find(id), found -> found.operator().equals(operator), "agent");
        if (wallets.ofAgent(id).isEmpty()) {
            throw new RefusedException(new PartyError.AgentHasNoWallet(id));
        }
        if (!agent.isActive()) {
            throw new RefusedException(new PartyError.AgentNotActive(id, agent.status()));
        }
        for (Credential live : credentials.liveOf(id)) {
            credentials.revoke(live.id(), now);
        }
        // Of two that are issued at once the agent's version lets only one go first.
        agents.save(agent);
        return keys.mint(operator, id, Door.MERGEBOUNTY, now);
    }
}
