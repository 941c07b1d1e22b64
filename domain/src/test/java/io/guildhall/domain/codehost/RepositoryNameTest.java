package io.guildhall.domain.codehost;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.shared.Effort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryNameTest {

    @Test
    void capitalsMakeNoDifference() {
        assertThat(RepositoryName.of("Octocat/Hello-World"))
                .contains(new RepositoryName("octocat", "hello-world"));
        assertThat(new RepositoryName("Octocat", ".github").toString())
                .isEqualTo("octocat/.github");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "octocat",
                "/",
                "octocat/",
                "/hello",
                "a/b/c",
                "a b/c",
                "-a/b",
                "a/..",
                "a/.",
                "a/b?c",
                "ä/b",
                "\u212A/b"
            })
    void whatIsNoNameIsNone(String text) {
        assertThat(RepositoryName.of(text)).isEmpty();
    }

    @Test
    void longTextsAreQuicklyNoNames() {
        Effort.isLittle(() -> assertThat(RepositoryName.of("Σ".repeat(60_000) + "/a")).isEmpty());
    }
}
