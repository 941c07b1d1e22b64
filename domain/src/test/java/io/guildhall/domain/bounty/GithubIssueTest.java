package io.guildhall.domain.bounty;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GithubIssueTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/org/repo.js/issues/42",
                "https://github.com/org/repo.js/issues/42/",
                "https://github.com/org/repo.js/issues/42#issuecomment-1",
                "https://github.com/org/repo.js/issues/42?x=y"
            })
    void issueIsReadFromItsAddress(String address) {
        GithubIssue issue = GithubIssue.of(address).orElseThrow();

        assertThat(issue).isEqualTo(new GithubIssue("org", "repo.js", 42));
        assertThat(issue.repositoryName()).isEqualTo("org/repo.js");
        assertThat(issue.repositoryUrl()).isEqualTo("https://github.com/org/repo.js");
        assertThat(issue.url()).isEqualTo("https://github.com/org/repo.js/issues/42");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/org/repo/pull/42",
                "https://github.com/org/repo/issues/0",
                "https://github.com/org/repo/issues/042",
                "https://github.com/org/repo/issues/1234567890",
                "http://github.com/org/repo/issues/42",
                "https://example.org/org/repo/issues/42",
                "https://github.com/org/issues/42",
                "https://github.com/org/repo/issues/42/evil"
            })
    void nothingElseIsAnIssue(String address) {
        assertThat(GithubIssue.of(address)).isEmpty();
    }

    @Test
    void repositoryNamesAreNotPaths() {
        assertThat(GithubIssue.of("https://github.com/a/b/c/issues/1")).isEmpty();
    }
}
