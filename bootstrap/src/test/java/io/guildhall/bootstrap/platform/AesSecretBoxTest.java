package io.guildhall.bootstrap.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is sealed is read by the same installation, or by nobody. */
class AesSecretBoxTest {

    private static final byte[] SECRET = "whsec_signs_webhooks".getBytes(StandardCharsets.UTF_8);

    private final AesSecretBox box = new AesSecretBox("a".repeat(48), new SecureRandomSource());

    @Test
    void whatWasSealedIsOpened() {
        assertThat(box.open(box.seal(SECRET))).hasValue(SECRET);
        assertThat(box.open(box.seal(new byte[0]))).hasValue(new byte[0]);
    }

    /** As after a restart. */
    @Test
    void sameSecretOpensItLater() {
        String sealed = box.seal(SECRET);

        assertThat(new AesSecretBox("a".repeat(48), new SecureRandomSource()).open(sealed))
                .hasValue(SECRET);
    }

    @Test
    void boxOfAnotherSecretIsEmpty() {
        String sealed = new AesSecretBox("b".repeat(48), new SecureRandomSource()).seal(SECRET);

        assertThat(box.open(sealed)).isEmpty();
    }

    @Test
    void boxThatWasTamperedWithAnywhereIsEmpty() {
        byte[] sealed = Base64.getDecoder().decode(box.seal(SECRET));

        for (int place = 0; place < sealed.length; place++) {
            byte[] changed = sealed.clone();
            changed[place] = (byte) (changed[place] ^ 1);
            assertThat(box.open(Base64.getEncoder().encodeToString(changed)))
                    .as("byte %s", place)
                    .isEmpty();
        }
    }

    @Test
    void boxThatWasCutOffAnywhereIsEmpty() {
        String sealed = box.seal(SECRET);
        byte[] bytes = Base64.getDecoder().decode(sealed);

        for (int length = 0; length < bytes.length; length++) {
            String cut = Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, length));
            assertThat(box.open(cut)).as("%s bytes", length).isEmpty();
        }
        for (int length = 0; length < sealed.length(); length++) {
            assertThat(box.open(sealed.substring(0, length))).as("%s digits", length).isEmpty();
        }
        assertThat(box.open("no box at all")).isEmpty();
    }

    @Test
    void sameSecretIsSealedOtherwiseEachTime() {
        Set<String> nonces = new HashSet<>();
        for (int time = 0; time < 1_000; time++) {
            nonces.add(box.seal(SECRET).substring(0, 16));
        }

        assertThat(nonces).hasSize(1_000);
    }
}
