package io.guildhall.domain.party;

import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Subject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parties that are suspended now. */
public interface Suspensions {

    Optional<Suspension> find(Subject party);

    /** What stops an operator, or else the agent of it, if one is given; read at once. */
    Optional<Suspension> stopping(OperatorId operator, @Nullable AgentId agent);

    /** In the order of the parties' ids, newest party first. */
    Page<Suspension> all(PageRequest page);

    /**
     * Suspends one that is not.
     *
     * @throws io.guildhall.domain.shared.LostRace if somebody else has suspended it meanwhile
     */
    void add(Suspension suspension);

    /**
     * @return whether it was suspended
     */
    boolean lift(Subject party);

    /** Refuses what a suspended party may not do, or what may not be done with it. */
    default void mustNotStop(OperatorId operator, @Nullable AgentId agent) {
        stopping(operator, agent)
                .ifPresent(found -> {
                    throw new RefusedException(new PartyError.PartySuspended(found));
                });
    }
}
