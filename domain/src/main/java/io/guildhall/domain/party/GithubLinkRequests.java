package io.guildhall.domain.party;

import java.time.Instant;
import java.util.Optional;

/** Who is on the way to GitHub. */
public interface GithubLinkRequests {

    void add(GithubLinkRequest request);

    /**
     * The request with this state, which is then gone: of many that take it at once one gets it.
     */
    Optional<GithubLinkRequest> take(KeyHash state);

    /**
     * Forgets those who never came back.
     *
     * @return how many, at most {@code limit}
     */
    int forgetExpired(Instant now, int limit);
}
