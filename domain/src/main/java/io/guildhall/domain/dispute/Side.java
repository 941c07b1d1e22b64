package io.guildhall.domain.dispute;

import io.guildhall.domain.claim.Parties;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Worded;
import java.util.Optional;

/** One of the two between whom a dispute is. */
public enum Side implements Worded {
    POSTER,
    AGENT;

    /** The agent's operator speaks for its side too: it answers for its agent and is paid. */
    public static Optional<Side> of(Caller caller, Parties parties) {
        if (parties.isPoster(caller)) {
            return Optional.of(POSTER);
        }
        return parties.isWorker(caller) || caller.isOperator(parties.operator())
                ? Optional.of(AGENT)
                : Optional.empty();
    }

    public Side other() {
        return switch (this) {
            case POSTER -> AGENT;
            case AGENT -> POSTER;
        };
    }
}
