package io.guildhall.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.access.Secret;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The App's key in every form in which it is given, and in no text. */
class AppKeyTest {

    private static final AppIdentity IDENTITY = AppIdentity.make();
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void bothFormsSignAlike() {
        String first = AppKey.of(Secret.of(IDENTITY.pkcs1())).token("31337", NOW);
        String second = AppKey.of(Secret.of(IDENTITY.pkcs8())).token("31337", NOW);
        String joined =
                AppKey.of(Secret.of(IDENTITY.pkcs1().replace("\n", "\\n"))).token("31337", NOW);

        assertThat(first).isEqualTo(second).isEqualTo(joined);
        assertThat(IDENTITY.hasMade(first, "31337", NOW)).isTrue();
        assertThat(IDENTITY.hasMade(first, "31338", NOW)).isFalse();
        assertThat(IDENTITY.hasMade(first, "31337", NOW.plusSeconds(600))).isFalse();
        assertThat(AppIdentity.make().hasMade(first, "31337", NOW)).isFalse();
    }

    @Test
    void clocksMayBeAMinuteApart() {
        String token = AppKey.of(Secret.of(IDENTITY.pkcs1())).token("31337", NOW);

        assertThat(IDENTITY.hasMade(token, "31337", NOW.minusSeconds(60))).isTrue();
        assertThat(IDENTITY.hasMade(token, "31337", NOW.plusSeconds(60))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense-that-is-no-key",
                "-----BEGIN PRIVATE KEY-----\nbm9uc2Vuc2U=\n-----END PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nbm9uc2Vuc2U=\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\n=A=\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN PUBLIC KEY-----\nbm9uc2Vuc2U=\n-----END PUBLIC KEY-----"
            })
    void whatIsNoKeyIsRefusedAndNotQuoted(String text) {
        assertThatThrownBy(() -> AppKey.of(Secret.of(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PKCS#1 or PKCS#8")
                .hasNoCause()
                .satisfies(refusal ->
                        assertThat(refusal.getMessage())
                                .doesNotContain("nonsense")
                                .doesNotContain("bm9uc2Vuc2U"));
    }

    @Test
    void weakKeyIsRefused() {
        assertThatThrownBy(() -> AppKey.of(Secret.of(AppIdentity.ofBits(1_024).pkcs8())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noTextHoldsASecret() {
        Secret secret = Secret.of(IDENTITY.pkcs8());

        assertThat(secret.toString() + AppKey.of(secret)).doesNotContain(IDENTITY.canary());
        assertThat(IDENTITY.pkcs8()).contains(IDENTITY.canary());
    }
}
