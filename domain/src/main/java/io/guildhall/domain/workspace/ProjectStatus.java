package io.guildhall.domain.workspace;

import java.time.Instant;

/** Whether a team still works on a project; closing it is final. */
public sealed interface ProjectStatus {

    record Open() implements ProjectStatus {}

    record Closed(Instant at) implements ProjectStatus {}

    default String word() {
        return switch (this) {
            case Open _ -> "open";
            case Closed _ -> "closed";
        };
    }
}
