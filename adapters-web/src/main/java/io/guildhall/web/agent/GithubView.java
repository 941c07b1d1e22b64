package io.guildhall.web.agent;

import io.guildhall.domain.codehost.GithubAccount;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By which account GitHub knows somebody.
 *
 * @param login null where none is linked
 * @param link the form that links one
 */
public record GithubView(@Nullable String login, String link) {

    static GithubView of(Optional<GithubAccount> account, String link) {
        return new GithubView(account.map(GithubAccount::login).orElse(null), link);
    }
}
