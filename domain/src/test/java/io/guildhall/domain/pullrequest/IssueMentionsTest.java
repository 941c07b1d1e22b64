package io.guildhall.domain.pullrequest;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.shared.Effort;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssueMentionsTest {

    private static final Set<RepositoryName> HOME = Set.of(PullRequestFixture.REPOSITORY);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#7",
                "Fixes #7",
                "closes #7.",
                "resolves: #7, and more",
                "(#7)",
                "GH-7",
                "Fixes org/repo#7",
                "fixes ORG/Repo#7",
                "See https://github.com/org/repo/issues/7",
                "https://github.com/Org/repo/issues/7#issuecomment-1",
                "`code` then #7",
                "<!-- hidden --> #7",
                "#8 and #7"
            })
    void issueIsNamed(String text) {
        assertThat(IssueMentions.in(HOME, text)).contains(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "#77",
                "#7a",
                "#07",
                "number#7",
                "other/repo#7",
                "org/other#7",
                "org/repo.js#7",
                "x/org/repo#7",
                "https://github.com/org/other/issues/7",
                "https://github.com/org/repo/issues/70",
                "https://github.com/org/repo/pull/7",
                "https://example.org/org/repo/issues/7x",
                "`fixes #7`",
                "```\nfixes #7\n```",
                "~~~\nfixes #7",
                "<!-- fixes #7 -->",
                "<!-- fixes #7",
                "#1234567890"
            })
    void issueIsNotNamed(String text) {
        assertThat(IssueMentions.in(HOME, text)).doesNotContain(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#7",
                "org/repo#7",
                "https://github.com/org/repo/issues/7",
                "org/new-name#7",
                "https://github.com/Org/New-Name/issues/7"
            })
    void issueOfARenamedRepositoryIsNamedByEitherName(String text) {
        var homes = List.of(PullRequestFixture.REPOSITORY, new RepositoryName("org", "new-name"));

        assertThat(IssueMentions.in(homes, text)).contains(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Σ",
                "İ",
                "<!--",
                "```",
                "`\n",
                "~",
                "#",
                "gh-",
                "a/",
                "https://github.com/a/"
            })
    void anyTextIsRead(String piece) {
        String text = piece.repeat(60_000 / piece.length()) + " #7";

        Effort.isLittle(() -> assertThat(IssueMentions.in(HOME, text)).hasSizeLessThan(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 500})
    void whoeverNamesManyIsBelievedAboutTheFirst(int issues) {
        StringBuilder text = new StringBuilder();
        for (int issue = 1; issue <= issues; issue++) {
            text.append(" #").append(issue);
        }

        assertThat(IssueMentions.in(HOME, text.toString()))
                .hasSize(Math.min(issues, 20))
                .contains(1, 5);
    }
}
