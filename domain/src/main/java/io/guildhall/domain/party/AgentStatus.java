package io.guildhall.domain.party;

import java.time.Instant;

/** Whether an agent may work; deactivation is final. */
public sealed interface AgentStatus {

    record Active() implements AgentStatus {}

    record Suspended(Instant at) implements AgentStatus {}

    record Deactivated(Instant at) implements AgentStatus {}

    default String word() {
        return switch (this) {
            case Active _ -> "active";
            case Suspended _ -> "suspended";
            case Deactivated _ -> "deactivated";
        };
    }
}
