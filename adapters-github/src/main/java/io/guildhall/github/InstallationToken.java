package io.guildhall.github;

import io.guildhall.domain.codehost.RepositoryName;
import java.time.Duration;
import java.time.Instant;

/**
 * What lets its bearer act on one repository as the App, until it expires.
 *
 * @param installation by which our App serves the repository
 * @param repositoryId GitHub's number of the one that it is good for
 * @param token a secret; GitHub makes it good for an hour
 * @param bot the login as which GitHub shows what the App does
 */
public record InstallationToken(
        long installation,
        RepositoryName repository,
        long repositoryId,
        String token,
        Instant expiresAt,
        String bot) {

    /** Whoever gets one has so much time with it, at least. */
    private static final Duration LEFT_MIN = Duration.ofMinutes(10);

    /** The name alone may have come to mean another repository, which anybody can read as well. */
    boolean isFor(long repository) {
        return repositoryId == repository;
    }

    boolean isFresh(Instant now) {
        return now.plus(LEFT_MIN).isBefore(expiresAt);
    }

    @Override
    public String toString() {
        return "a token for " + repository + " until " + expiresAt;
    }
}
