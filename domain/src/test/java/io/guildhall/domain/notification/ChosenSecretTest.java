package io.guildhall.domain.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChosenSecretTest {

    @Test
    void chosenSecretSignsAsItIs() {
        Secret secret = Secret.chosen("my-signing-secret").orElseThrow();

        assertThat(secret.bytes()).isEqualTo("my-signing-secret".getBytes(UTF_8));
        assertThat(Secret.kept(secret.bytes(), true)).isEqualTo(secret);
    }

    @Test
    void oneInOurFormSignsWithItsBytes() {
        Secret ours = Secret.of(new byte[Secret.BYTES]);

        assertThat(Secret.chosen(ours.text())).contains(ours);
        assertThat(Secret.kept(ours.bytes(), false)).isEqualTo(ours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "has a blank in it here", "umlaut-ü-is-no-ascii"})
    void othersCannotBeChosen(String text) {
        assertThat(Secret.chosen(text)).isEmpty();
    }

    @Test
    void nobodyReadsItInALog() {
        assertThat(Secret.chosen("my-signing-secret").orElseThrow().toString())
                .doesNotContain("signing");
    }
}
