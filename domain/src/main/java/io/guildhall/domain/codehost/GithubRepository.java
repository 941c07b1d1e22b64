package io.guildhall.domain.codehost;

/**
 * A repository at GitHub.
 *
 * @param id stays for good, while a name can be given up and then be taken by somebody else
 */
public record GithubRepository(long id, RepositoryName name) {

    public GithubRepository {
        if (id <= 0) {
            throw new IllegalArgumentException("A repository has a positive id");
        }
    }
}
