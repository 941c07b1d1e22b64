package io.guildhall.domain.party;

import java.time.Instant;
import java.util.Optional;

/** Who is on the way to GitHub, and who came back and is not confirmed yet. */
public interface GithubLinkRequests {

    void add(GithubLinkRequest request);

    /**
     * The request with this state, which is then gone: of many that take it at once one gets it.
     */
    Optional<GithubLinkRequest> take(KeyHash state);

    void add(UnconfirmedGithubLink link);

    Optional<UnconfirmedGithubLink> unconfirmed(KeyHash code);

    /** The link with this code, which is then gone: of many that take it at once one gets it. */
    Optional<UnconfirmedGithubLink> takeUnconfirmed(KeyHash code);

    /**
     * Forgets those who never came back, and those whom nobody has confirmed.
     *
     * @return how many, at most {@code limit}
     */
    int forgetExpired(Instant now, int limit);
}
