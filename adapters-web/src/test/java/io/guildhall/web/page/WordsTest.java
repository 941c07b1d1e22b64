package io.guildhall.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.shared.Effort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "'# The *importer*', The importer",
        "See [the issue](https://example.org/issues/7) first, See the issue first",
        "[x](https://example.org/a_(b)_c) y, x y",
        "(not a link) stays, (not a link) stays",
        "(https://example.org/, '(https://example.org/'",
    })
    void excerptHasNoMarks(String markdown, String excerpt) {
        assertThat(Words.excerpt(markdown, 100)).isEqualTo(excerpt);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(http://", "(http://a(", "(http://(b)", "[", "\t", "a "})
    void excerptOfAnyTextIsLittleWork(String piece) {
        String text = piece.repeat(400_000 / piece.length());

        Effort.isLittle(() -> assertThat(Words.excerpt(text, 100)).hasSizeLessThan(110));
    }

    @Test
    void reasonsOfProgramsAreWords() {
        assertThat(Words.reason("deadline_passed")).isEqualTo("deadline passed");
        assertThat(Words.reason("deadline_passed.")).isEqualTo("deadline_passed.");
        assertThat(Words.reason("a_".repeat(100_000))).startsWith("a_a_");
    }
}
