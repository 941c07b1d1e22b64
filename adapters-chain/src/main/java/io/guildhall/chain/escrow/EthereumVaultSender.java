package io.guildhall.chain.escrow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.chain.ChainSettings;
import io.guildhall.chain.rpc.Hex;
import io.guildhall.chain.rpc.NodeRefusal;
import io.guildhall.chain.rpc.Nodes;
import io.guildhall.chain.rpc.Question;
import io.guildhall.chain.rpc.Reply;
import io.guildhall.domain.chain.ChainUnavailable;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.VaultCall;
import io.guildhall.domain.escrow.VaultCall.Signer;
import io.guildhall.domain.escrow.VaultSender;
import io.guildhall.domain.shared.RefusedException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.web3j.crypto.Hash;
import org.web3j.crypto.RawTransaction;

/** Signs calls to the contract as EIP-1559 transactions and hands them to a node. */
public final class EthereumVaultSender implements VaultSender {

    private static final int ROOM_PERCENT = 25;

    private final Nodes nodes;
    private final long chainId;
    private final WalletAddress contract;
    private final Map<Signer, SigningKey> keys;
    private final Calldata calldata;
    private final GasPrices prices;
    private final ContractCalls calls;
    private final Abi manager = Abi.ofBountyManager();
    private final Reverts reverts = new Reverts(Abi.ofToken(), manager);

    /**
     * @param keys those that are set
     */
    public EthereumVaultSender(Nodes nodes, ChainSettings settings, Map<Signer, SigningKey> keys) {
        this.nodes = nodes;
        this.chainId = settings.chainId();
        this.contract = settings.contract();
        this.keys = Map.copyOf(keys);
        this.calldata = new Calldata(settings.contract());
        this.prices = new GasPrices(nodes);
        this.calls = new ContractCalls(nodes);
    }

    @Override
    public long chainId() {
        return chainId;
    }

    @Override
    public Optional<WalletAddress> wallet(Signer signer) {
        return Optional.ofNullable(keys.get(signer)).map(SigningKey::wallet);
    }

    @Override
    public long transactionCount(WalletAddress wallet) {
        return Hex.quantity(
                nodes.answer(Question.of("eth_getTransactionCount", wallet.hex(), "latest")));
    }

    @Override
    public boolean hasRole(WalletAddress wallet, Signer signer) {
        return calls.ask(
                        ContractCalls.View.of(
                                contract,
                                manager.function("hasRole"),
                                role(signer),
                                Solidity.address(wallet)))
                .get(0);
    }

    private static byte[] role(Signer signer) {
        String name =
                switch (signer) {
                    case RELAYER -> "RELAYER_ROLE";
                    case ARBITER -> "ARBITER_ROLE";
                };
        return Hash.sha3(name.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public Rehearsal rehearse(VaultCall call) {
        ObjectNode transaction = JsonNodeFactory.instance.objectNode();
        transaction.put("from", key(call.signer()).wallet().hex());
        transaction.put("to", contract.hex());
        transaction.put("data", calldata.of(call));
        List<Reply> replies =
                nodes.askAll(
                        List.of(
                                Question.of("eth_call", transaction, "latest"),
                                Question.of("eth_estimateGas", transaction)));
        try {
            replies.getFirst().orThrow();
            long gas = Hex.quantity(replies.getLast().orThrow());
            return new Rehearsal.WouldPass(withRoom(gas));
        } catch (NodeRefusal refusal) {
            return new Rehearsal.WouldRevert(
                    reverts.error(refusal).orElseThrow(refusal::unavailable));
        }
    }

    private static long withRoom(long gas) {
        try {
            return Math.addExact(gas, gas / 100 * ROOM_PERCENT);
        } catch (ArithmeticException _) {
            throw Hex.unreadable("amount of gas");
        }
    }

    @Override
    public Price price() {
        return prices.now();
    }

    @Override
    public Signed sign(VaultCall call, long nonce, long gasLimit, Price price) {
        RawTransaction transaction =
                RawTransaction.createTransaction(
                        chainId,
                        BigInteger.valueOf(nonce),
                        BigInteger.valueOf(gasLimit),
                        contract.hex(),
                        BigInteger.ZERO,
                        calldata.of(call),
                        BigInteger.valueOf(price.tip()),
                        BigInteger.valueOf(price.most()));
        byte[] signed = key(call.signer()).sign(transaction);
        return new Signed(Hex.of(signed), new TxHash(Hex.of(Hash.sha3(signed))), nonce, price);
    }

    @Override
    public Broadcast broadcast(Signed signed) {
        try {
            nodes.ask(Question.of("eth_sendRawTransaction", signed.raw()));
            return new Broadcast.Taken();
        } catch (NodeRefusal refusal) {
            return BroadcastAnswers.of(refusal);
        }
    }

    private SigningKey key(Signer signer) {
        SigningKey key = keys.get(signer);
        if (key == null) {
            throw new RefusedException(
                    new ChainUnavailable("no key of the %s is set".formatted(signer.word())));
        }
        return key;
    }
}
