package io.guildhall.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.access.Secret;
import org.junit.jupiter.api.Test;

/** The example is GitHub's own. */
class HmacNoticeSignaturesTest {

    private static final String SECRET = "It's a Secret to Everybody";
    private static final String BODY = "Hello, World!";
    private static final String SIGNATURE =
            "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

    @Test
    void whatIsSignedWithTheSecretIsGood() {
        assertThat(signatures(SECRET).isSigned(BODY, SIGNATURE)).isTrue();
        assertThat(signatures(SECRET).isSigned(BODY + " ", SIGNATURE)).isFalse();
        assertThat(signatures("another").isSigned(BODY, SIGNATURE)).isFalse();
    }

    /**
     * First both are set here, then GitHub is given the new one, then the old one is taken away.
     */
    @Test
    void whileOneSecretFollowsAnotherBothAreGood() {
        assertThat(signatures(SECRET + ",the next").isSigned(BODY, SIGNATURE)).isTrue();
        assertThat(signatures("the next, " + SECRET).isSigned(BODY, SIGNATURE)).isTrue();
        assertThat(signatures("the next").isSigned(BODY, SIGNATURE)).isFalse();
    }

    @Test
    void noneAndMoreThanTwoAreRefused() {
        for (String secrets : new String[] {",", "one,two,three"}) {
            assertThatThrownBy(() -> signatures(secrets))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "GitHub's webhook secret is one, or two while the second follows the first");
        }
    }

    private static HmacNoticeSignatures signatures(String secrets) {
        return new HmacNoticeSignatures(Secret.of(secrets));
    }
}
