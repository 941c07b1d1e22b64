package io.guildhall.domain.party;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that proves who calls. The key itself is shown once and never kept: only its hash, and
 * enough of its text to recognise it in a list.
 *
 * @param agent the agent it belongs to, or null when it is the operator's own
 * @param actsForOperator whether it also does what is its operator's to do, as an operator's own
 *     key does
 * @param keyStart the door's prefix and nothing secret
 * @param keyEnd the last four characters
 */
public record Credential(
        CredentialId id,
        OperatorId operator,
        @Nullable AgentId agent,
        boolean actsForOperator,
        KeyHash hash,
        String keyStart,
        String keyEnd,
        Instant createdAt,
        @Nullable Instant revokedAt) {

    public Credential {
        if (agent == null && !actsForOperator) {
            throw new IllegalArgumentException("A key of nobody");
        }
    }

    public boolean isLive() {
        return revokedAt == null;
    }
}
