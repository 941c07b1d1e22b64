package io.guildhall.messaging.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.notification.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against values that other programs have computed. */
class SignaturesTest {

    private static final long SECONDS = 1_614_265_330L;
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";

    /** The example that the libraries of Standard Webhooks test themselves with. */
    private static final String STANDARD = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    /** By openssl: {@code printf 't.body' | openssl dgst -sha256 -hmac 'whsec_…'}. */
    private static final String OPEN_BOUNTY =
            "v1=2e37df5d4a028c51a7f3133d64ae1e300d2c2c900f1b1d49d4369ad2530f8964";

    @Test
    void standardSchemeSignsWithBytesOfSecret() {
        assertThat(Signatures.standard(List.of(Letters.SECRET), ID, SECONDS, BODY))
                .isEqualTo(STANDARD);
    }

    @Test
    void documentedSchemeSignsWithTextOfSecret() {
        assertThat(Signatures.openBounty(List.of(Letters.SECRET), SECONDS, BODY))
                .isEqualTo("t=1614265330," + OPEN_BOUNTY);
    }

    @Test
    void everyLiveSecretSignsNewestFirst() {
        List<Secret> both = List.of(Letters.NEWER_SECRET, Letters.SECRET);

        assertThat(Signatures.standard(both, ID, SECONDS, BODY).split(" "))
                .hasSize(2)
                .endsWith(STANDARD)
                .allMatch(one -> one.startsWith("v1,"));
        assertThat(Signatures.openBounty(both, SECONDS, BODY).split(","))
                .hasSize(3)
                .startsWith("t=1614265330")
                .endsWith(OPEN_BOUNTY);
    }
}
