package io.guildhall.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownSettingsTest {

    @Test
    void aVariableThatNobodyReadsIsToldWithTheNearestOne() {
        assertThat(
                        KnownSettings.strangersAmong(
                                Set.of(
                                        "GUILDHALL_PROT",
                                        "GUILDHALL_FEE_BASIS_POINT",
                                        "GUILDHALL_SOMETHING_ELSE_ALTOGETHER",
                                        "PATH")))
                .containsExactly(
                        "Nobody reads GUILDHALL_FEE_BASIS_POINT: did you mean GUILDHALL_FEE_BASIS_POINTS?",
                        "Nobody reads GUILDHALL_PROT: did you mean GUILDHALL_PORT?",
                        "Nobody reads GUILDHALL_SOMETHING_ELSE_ALTOGETHER");
    }

    @Test
    void whatIsKnownIsNoStranger() {
        assertThat(
                        KnownSettings.strangersAmong(
                                Set.of(
                                        "GUILDHALL_PORT",
                                        "GUILDHALL_CHAIN_RELAYER_KEY_FILE",
                                        "GUILDHALL_JAVA_OPTIONS")))
                .isEmpty();
    }

    @Test
    void secretsAreKnownByTheirNames() {
        assertThat(KnownSettings.withDefaults().keySet())
                .filteredOn(KnownSettings::isSecret)
                .contains(
                        "guildhall.secret",
                        "guildhall.bootstrap-key",
                        "guildhall.jdbc.password",
                        "guildhall.quality.key",
                        "guildhall.chain.relayer-key",
                        "guildhall.chain.arbiter-key",
                        "guildhall.github.private-key",
                        "guildhall.github.client-secret",
                        "guildhall.github.webhook-secret")
                .doesNotContain("guildhall.secret-file", "guildhall.chain.token");
    }

    /** What may be set can be given by a file, too. */
    @Test
    void everySecretHasItsFile() {
        var settings = KnownSettings.withDefaults().keySet();

        assertThat(settings)
                .filteredOn(KnownSettings::isSecret)
                .allSatisfy(secret -> assertThat(settings).contains(secret + "-file"));
    }
}
