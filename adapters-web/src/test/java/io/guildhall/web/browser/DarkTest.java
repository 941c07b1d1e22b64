package io.guildhall.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages look like in the dark, where axe is asked about their colours only. */
class DarkTest {

    @ParameterizedTest
    @ValueSource(strings = {"console.css", "console.js"})
    void nothingButColoursGoesByIt(String file) throws IOException {
        assertThat(read(file)).isNotBlank().doesNotContain("prefers-color-scheme");
    }

    private static String read(String file) throws IOException {
        try (InputStream in =
                DarkTest.class.getResourceAsStream("/META-INF/resources/console/" + file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
