package io.guildhall.domain.codehost;

import java.time.Instant;

/**
 * What lets its bearer read and write the code and the pull requests of one repository as our App,
 * until it expires. It is in no log, since its own text does not say it.
 *
 * @param repositoryId GitHub's number of it
 */
public record RepositoryToken(
        RepositoryName repository, long repositoryId, String secret, Instant expiresAt) {

    @Override
    public String toString() {
        return "a token for " + repository + " until " + expiresAt;
    }
}
