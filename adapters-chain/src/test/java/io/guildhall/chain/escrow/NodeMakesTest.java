package io.guildhall.chain.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.guildhall.chain.ChainSettings;
import io.guildhall.chain.rpc.NodeUrl;
import io.guildhall.chain.rpc.Nodes;
import io.guildhall.chain.testnet.StubNode;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.VaultCall;
import io.guildhall.domain.escrow.VaultCall.Signer;
import io.guildhall.domain.escrow.VaultSender.Broadcast;
import io.guildhall.domain.escrow.VaultSender.Price;
import io.guildhall.domain.escrow.VaultSender.Rehearsal;
import io.guildhall.domain.escrow.VaultSender.Signed;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes of other makes than the one the other tests run on, each with words of its own. */
class NodeMakesTest {

    private static final VaultCall CALL =
            new VaultCall.Expire(new OnchainId("0x" + "5".repeat(64)));
    private static final Price PRICE = new Price(20, 10);

    private final StubNode node = StubNode.on(7, 100);

    @AfterEach
    void end() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "already known",
                "known transaction: 0123",
                "AlreadyKnown",
                "transaction already imported",
                "ALREADY_EXISTS: already exists",
            })
    void knownTransactionIsTaken(String message) {
        assertThat(broadcast(-32000, message)).isEqualTo(new Broadcast.Taken());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonce too low: next nonce 5, tx nonce 4",
                "Nonce too low",
                "OldNonce, Current nonce: 5, nonce of rejected tx: 4",
                "Transaction nonce is too low. Try incrementing the nonce.",
            })
    void spentNonceIsSpent(String message) {
        assertThat(broadcast(-32000, message)).isEqualTo(new Broadcast.NonceSpent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replacement transaction underpriced",
                "transaction underpriced: tip needed 1, tip permitted 0",
                "could not replace existing tx",
                "ReplacementNotAllowed",
                "FeeTooLow, MaxFeePerGas too low",
                "max fee per gas less than block base fee",
            })
    void lowPriceIsUnderpriced(String message) {
        assertThat(broadcast(-32000, message)).isEqualTo(new Broadcast.Underpriced());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insufficient funds for gas * price + value: balance 0",
                "intrinsic gas too low",
                "invalid sender",
                "exceeds block gas limit",
                "unknown transaction type",
            })
    void whatIsNeverTakenIsRefusedInTheNodesWords(String message) {
        assertThat(broadcast(-32000, message)).isEqualTo(new Broadcast.Refused(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"txpool is full", "internal error", "rate limit reached"})
    void whatMayBeTakenLaterIsUnavailable(String message) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> broadcast(-32000, message));
    }

    @Test
    void revertWithoutItsErrorIsToldInTheNodesWords() {
        node.error("eth_call", -32015, "VM execution error.")
                .error("eth_estimateGas", -32015, "VM execution error.");

        assertThat(sender().rehearse(CALL))
                .isEqualTo(new Rehearsal.WouldRevert("VM execution error."));
    }

    @Test
    void contractMaySpeakOfAnything() {
        node.error("eth_call", 3, "execution reverted: rate limit of the token")
                .error("eth_estimateGas", 3, "execution reverted: rate limit of the token");

        assertThat(sender().rehearse(CALL))
                .isEqualTo(
                        new Rehearsal.WouldRevert("execution reverted: rate limit of the token"));
    }

    @Test
    void rehearsalThatANodeDoesNotCarryOutTellsNothing() {
        node.error("eth_call", -32000, "execution aborted (timeout = 5s)")
                .error("eth_estimateGas", -32000, "execution aborted (timeout = 5s)");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> sender().rehearse(CALL))
                .withMessageContaining("aborted");
    }

    @Test
    void tipIsWhatBlocksWereContentWithButWhatNodesAskForAtLeast() {
        node.result(
                "eth_feeHistory",
                """
                {"baseFeePerGas":["0x10","0x20","0x40"],"reward":[["0x5"],["0x3b9aca00"]]}
                """);

        assertThat(sender().price()).isEqualTo(new Price(2 * 64 + 1_000_000_000, 1_000_000_000));

        node.result("eth_feeHistory", "{\"baseFeePerGas\":[\"0x40\"],\"reward\":[[\"0x0\"]]}");

        assertThat(sender().price()).isEqualTo(new Price(2 * 64 + 1_000_000, 1_000_000));
    }

    @Test
    void chainWithoutBaseFeeIsNotSupported() {
        node.result("eth_feeHistory", "{\"baseFeePerGas\":[]}");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> sender().price())
                .withMessageContaining("EIP-1559");
    }

    private Broadcast broadcast(int code, String message) {
        node.error("eth_sendRawTransaction", code, message);
        EthereumVaultSender sender = sender();
        Signed signed = sender.sign(CALL, 4, 100_000, PRICE);
        return sender.broadcast(signed);
    }

    private EthereumVaultSender sender() {
        WalletAddress any = new WalletAddress("0x" + "1".repeat(40));
        ChainSettings settings =
                new ChainSettings(
                        List.of(NodeUrl.of(node.url("/"))),
                        7,
                        any,
                        any,
                        any,
                        Duration.ofSeconds(20),
                        8);
        return new EthereumVaultSender(
                new Nodes(settings, InstantSource.system()),
                settings,
                Map.of(Signer.RELAYER, SigningKey.of("1".repeat(64))));
    }
}
