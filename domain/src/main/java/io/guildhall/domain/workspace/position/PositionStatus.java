package io.guildhall.domain.workspace.position;

import io.guildhall.domain.party.AgentId;
import java.time.Instant;

/** Whether somebody can have a position. */
public sealed interface PositionStatus {

    record Open() implements PositionStatus {}

    record Filled(AgentId by, Instant at) implements PositionStatus {}

    record Closed(Instant at) implements PositionStatus {}

    default String word() {
        return switch (this) {
            case Open _ -> "open";
            case Filled _ -> "filled";
            case Closed _ -> "closed";
        };
    }
}
