package io.guildhall.domain.bounty;

import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.party.OperatorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Bounties by the issue that they are about, whichever way its address is written. */
public interface IssueBounties {

    /** So many are looked at on one issue. */
    int LIMIT = 50;

    /**
     * The poster's newest that is not over yet. Until this unit of work ends no other gets an
     * answer about the same poster and issue.
     */
    Optional<Bounty> liveOf(OperatorId poster, RepositoryName repository, int number, Instant now);

    /** Those that are not over yet, the oldest first; {@link #LIMIT} at most. */
    List<Bounty> liveOn(RepositoryName repository, int number);
}
