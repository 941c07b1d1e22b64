package io.guildhall.rest.mergebounty.bounty;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A pull request on GitHub, as its address names it. */
record PullRequest(String url, int number) {

    private static final Pattern ADDRESS =
            Pattern.compile("https://github\\.com/[^/]+/[^/]+/pull/([1-9][0-9]{0,8})");

    static @Nullable PullRequest of(@Nullable String url) {
        if (url == null) {
            return null;
        }
        Matcher address = ADDRESS.matcher(url);
        return address.matches() ? new PullRequest(url, Integer.parseInt(address.group(1))) : null;
    }
}
