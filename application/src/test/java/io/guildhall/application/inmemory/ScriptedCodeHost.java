package io.guildhall.application.inmemory;

import io.guildhall.domain.codehost.CodeHost;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.GithubCodeRefused;
import io.guildhall.domain.codehost.GithubUnavailable;
import io.guildhall.domain.shared.RefusedException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** GitHub as a test wants it. */
public final class ScriptedCodeHost implements CodeHost {

    private static final String PAGE = "https://github.example/login/oauth/authorize?state=";

    private final Map<String, GithubAccount> codes = new ConcurrentHashMap<>();
    private final AtomicBoolean down = new AtomicBoolean();

    /** Whoever comes with the code is this. */
    public void willSay(String code, GithubAccount account) {
        codes.put(code, account);
    }

    public void goDown() {
        down.set(true);
    }

    public static String stateOf(URI page) {
        return page.toString().substring(PAGE.length());
    }

    @Override
    public URI consentPage(String state) {
        return URI.create(PAGE + state);
    }

    @Override
    public GithubAccount whoCameWith(String code) {
        if (down.get()) {
            throw new RefusedException(new GithubUnavailable("it is down", null));
        }
        GithubAccount account = codes.remove(code);
        if (account == null) {
            throw new RefusedException(new GithubCodeRefused());
        }
        return account;
    }
}
