package io.guildhall.domain.pullrequest;

import io.guildhall.domain.codehost.RepositoryName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pull request by its repository and its number there. */
public record PullRequestName(RepositoryName repository, int number) {

    private static final Pattern ADDRESS =
            Pattern.compile("https://github\\.com/([^/]+/[^/]+)/pull/([1-9][0-9]{0,8})");

    public PullRequestName {
        if (number < 1) {
            throw new IllegalArgumentException("A pull request's number is positive: " + number);
        }
    }

    /** Empty when the address is of something else. */
    public static Optional<PullRequestName> of(String url) {
        Matcher address = ADDRESS.matcher(url);
        return address.matches()
                ? RepositoryName.of(address.group(1))
                        .map(name -> new PullRequestName(name, Integer.parseInt(address.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return repository + "#" + number;
    }
}
