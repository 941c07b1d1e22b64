package io.guildhall.chain.escrow;

import static io.guildhall.chain.escrow.EscrowOnChain.CONTENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.esaulpaugh.headlong.abi.Function;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.escrow.ChainReader.Receipt;
import io.guildhall.domain.escrow.VaultCall;
import io.guildhall.domain.escrow.VaultCall.Signer;
import io.guildhall.domain.escrow.VaultSender.Broadcast;
import io.guildhall.domain.escrow.VaultSender.Price;
import io.guildhall.domain.escrow.VaultSender.Rehearsal;
import io.guildhall.domain.escrow.VaultSender.Signed;
import io.guildhall.domain.escrow.VaultStatus;
import io.guildhall.domain.shared.RefusedException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.Hash;
import org.web3j.crypto.SignedRawTransaction;
import org.web3j.crypto.TransactionDecoder;

class VaultSenderTest extends EscrowTest {

    private static final long GAS = 500_000;
    private static final Price PRICE = new Price(20_000_000_000L, 1_000_000_000L);
    private static final Price HIGHER = new Price(40_000_000_000L, 2_000_000_000L);

    @Test
    void eachSignerHasItsWallet() {
        assertThat(escrow.sender.wallet(Signer.RELAYER)).contains(relayer());
        assertThat(escrow.sender.wallet(Signer.ARBITER))
                .contains(escrow.deployed.arbiter().address());
    }

    @Test
    void withoutItsKeyNothingIsSigned() {
        var keyless = new EthereumVaultSender(escrow.nodes, escrow.settings, Map.of());

        assertThat(keyless.wallet(Signer.RELAYER)).isEmpty();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> keyless.sign(submit(escrow.claimedByAnn()), 0, GAS, PRICE))
                .withMessageContaining("no key of the relayer");
    }

    @Test
    void roleIsTheContractsToGiveAndToTake() {
        WalletAddress arbiter = escrow.deployed.arbiter().address();

        assertThat(escrow.sender.hasRole(relayer(), Signer.RELAYER)).isTrue();
        assertThat(escrow.sender.hasRole(relayer(), Signer.ARBITER)).isFalse();
        assertThat(escrow.sender.hasRole(arbiter, Signer.ARBITER)).isTrue();
        assertThat(escrow.sender.hasRole(arbiter, Signer.RELAYER)).isFalse();

        escrow.deployed.does(
                escrow.deployed.admin(),
                new Function("revokeRole(bytes32,address)"),
                Hash.sha3("RELAYER_ROLE".getBytes(StandardCharsets.US_ASCII)),
                escrow.deployed.relayer().argument());

        assertThat(escrow.sender.hasRole(relayer(), Signer.RELAYER)).isFalse();
    }

    @Test
    void rehearsalLeavesRoomAndChangesNothing() {
        OnchainId bounty = escrow.claimedByAnn();

        Rehearsal rehearsal = escrow.sender.rehearse(submit(bounty));

        assertThat(rehearsal)
                .isInstanceOfSatisfying(
                        Rehearsal.WouldPass.class,
                        passes -> assertThat(passes.gasLimit()).isBetween(60_000L, 400_000L));
        assertThat(escrow.vault.state(bounty).status()).isEqualTo(VaultStatus.CLAIMED);
    }

    @Test
    void rehearsalNamesTheContractsErrorWithItsFigures() {
        OnchainId bounty = escrow.funded();
        OnchainId claimed = bounty;

        assertThat(escrow.sender.rehearse(submit(bounty)))
                .isEqualTo(reverts("WrongStatus(%s, OPEN)".formatted(bounty)));
        assertThat(escrow.sender.rehearse(new VaultCall.Expire(bounty)))
                .isEqualTo(reverts("NotDue(%d)".formatted(dueAt(bounty))));

        escrow.deployed.claim(escrow.deployed.ann(), claimed);

        assertThat(
                        escrow.sender.rehearse(
                                new VaultCall.SubmitWork(
                                        claimed, escrow.deployed.bob().address(), 1, CONTENT)))
                .isEqualTo(reverts("StaleClaim(%s, 1)".formatted(escrow.ann())));

        escrow.relay(new VaultCall.OpenDispute(claimed, escrow.ann(), 1, 0, Side.AGENT, CONTENT));
        escrow.relay(new VaultCall.AnswerDispute(claimed, 1, CONTENT));

        assertThat(escrow.sender.rehearse(new VaultCall.AnswerDispute(claimed, 1, CONTENT)))
                .isEqualTo(reverts("AlreadyAnswered()"));
    }

    @Test
    void signedCallIsReadByOthersAndTheSameEachTime() {
        OnchainId bounty = escrow.claimedByAnn();

        Signed signed = escrow.sender.sign(submit(bounty), 7, GAS, PRICE);

        assertThat(escrow.sender.sign(submit(bounty), 7, GAS, PRICE)).isEqualTo(signed);
        var read = (SignedRawTransaction) TransactionDecoder.decode(signed.raw());
        assertThat(read.getNonce()).isEqualTo(7);
        assertThat(read.getGasLimit()).isEqualTo(GAS);
        assertThat(read.getTo()).isEqualTo(escrow.settings.contract().hex());
        assertThat(read.getValue()).isZero();
    }

    @Test
    void signedCallIsFromItsWalletUnderItsHash() {
        OnchainId bounty = escrow.claimedByAnn();
        Signed signed = escrow.signed(submit(bounty));

        escrow.sender.broadcast(signed);

        var waiting = escrow.chain.ask("eth_getTransactionByHash", signed.hash().hex());
        assertThat(waiting.path("from").asText()).isEqualTo(relayer().hex());
    }

    @Test
    void repeatedBroadcastIsFine() {
        Signed signed = escrow.signed(submit(escrow.claimedByAnn()));

        assertThat(escrow.sender.broadcast(signed)).isEqualTo(new Broadcast.Taken());
        assertThat(escrow.sender.broadcast(signed)).isEqualTo(new Broadcast.Taken());
    }

    @Test
    void nonceInABlockIsSpentForTheSameAndForOthers() {
        OnchainId bounty = escrow.claimedByAnn();
        Signed signed = escrow.signed(submit(bounty));
        escrow.sender.broadcast(signed);
        escrow.chain.mine();

        Signed other = escrow.sender.sign(submit(bounty), signed.nonce(), GAS, HIGHER);

        assertThat(escrow.sender.broadcast(signed)).isEqualTo(new Broadcast.NonceSpent());
        assertThat(escrow.sender.broadcast(other)).isEqualTo(new Broadcast.NonceSpent());
        assertThat(escrow.sender.transactionCount(relayer())).isEqualTo(signed.nonce() + 1);
    }

    @Test
    void waitingCallIsReplacedAtAHigherPriceOnly() {
        OnchainId bounty = escrow.claimedByAnn();
        long nonce = escrow.sender.transactionCount(relayer());
        Signed first = escrow.sender.sign(submit(bounty), nonce, GAS, PRICE);
        Signed cheap = escrow.sender.sign(submit(bounty), nonce, GAS + 1, PRICE);
        Signed dear = escrow.sender.sign(submit(bounty), nonce, GAS, HIGHER);
        escrow.sender.broadcast(first);

        assertThat(escrow.sender.broadcast(cheap)).isEqualTo(new Broadcast.Underpriced());
        assertThat(escrow.sender.broadcast(dear)).isEqualTo(new Broadcast.Taken());

        escrow.chain.mine();

        assertThat(escrow.reader.receipt(first.hash())).isEqualTo(new Receipt.None());
        assertThat(escrow.reader.receipt(dear.hash())).isInstanceOf(Receipt.Mined.class);
    }

    @Test
    void walletWithoutFundsIsRefused() {
        Signed signed = escrow.signed(submit(escrow.claimedByAnn()));
        escrow.chain.setBalance(relayer(), BigInteger.ZERO);

        assertThat(escrow.sender.broadcast(signed))
                .isInstanceOfSatisfying(
                        Broadcast.Refused.class,
                        refused ->
                                assertThat(refused.reason()).containsIgnoringCase("insufficient"));
    }

    @Test
    void priceCoversTwiceTheBaseFeeAndATip() {
        escrow.chain.mine();

        Price price = escrow.sender.price();

        long baseFee =
                Long.decode(
                        escrow.chain
                                .ask("eth_getBlockByNumber", "latest", false)
                                .path("baseFeePerGas")
                                .asText());
        assertThat(price.tip()).isPositive();
        assertThat(price.most() - price.tip()).isBetween(baseFee, 3 * baseFee);
    }

    private static VaultCall submit(OnchainId bounty) {
        return new VaultCall.SubmitWork(bounty, escrow.ann(), 1, CONTENT);
    }

    private static Rehearsal reverts(String error) {
        return new Rehearsal.WouldRevert(error);
    }

    private static long dueAt(OnchainId bounty) {
        return java.util.Objects.requireNonNull(escrow.vault.state(bounty).dueAt())
                .getEpochSecond();
    }

    private static WalletAddress relayer() {
        return escrow.deployed.relayer().address();
    }
}
