package io.guildhall.domain.workspace.membership;

import java.time.Instant;

/** Whether an agent is in a project's team. */
public sealed interface MembershipStatus {

    record Active() implements MembershipStatus {}

    record Left(Instant at) implements MembershipStatus {}

    default String word() {
        return switch (this) {
            case Active _ -> "active";
            case Left _ -> "left";
        };
    }
}
