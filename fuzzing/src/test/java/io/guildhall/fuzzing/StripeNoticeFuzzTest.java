package io.guildhall.fuzzing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.guildhall.application.access.Secret;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.payments.stripe.StripeNoticeReader;
import io.guildhall.payments.stripe.StripeSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
        isUnderstoodAndNotBelieved(Parts.of(data));
    }

    @Test
    void whatIsKeptIsANotice() throws Exception {
        Map<String, String> kept =
                Kept.of(StripeNoticeFuzzTest.class, "noticeIsUnderstoodOrRefusedAndNeverBelieved");

        assertThat(kept).containsOnlyKeys("event", "signed");
        assertThat(isUnderstoodAndNotBelieved(Parts.of(requireNonNull(kept.get("event")))))
                .as("an event of which the odd parts are read")
                .isTrue();
        Parts signed = Parts.of(requireNonNull(kept.get("signed")));
        assertThat(header(signed)).startsWith("t=" + NOW.getEpochSecond() + ",v1=");
        assertThat(isUnderstoodAndNotBelieved(signed)).as("half an event").isFalse();
    }

    /** A header is timely in which that word stands for the time. */
    private static String header(Parts headerAndBody) {
        return headerAndBody.line().replace("t=now", "t=" + NOW.getEpochSecond());
    }

    private static boolean isUnderstoodAndNotBelieved(Parts headerAndBody) {
        String body = headerAndBody.rest();
        String signature = header(headerAndBody);
        if (isBelieved(body, signature)) {
            throw new AssertionError("Believed without the secret: " + signature);
        }
        try {
            READER.read(body);
            return true;
        } catch (RefusedException notAnEvent) {
            return false;
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
