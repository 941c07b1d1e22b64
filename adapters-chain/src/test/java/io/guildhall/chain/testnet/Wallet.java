package io.guildhall.chain.testnet;

import com.esaulpaugh.headlong.abi.Address;
import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Hash;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;

/** Somebody with a key of their own, who can have any transaction sent. */
public final class Wallet {

    private static final BigInteger GAS_LIMIT = BigInteger.valueOf(10_000_000);
    private static final BigInteger GWEI = BigInteger.TEN.pow(9);
    private static final BigInteger ETHER = BigInteger.TEN.pow(18);

    private final Anvil chain;
    private final String key;
    private final Credentials credentials;

    private Wallet(Anvil chain, String key) {
        this.chain = chain;
        this.key = key;
        this.credentials = Credentials.create(key);
    }

    /** The same name has the same key on every chain; here it gets 100 ether for its gas. */
    public static Wallet of(String name, Anvil chain) {
        byte[] key = Hash.sha3(("guildhall " + name).getBytes(StandardCharsets.UTF_8));
        Wallet wallet = new Wallet(chain, HexFormat.of().formatHex(key));
        chain.setBalance(wallet.address(), ETHER.multiply(BigInteger.valueOf(100)));
        return wallet;
    }

    public WalletAddress address() {
        return new WalletAddress(credentials.getAddress());
    }

    /** 64 hex digits. */
    public String key() {
        return key;
    }

    /** As headlong takes it. */
    public Address argument() {
        return Address.wrap(Address.toChecksumAddress(address().hex()));
    }

    /** Has a transaction wait for the next block. */
    public TxHash send(WalletAddress to, String data) {
        return send(to.hex(), data);
    }

    /** The same, and the next block is made. */
    public TxHash does(WalletAddress to, String data) {
        TxHash hash = send(to, data);
        chain.mine();
        return hash;
    }

    /** Puts a contract on the chain. */
    WalletAddress deploy(String creationCode) {
        TxHash hash = send("", creationCode);
        chain.mine();
        JsonNode receipt = chain.ask("eth_getTransactionReceipt", hash.hex());
        if (!receipt.path("status").asText().equals("0x1")) {
            throw new IllegalStateException("Not deployed: " + receipt);
        }
        return new WalletAddress(receipt.path("contractAddress").asText());
    }

    private TxHash send(String to, String data) {
        String count = chain.ask("eth_getTransactionCount", address().hex(), "pending").asText();
        RawTransaction transaction =
                RawTransaction.createTransaction(
                        Long.decode(chain.ask("eth_chainId").asText()),
                        BigInteger.valueOf(Long.decode(count)),
                        GAS_LIMIT,
                        to,
                        BigInteger.ZERO,
                        data,
                        GWEI,
                        GWEI.multiply(BigInteger.valueOf(100)));
        byte[] signed = TransactionEncoder.signMessage(transaction, credentials);
        return new TxHash(
                chain.ask("eth_sendRawTransaction", "0x" + HexFormat.of().formatHex(signed))
                        .asText());
    }
}
