package io.guildhall.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.bootstrap.GuildhallConfig;
import io.guildhall.chain.ChainSettings;
import io.guildhall.domain.bounty.BountyId;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A chain is set up whole or not at all. */
class ChainWiringTest {

    private static final String PREFIX = "guildhall.chain.";
    private static final Map<String, String> WHOLE =
            Map.of(
                    "rpc-url", "http://127.0.0.1:8545, https://node.example.org/key",
                    "id", "84532",
                    "contract", "0x" + "a".repeat(40),
                    "token", "0x" + "B".repeat(40),
                    "registry", "0x" + "c".repeat(40));

    @Test
    void withoutSettingsThereIsNoChain() {
        assertThat(read(Map.of())).isEmpty();
    }

    @Test
    void wholeSettingsAreRead() {
        ChainSettings settings = read(WHOLE).orElseThrow();

        assertThat(settings.nodes()).hasSize(2);
        assertThat(settings.chainId()).isEqualTo(84_532);
        assertThat(settings.token().hex()).isEqualTo("0x" + "b".repeat(40));
        assertThat(settings.timeLimit()).isEqualTo(ChainSettings.TIME_LIMIT);
        assertThat(settings.blocksBehindMax()).isEqualTo(ChainSettings.BLOCKS_BEHIND_MAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "contract", "token", "registry"})
    void whatIsMissingIsNamed(String name) {
        Map<String, String> half = new HashMap<>(WHOLE);
        half.remove(name);

        assertThatThrownBy(() -> read(half))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(PREFIX + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "contract",
                "token",
                "registry",
                "relayer-key",
                "relayer-key-file",
                "arbiter-key",
                "arbiter-key-file"
            })
    void settingsWithoutANodeAreRefused(String name) {
        assertThatThrownBy(() -> read(Map.of(name, "1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GUILDHALL_CHAIN_RPC_URL");
    }

    @Test
    void whatIsNoAddressIsNamed() {
        Map<String, String> wrong = new HashMap<>(WHOLE);
        wrong.put("contract", "0x12");

        assertThatThrownBy(() -> read(wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(PREFIX + "contract");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "8453", "42161"})
    void realMoneyIsRefusedBesideTheSandbox(String network) {
        Map<String, String> real = new HashMap<>(WHOLE);
        real.put("id", network);

        assertThatThrownBy(() -> read(real))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("real money");
    }

    @Test
    void anotherContractThanTheOneWithTheMoneyIsRefused() {
        ChainSettings settings = read(WHOLE).orElseThrow();
        BountyId bounty = new BountyId(new UUID(1, 2));

        assertThatThrownBy(() -> ChainWiring.refuse(settings, List.of(bounty)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GUILDHALL_CHAIN_CONTRACT")
                .hasMessageContaining(settings.contract().hex())
                .hasMessageContaining("1 bounties")
                .hasMessageContaining(bounty.toString());
        assertThatCode(() -> ChainWiring.refuse(settings, List.of())).doesNotThrowAnyException();
    }

    private static Optional<ChainSettings> read(Map<String, String> chain) {
        Map<String, String> properties = new HashMap<>();
        chain.forEach((name, value) -> properties.put(PREFIX + name, value));
        GuildhallConfig config =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(GuildhallConfig.class)
                        .withSources(new PropertiesConfigSource(properties, "test", 100))
                        .build()
                        .getConfigMapping(GuildhallConfig.class);
        return ChainWiring.read(config.chain(), false);
    }
}
