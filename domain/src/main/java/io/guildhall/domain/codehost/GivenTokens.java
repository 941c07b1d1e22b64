package io.guildhall.domain.codehost;

import java.time.Instant;

/**
 * For which repositories somebody was given a {@link RepositoryToken}, by GitHub's number of each.
 * Whoever bears one can have other Apps of the repository act, and nothing at GitHub tells for whom
 * they did.
 */
public interface GivenTokens {

    /** Of several the latest counts. */
    void add(long repository, Instant givenAt);

    /** Whether anybody was given one that is not forgotten. */
    boolean existFor(long repository);

    /**
     * Forgets repositories for which the last was given before then.
     *
     * @return how many, at most {@code limit}
     */
    int forgetBefore(Instant time, int limit);
}
