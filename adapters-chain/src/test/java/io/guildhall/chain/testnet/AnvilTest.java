package io.guildhall.chain.testnet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnvilTest {

    @Test
    void blocksAreMadeWhenTheyAreAskedForAndReplacedByOthers() {
        try (Anvil chain = Anvil.start()) {
            chain.mine(5);
            String before = hash(chain, 4);
            String untouched = hash(chain, 2);

            chain.reorganise(2);

            assertThat(chain.head()).isEqualTo(5);
            assertThat(hash(chain, 4)).isNotEqualTo(before);
            assertThat(hash(chain, 2)).isEqualTo(untouched);
        }
    }

    @Test
    void theClockPassesAndEverythingGoesBackToASnapshot() {
        try (Anvil chain = Anvil.start()) {
            chain.mine();
            var earlier = chain.now();
            String snapshot = chain.snapshot();

            chain.pass(Duration.ofDays(7));

            assertThat(chain.now()).isAfterOrEqualTo(earlier.plus(Duration.ofDays(7)));

            chain.revert(snapshot);

            assertThat(chain.now()).isEqualTo(earlier);
            assertThat(chain.head()).isEqualTo(1);
        }
    }

    private static String hash(Anvil chain, int number) {
        JsonNode block = chain.ask("eth_getBlockByNumber", "0x" + number, false);
        return block.path("hash").asText();
    }
}
