package io.guildhall.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallLettersTest {

    @ParameterizedTest
    @CsvSource({
        "First_Come, first_come",
        "ÄÖÜẞ, äöüß",
        "İstanbul, istanbul",
        "ΣΊΓΜΑ, σίγμα",
        "ВЫСШИЙ, высший",
        "𐐀 \uD83D\uDE00, 𐐨 \uD83D\uDE00",
        "'', ''",
    })
    void capitalsAreMadeSmall(String text, String small) {
        assertThat(SmallLetters.of(text)).isEqualTo(small);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Σ", "Σ ", "İ", "ß"})
    void noTextIsMuchWork(String piece) {
        String text = piece.repeat(200_000);

        Effort.isLittle(() -> assertThat(SmallLetters.of(text)).hasSameSizeAs(text));
    }
}
