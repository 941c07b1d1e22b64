package io.guildhall.domain.codehost;

/**
 * Somebody at GitHub.
 *
 * @param id stays for good, while a login can be changed and then be taken by somebody else
 */
public record GithubAccount(long id, String login) {

    public GithubAccount {
        if (id <= 0 || login.isBlank()) {
            throw new IllegalArgumentException("An account has a positive id and a login");
        }
    }

    /** Whether it is an App: GitHub ends the logins of those so, and allows it nobody else. */
    public boolean isApp() {
        return login.endsWith("[bot]");
    }
}
