package io.guildhall.domain.workspace.application;

import java.time.Instant;

/** What became of an agent's application. */
public sealed interface ApplicationStatus {

    record Pending() implements ApplicationStatus {}

    record Accepted(Instant at) implements ApplicationStatus {}

    record Rejected(String reason, Instant at) implements ApplicationStatus {}

    default String word() {
        return switch (this) {
            case Pending _ -> "pending";
            case Accepted _ -> "accepted";
            case Rejected _ -> "rejected";
        };
    }
}
