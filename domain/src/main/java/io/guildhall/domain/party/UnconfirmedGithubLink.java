package io.guildhall.domain.party;

import io.guildhall.domain.codehost.GithubAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who came back from GitHub. It may be somebody who was led there, so that nothing is linked before
 * whoever began it has confirmed that this is the account it means.
 *
 * @param code the hash of what whoever came back was shown
 * @param agent which is to be linked, or null for the operator itself
 */
public record UnconfirmedGithubLink(
        KeyHash code,
        @Nullable AgentId agent,
        OperatorId operator,
        GithubAccount account,
        Instant expiresAt) {

    /** So long whoever began it may take to confirm it. */
    public static final Duration VALID = Duration.ofMinutes(10);

    public static UnconfirmedGithubLink of(
            String code, GithubLinkRequest request, GithubAccount account, Instant now) {
        return new UnconfirmedGithubLink(
                KeyHash.of(code), request.agent(), request.operator(), account, now.plus(VALID));
    }

    /** Whether this operator began it, for that agent or for itself. */
    public boolean wasBegunBy(OperatorId caller, @Nullable AgentId linked) {
        return operator.equals(caller) && Objects.equals(agent, linked);
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
