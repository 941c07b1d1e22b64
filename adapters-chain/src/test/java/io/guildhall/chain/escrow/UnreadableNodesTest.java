package io.guildhall.chain.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.guildhall.chain.ChainSettings;
import io.guildhall.chain.rpc.NodeUrl;
import io.guildhall.chain.rpc.Nodes;
import io.guildhall.chain.testnet.StubNode;
import io.guildhall.domain.chain.ChainUnavailable;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.ChainReader.Block;
import io.guildhall.domain.escrow.ChainReader.Receipt;
import io.guildhall.domain.escrow.VaultCall;
import io.guildhall.domain.escrow.VaultCall.Signer;
import io.guildhall.domain.escrow.VaultSender.Price;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a node answers in another form than it should is an outage, and never taken for nothing. */
class UnreadableNodesTest {

    private static final WalletAddress ANY = new WalletAddress("0x" + "1".repeat(40));
    private static final String HASH = "0x" + "2".repeat(64);
    private static final OnchainId BOUNTY = new OnchainId(HASH);

    private final StubNode node = StubNode.on(7, 100);
    private final ChainSettings settings =
            new ChainSettings(
                    List.of(NodeUrl.of(node.url("/"))),
                    7,
                    ANY,
                    ANY,
                    ANY,
                    Duration.ofSeconds(20),
                    8);
    private final Nodes nodes = new Nodes(settings, InstantSource.system());
    private final Map<Signer, SigningKey> keys =
            Map.of(Signer.RELAYER, SigningKey.of("0x" + "3".repeat(64)));
    private final EthereumChainReader reader = new EthereumChainReader(nodes, settings);
    private final EthereumEscrowVault vault =
            new EthereumEscrowVault(nodes, settings, keys, InstantSource.system());
    private final EthereumVaultSender sender = new EthereumVaultSender(nodes, settings, keys);
    private final EthereumAgentRegistry registry = new EthereumAgentRegistry(nodes, settings);

    @AfterEach
    void end() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "true",
                "\"x\"",
                "\"0x\"",
                "\"0xzz\"",
                "\"0x00\"",
                "[]",
                "[7]",
                "[null]",
                "{}",
                "{\"hash\": 7, \"blockHash\": 7}",
                "{\"baseFeePerGas\": {\"a\": \"0x1\"}, \"reward\": [{\"a\": \"0x1\"}]}",
                "{\"baseFeePerGas\": [7]}",
                "{\"hash\": \"0x01\", \"number\": \"one\", \"timestamp\": 7}",
            })
    void whatIsNoAnswerIsAnOutage(String result) {
        for (String method :
                List.of(
                        "eth_call",
                        "eth_feeHistory",
                        "eth_getBlockByHash",
                        "eth_getBlockByNumber",
                        "eth_getLogs")) {
            node.result(method, result);
        }

        assertUnavailable(reader::head);
        assertUnavailable(() -> reader.facts(0, 100));
        assertUnavailable(() -> reader.timeOf(new Block(1, HASH)));
        assertUnavailable(vault::companions);
        assertUnavailable(vault::feeTerms);
        assertUnavailable(vault::isPaused);
        assertUnavailable(vault::totals);
        assertUnavailable(() -> vault.state(BOUNTY));
        assertUnavailable(() -> vault.quoteClaim(BOUNTY));
        assertUnavailable(() -> vault.purse(ANY));
        assertUnavailable(() -> vault.heldFor(ANY));
        assertUnavailable(() -> vault.isActiveAgent(ANY));
        assertUnavailable(() -> registry.isActive(ANY));
        assertUnavailable(sender::price);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "\"0x\"", "\"one\"", "\"0xffffffffffffffff\"", "[]", "{}"})
    void numberThatIsNoneIsAnOutage(String result) {
        node.result("eth_getTransactionCount", result)
                .result("eth_call", "\"0x\"")
                .result("eth_estimateGas", result);

        assertUnavailable(() -> sender.transactionCount(ANY));
        assertUnavailable(() -> sender.rehearse(new VaultCall.Expire(BOUNTY)));
    }

    @Test
    void gasPastAllBoundsIsAnOutage() {
        node.result("eth_call", "\"0x\"").result("eth_estimateGas", "\"0x7fffffffffffffff\"");

        assertUnavailable(() -> sender.rehearse(new VaultCall.Expire(BOUNTY)));
    }

    @Test
    void pricePastAllBoundsIsAnOutage() {
        node.result(
                "eth_feeHistory",
                "{\"baseFeePerGas\": [\"0x7fffffffffffffff\"], \"reward\": [[\"0x1\"]]}");

        assertUnavailable(sender::price);
    }

    @Test
    void rewardsOfNoFormAreLeftOut() {
        node.result(
                "eth_feeHistory",
                "{\"baseFeePerGas\": [\"0x64\"], \"reward\": [7, {\"a\": \"0xffffff\"}, []]}");

        assertThat(sender.price()).isEqualTo(new Price(200 + GasPrices.TIP_MIN, GasPrices.TIP_MIN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "true",
                "\"x\"",
                "[]",
                "[{}]",
                "{\"blockHash\": \"0x01\"}",
                "{\"blockHash\": \"0x01\", \"logs\": {}}",
                "{\"blockHash\": \"0x01\", \"logs\": [], \"status\": \"yes\"}",
                "{\"blockHash\": \"0x01\", \"logs\": [], \"status\": true, \"blockNumber\": 1}",
                "{\"blockHash\": \"0x01\", \"logs\": [], \"status\": \"0x1\", \"blockNumber\":"
                        + " \"0x1\", \"transactionIndex\": \"0xffffffffff\"}",
                "{\"blockHash\": \"0x01\", \"logs\": [{\"blockHash\": \"0x01\", \"address\": 7}]}",
            })
    void receiptThatIsNoneIsAnOutage(String result) {
        node.result("eth_getTransactionReceipt", result);

        assertUnavailable(() -> reader.receipt(new TxHash(HASH)));
        assertUnavailable(() -> registry.registeredBy(new TxHash(HASH)));
    }

    @Test
    void receiptThatIsNotThereYetIsNone() {
        node.result("eth_getTransactionReceipt", "null");

        assertThat(reader.receipt(new TxHash(HASH))).isInstanceOf(Receipt.None.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x10000000000", "0x7fffffffffffffff", "0xffffffffffffffffff"})
    void timeThatNoContractCountsToIsAnOutage(String timestamp) {
        node.result(
                "eth_getBlockByHash",
                "{\"hash\": \"0x01\", \"timestamp\": \"%s\"}".formatted(timestamp));

        assertUnavailable(() -> reader.timeOf(new Block(1, HASH)));
    }

    @Test
    void stateThatNoBountyHasIsAnOutage() {
        node.result("eth_call", "\"0x" + "f".repeat(64 * 12) + "\"");

        assertUnavailable(() -> vault.state(BOUNTY));
    }

    @Test
    void longAnswerOfAContractBreaksNothing() {
        node.result("eth_call", "\"0x" + "00".repeat(1_000_000) + "\"");

        assertUnavailable(vault::feeTerms);
        assertUnavailable(vault::isPaused);
    }

    private static void assertUnavailable(ThrowingCallable asking) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(asking)
                .satisfies(refused ->
                        assertThat(refused.error()).isInstanceOf(ChainUnavailable.class));
    }
}
