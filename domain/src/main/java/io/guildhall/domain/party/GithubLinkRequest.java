package io.guildhall.domain.party;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An operator's wish to link one of its agents or itself, from the way to GitHub until the way
 * back.
 *
 * @param state the hash of what proves, once, that who comes back was sent by us
 * @param agent which is to be linked, or null for the operator itself
 */
public record GithubLinkRequest(
        KeyHash state, @Nullable AgentId agent, OperatorId operator, Instant expiresAt) {

    /** So long somebody may take at GitHub. */
    public static final Duration VALID = Duration.ofMinutes(10);

    public static GithubLinkRequest of(String state, Agent agent, Instant now) {
        return new GithubLinkRequest(
                KeyHash.of(state), agent.id(), agent.operator(), now.plus(VALID));
    }

    public static GithubLinkRequest of(String state, OperatorId operator, Instant now) {
        return new GithubLinkRequest(KeyHash.of(state), null, operator, now.plus(VALID));
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
