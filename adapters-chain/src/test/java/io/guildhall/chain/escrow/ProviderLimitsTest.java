package io.guildhall.chain.escrow;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.guildhall.chain.ChainSettings;
import io.guildhall.chain.rpc.NodeUrl;
import io.guildhall.chain.rpc.Nodes;
import io.guildhall.chain.testnet.StubNode;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.ChainReader.TooManyLogs;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderLimitsTest {

    private final StubNode node =
            StubNode.on(7, 100)
                    .result("eth_getBlockByNumber", "{\"number\":\"0x64\",\"hash\":\"0x01\"}");

    @AfterEach
    void end() {
        node.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-32005 | query returned more than 10000 results",
                "-32005 | limit exceeded",
                "-32602 | Log response size exceeded. You can make eth_getLogs requests with up to a 2K block range",
                "-32600 | You can make eth_getLogs requests with up to a 500 block range.",
                "-32614 | eth_getLogs is limited to a 10,000 range",
                "-32600 | eth_getLogs and eth_newFilter are limited to a 10,000 blocks range",
                "-32062 | Block range is too large",
                "-32000 | block range greater than 10000 max: exceed maximum block range",
                "-32000 | query timeout exceeded. Consider reducing your block range.",
                "-32701 | Please specify a smaller range: too many logs",
                "-32000 | max results exceeded",
            })
    void limitIsKnownByTheWordsOfEachProvider(int code, String message) {
        node.error("eth_getLogs", code, message);

        assertTooMany();
    }

    @Test
    void answerRefusedForItsSizeIsALimit() {
        var reader = reader();
        reader.head();
        node.everything(413, "");

        assertThatExceptionOfType(TooManyLogs.class).isThrownBy(() -> reader.facts(0, 100));
    }

    @Test
    void otherRefusalsAreNoLimit() {
        node.error("eth_getLogs", -32602, "invalid topic");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> reader().facts(0, 100))
                .withMessageContaining("invalid topic");
    }

    @Test
    void eventsThatCannotBeReadAreNotPassedOver() {
        String topic = new VaultEvents(Abi.ofBountyManager()).topics().getFirst();
        node.result(
                "eth_getLogs",
                """
                [{"address":"0x%s","topics":["%s"],"data":"0x","blockNumber":"0x1",
                  "blockHash":"0x02","transactionHash":"0x%s","logIndex":"0x0"}]
                """
                        .formatted("1".repeat(40), topic, "3".repeat(64)));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> reader().facts(0, 100))
                .withMessageContaining("cannot be read");
    }

    private void assertTooMany() {
        assertThatExceptionOfType(TooManyLogs.class).isThrownBy(() -> reader().facts(0, 100));
    }

    private EthereumChainReader reader() {
        WalletAddress any = new WalletAddress("0x" + "1".repeat(40));
        ChainSettings settings =
                new ChainSettings(
                        List.of(NodeUrl.of(node.url("/"))),
                        7,
                        any,
                        any,
                        any,
                        Duration.ofSeconds(5),
                        8);
        return new EthereumChainReader(new Nodes(settings, InstantSource.system()), settings);
    }
}
