package io.guildhall.domain.pullrequest;

import static java.util.stream.Collectors.toSet;

import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.shared.SmallLetters;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds which issues a text of GitHub's names, as GitHub itself links them: {@code #7}, {@code
 * GH-7}, {@code owner/repo#7} or the issue's address, with or without a word such as {@code fixes}
 * before it. What stands in code or in a hidden comment names nothing: templates are full of it.
 */
public final class IssueMentions {

    private static final Pattern UNREAD =
            Pattern.compile("(?s)<!--.*?(-->|$)|```.*?(```|$)|~~~.*?(~~~|$)|`[^`\n]*`");
    private static final Pattern MENTION =
            Pattern.compile(
                    "(?<![\\w/.#-])(?:"
                            + "#(?<plain>[1-9][0-9]{0,8})"
                            + "|gh-(?<short>[1-9][0-9]{0,8})"
                            + "|(?<repository>[a-z0-9_][a-z0-9_-]{0,99}/[a-z0-9._-]{1,100})#(?<there>[1-9][0-9]{0,8})"
                            + "|https://github\\.com/(?<address>[a-z0-9_-]{1,100}/[a-z0-9._-]{1,100})/issues/(?<number>[1-9][0-9]{0,8})"
                            + ")(?!\\w)");

    /** Whoever names more than so many issues is not believed about the others. */
    private static final int NAMED_MAX = 20;

    private IssueMentions() {}

    /**
     * @param home the names of the repository in which the text stands, which {@code #7} is about
     * @return the numbers of the issues there that it names, the first ones
     */
    public static Set<Integer> in(Collection<RepositoryName> home, String text) {
        Set<String> names = home.stream().map(RepositoryName::toString).collect(toSet());
        String read = UNREAD.matcher(SmallLetters.of(text)).replaceAll(" ");
        Matcher mention = MENTION.matcher(read);
        Set<Integer> named = new LinkedHashSet<>();
        while (mention.find() && named.size() < NAMED_MAX) {
            if (isOf(names, mention)) {
                named.add(numberOf(mention));
            }
        }
        return named;
    }

    private static boolean isOf(Set<String> names, Matcher mention) {
        String repository =
                mention.group("repository") == null
                        ? mention.group("address")
                        : mention.group("repository");
        return repository == null || names.contains(repository);
    }

    private static int numberOf(Matcher mention) {
        for (String group : new String[] {"plain", "short", "there", "number"}) {
            if (mention.group(group) != null) {
                return Integer.parseInt(mention.group(group));
            }
        }
        throw new IllegalStateException("A mention without a number");
    }
}
