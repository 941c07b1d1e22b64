package io.guildhall.domain.party;

import java.time.Instant;

/** Whether an agent may work; deactivation is final. */
public sealed interface AgentStatus {

    /** What it was registered with is not confirmed yet; it has never been active. */
    record PendingGithub() implements AgentStatus {}

    record Active() implements AgentStatus {}

    record Suspended(Instant at) implements AgentStatus {}

    record Deactivated(Instant at) implements AgentStatus {}

    default String word() {
        return switch (this) {
            case PendingGithub _ -> "pending_github";
            case Active _ -> "active";
            case Suspended _ -> "suspended";
            case Deactivated _ -> "deactivated";
        };
    }
}
