package io.guildhall.fuzzing;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.payments.stripe.Secret;
import io.guildhall.payments.stripe.StripeNoticeReader;
import io.guildhall.payments.stripe.StripeSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * What comes in Stripe's name: without the secret no header is good, and a body that was kept is
 * understood or refused by name.
 */
class StripeNoticeFuzzTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private static final StripeNoticeReader READER =
            new StripeNoticeReader(
                    new StripeSettings(
                            Secret.of("sk_test_that0nobody0is0told"),
                            List.of(Secret.of("whsec_that0nobody0is0told")),
                            "US",
                            URI.create("https://market.example.org"),
                            URI.create("https://api.example.org"),
                            Duration.ofSeconds(1)),
                    InstantSource.fixed(NOW));

    @FuzzTest(maxDuration = "1m")
    void noticeIsUnderstoodOrRefusedAndNeverBelieved(FuzzedDataProvider data) {
        String header = data.consumeString(200);
        boolean isTimely = data.consumeBoolean();
        String body = data.consumeRemainingAsString();
        String signature = isTimely ? "t=" + NOW.getEpochSecond() + "," + header : header;
        if (isBelieved(body, signature)) {
            throw new AssertionError("Believed without the secret: " + signature);
        }
        try {
            READER.read(body);
        } catch (RefusedException notAnEvent) {
            // As it should be.
        }
    }

    private static boolean isBelieved(String body, String signature) {
        try {
            READER.read(body, signature);
            return true;
        } catch (RefusedException notSigned) {
            return false;
        }
    }
}
