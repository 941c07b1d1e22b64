package io.guildhall.domain.codehost;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A repository at GitHub by owner and name. GitHub does not tell capitals apart in either, so they
 * are kept small.
 */
public record RepositoryName(String owner, String name) {

    private static final Pattern OWNER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]{0,99}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    public RepositoryName {
        boolean wellFormed =
                OWNER.matcher(owner).matches()
                        && NAME.matcher(name).matches()
                        && !name.equals(".")
                        && !name.equals("..");
        if (!wellFormed) {
            throw new IllegalArgumentException("Not a repository's name: " + owner + "/" + name);
        }
        owner = owner.toLowerCase(Locale.ROOT);
        name = name.toLowerCase(Locale.ROOT);
    }

    /**
     * @param text as GitHub writes it, such as {@code octocat/Hello-World}; empty for anything else
     */
    public static Optional<RepositoryName> of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new RepositoryName(text.substring(0, slash), text.substring(slash + 1)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return owner + "/" + name;
    }
}
