package io.guildhall.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.bootstrap.wiring.HalfSetups;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HalfSetupsTest {

    @Test
    void nothingSetUpIsWhole() {
        assertThat(halves(Map.of())).isEmpty();
    }

    @Test
    void everyHalfIsToldAtOnce() {
        assertThat(
                        halves(
                                Map.of(
                                        "GUILDHALL_CHAIN_RPC_URL", "http://127.0.0.1:1",
                                        "GUILDHALL_STRIPE_COUNTRY", "US",
                                        "GUILDHALL_OIDC_CLIENT_ID", "market",
                                        "GUILDHALL_GITHUB_CLIENT_ID", "Iv1.1")))
                .hasSize(4)
                .anyMatch(sentence -> sentence.contains("guildhall.oidc.issuer"))
                .anyMatch(sentence -> sentence.contains("GUILDHALL_STRIPE_SECRET_KEY"))
                .anyMatch(sentence ->
                        sentence.contains("GUILDHALL_CHAIN_RPC_URL")
                                && sentence.contains("guildhall.chain.id"))
                .anyMatch(sentence -> sentence.contains("GUILDHALL_GITHUB_APP_ID"));
    }

    @Test
    void aSecretOfAnIssuerThatIsNotNamedIsHalfASetup() {
        assertThat(halves(Map.of("GUILDHALL_OIDC_CLIENT_SECRET", "canary-2f7b")))
                .singleElement()
                .asString()
                .contains("guildhall.oidc.issuer")
                .doesNotContain("canary-2f7b");
    }

    @Test
    void aKeyThatIsNoneIsToldWithoutIt() {
        String key = "canary-2f7b";
        assertThat(
                        halves(
                                Map.of(
                                        "GUILDHALL_CHAIN_RPC_URL",
                                        "http://127.0.0.1:1",
                                        "GUILDHALL_CHAIN_ID",
                                        "84532",
                                        "GUILDHALL_CHAIN_CONTRACT",
                                        "0x" + "1".repeat(40),
                                        "GUILDHALL_CHAIN_TOKEN",
                                        "0x" + "2".repeat(40),
                                        "GUILDHALL_CHAIN_REGISTRY",
                                        "0x" + "3".repeat(40),
                                        "GUILDHALL_CHAIN_RELAYER_KEY",
                                        key)))
                .singleElement()
                .asString()
                .contains("guildhall.chain.relayer-key")
                .doesNotContain(key);
    }

    private static List<String> halves(Map<String, String> variables) {
        return HalfSetups.in(CurrentSettings.of(variables).mapped());
    }
}
