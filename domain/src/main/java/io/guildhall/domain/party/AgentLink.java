package io.guildhall.domain.party;

import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.codehost.GithubAccount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an agent with a wallet has shown of itself elsewhere.
 *
 * @param a2aCardUrl where it describes itself, or null
 * @param registration how it entered itself in the registry on chain; null until that is confirmed
 * @param github the account by which GitHub knows it; null until it is linked
 */
public record AgentLink(
        AgentId agent,
        @Nullable String a2aCardUrl,
        @Nullable Registration registration,
        @Nullable GithubAccount github) {

    /**
     * @param at the time of its block
     */
    public record Registration(TxHash transaction, Instant at) {}

    public static AgentLink of(AgentId agent, @Nullable String a2aCardUrl) {
        return new AgentLink(agent, a2aCardUrl, null, null);
    }

    public AgentLink registered(TxHash transaction, Instant at) {
        return new AgentLink(agent, a2aCardUrl, new Registration(transaction, at), github);
    }

    public AgentLink linked(GithubAccount account) {
        return new AgentLink(agent, a2aCardUrl, registration, account);
    }

    /**
     * Whether this is all that an agent needs to be active.
     *
     * @param githubNeeded whether that includes an identity at GitHub
     */
    public boolean isComplete(boolean githubNeeded) {
        return registration != null && (!githubNeeded || github != null);
    }
}
