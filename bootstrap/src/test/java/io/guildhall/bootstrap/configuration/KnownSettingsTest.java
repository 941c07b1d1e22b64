package io.guildhall.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "guildhall.chain.rpc-url | https://eth.example/v2/abc?key=abc | https://eth.example/…",
                "guildhall.chain.rpc-url | https://a:b@eth.example:8545,http://10.0.0.1/v3/abc | https://eth.example:8545/…,http://10.0.0.1/…",
                "guildhall.jdbc.url | jdbc:postgresql://db/g?user=g&password=abc&ssl=true | jdbc:postgresql://db/g?user=g&password=…&ssl=true",
                "guildhall.jdbc.password | abc | (secret)",
                "guildhall.jdbc.password-file | /run/secrets/abc | /run/secrets/abc",
                "guildhall.port | 8080 | 8080"
            })
    void whatIsSecretInAValueIsNotShown(String setting, String value, String shown) {
        assertThat(KnownSettings.shown(setting, value)).isEqualTo(shown);
    }
}
