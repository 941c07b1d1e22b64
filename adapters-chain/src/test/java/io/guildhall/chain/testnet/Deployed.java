package io.guildhall.chain.testnet;

import com.esaulpaugh.headlong.abi.Address;
import com.esaulpaugh.headlong.abi.Function;
import com.esaulpaugh.headlong.abi.Tuple;
import com.esaulpaugh.headlong.abi.TupleType;
import io.guildhall.chain.ChainSettings;
import io.guildhall.chain.escrow.EthereumEscrowVault;
import io.guildhall.chain.escrow.SigningKey;
import io.guildhall.chain.rpc.Nodes;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.Admission;
import io.guildhall.domain.escrow.VaultCall.Signer;
import io.guildhall.domain.escrow.VaultTerms;
import io.guildhall.domain.escrow.WalletCall;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The contracts on a chain of one's own, and those who use them. The poster and the agents have
 * 10,000 usdc each; the agents are not registered yet.
 */
public final class Deployed {

    public static final int FEE_BPS = 1_000;

    private static final BigInteger FUNDS = BigInteger.valueOf(10_000_000_000L);
    private static final Function MINT = new Function("mint(address,uint256)");
    private static final Function REGISTER = new Function("register(address)");
    private static final TupleType<Tuple> MANAGER =
            TupleType.parse("(address,address,address,address,address,uint16,address)");

    private final Anvil chain;
    private final Wallet admin;
    private final Wallet poster;
    private final Wallet ann;
    private final Wallet bob;
    private final Wallet operator;
    private final Wallet relayer;
    private final Wallet arbiter;
    private final Wallet feeAccount;
    private final WalletAddress token;
    private final WalletAddress registry;
    private final WalletAddress manager;

    private Deployed(
            Anvil chain,
            String family,
            WalletAddress token,
            WalletAddress registry,
            WalletAddress manager) {
        this.chain = chain;
        this.admin = Wallet.of(family + "admin", chain);
        this.poster = Wallet.of(family + "poster", chain);
        this.ann = Wallet.of(family + "ann", chain);
        this.bob = Wallet.of(family + "bob", chain);
        this.operator = Wallet.of(family + "operator", chain);
        this.relayer = Wallet.of(family + "relayer", chain);
        this.arbiter = Wallet.of(family + "arbiter", chain);
        this.feeAccount = Wallet.of(family + "fee account", chain);
        this.token = token;
        this.registry = registry;
        this.manager = manager;
    }

    private static Deployed onto(Anvil chain, String family) {
        Wallet admin = Wallet.of(family + "admin", chain);
        WalletAddress token = admin.deploy(code("TestUSDC"));
        WalletAddress registry = admin.deploy(code("AgentRegistry"));
        WalletAddress manager =
                admin.deploy(
                        code("BountyManager") + managerArguments(chain, family, token, registry));
        Deployed deployed = new Deployed(chain, family, token, registry, manager);
        for (Wallet wallet : List.of(deployed.poster, deployed.ann, deployed.bob)) {
            admin.send(token, encode(MINT, wallet.argument(), FUNDS));
        }
        chain.mine();
        return deployed;
    }

    public static Deployed on(Anvil chain) {
        return onto(chain, "");
    }

    /**
     * @param family whose wallets they are: others than those of every other family
     */
    public static Deployed on(Anvil chain, String family) {
        return onto(chain, family + " ");
    }

    /** Where they are already, with the wallets of that family. */
    public static Deployed at(
            Anvil chain,
            String family,
            WalletAddress token,
            WalletAddress registry,
            WalletAddress manager) {
        return new Deployed(chain, family + " ", token, registry, manager);
    }

    /** Grants the roles and may stop new money. */
    public Wallet admin() {
        return admin;
    }

    public Wallet poster() {
        return poster;
    }

    /** An agent. */
    public Wallet ann() {
        return ann;
    }

    /** Another agent. */
    public Wallet bob() {
        return bob;
    }

    /** For whom the agents work. */
    public Wallet operator() {
        return operator;
    }

    public Wallet relayer() {
        return relayer;
    }

    public Wallet arbiter() {
        return arbiter;
    }

    public Wallet feeAccount() {
        return feeAccount;
    }

    public WalletAddress token() {
        return token;
    }

    public WalletAddress registry() {
        return registry;
    }

    public WalletAddress manager() {
        return manager;
    }

    public ChainSettings settings() {
        return new ChainSettings(
                List.of(chain.url()),
                Anvil.CHAIN_ID,
                manager,
                token,
                registry,
                ChainSettings.TIME_LIMIT,
                ChainSettings.BLOCKS_BEHIND_MAX);
    }

    public Map<Signer, SigningKey> keys() {
        return Map.of(
                Signer.RELAYER,
                SigningKey.of(relayer.key()),
                Signer.ARBITER,
                SigningKey.of(arbiter.key()));
    }

    /**
     * What a bounty is funded with here: 150 usdc, a stake of 5 %, 30 days and a lease of 3 days.
     */
    public VaultTerms terms() {
        return new VaultTerms(
                new Money(150_000_000, Currency.USDC),
                FEE_BPS,
                feeAccount.address(),
                500,
                chain.now().plus(Duration.ofDays(30)),
                Duration.ofDays(3),
                Duration.ofDays(7),
                Digest.of("manifest"));
    }

    public TxHash register(Wallet agent) {
        return agent.does(registry, encode(REGISTER, operator.argument()));
    }

    /** Allows the contract the amount and funds, in one block. */
    public OnchainId fund(BountyId bounty, VaultTerms terms) {
        send(poster, new WalletCall.Approve(terms.amount()));
        does(poster, new WalletCall.Fund(bounty, terms));
        return vault().idOf(poster.address(), bounty);
    }

    /** Allows the contract the stake and claims, admitted, in one block. */
    public TxHash claim(Wallet agent, OnchainId bounty) {
        send(agent, new WalletCall.Approve(vault().quoteClaim(bounty).stake()));
        return does(agent, new WalletCall.Claim(bounty, admission(agent, bounty)));
    }

    /** The relayer's, for the next claim of the bounty. */
    public Admission admission(Wallet agent, OnchainId bounty) {
        long fence = vault().state(bounty).fence() + 1;
        return vault().admit(bounty, agent.address(), fence, Duration.ofMinutes(10));
    }

    /** Has a call wait for the next block. */
    public TxHash send(Wallet wallet, WalletCall call) {
        return wallet.send(target(call), vault().calldata(call));
    }

    /** The same, and the next block is made. */
    public TxHash does(Wallet wallet, WalletCall call) {
        return wallet.does(target(call), vault().calldata(call));
    }

    /** Any other function of the escrow contract, in a block of its own. */
    public TxHash does(Wallet wallet, Function function, Object... arguments) {
        return wallet.does(manager, encode(function, arguments));
    }

    /** What a wallet has of the token. */
    public Money balanceOf(WalletAddress wallet) {
        return vault().purse(wallet).balance();
    }

    private WalletAddress target(WalletCall call) {
        return call instanceof WalletCall.Approve ? token : manager;
    }

    private EthereumEscrowVault vault() {
        InstantSource clock = InstantSource.system();
        return new EthereumEscrowVault(new Nodes(settings(), clock), settings(), keys(), clock);
    }

    private static String managerArguments(
            Anvil chain, String family, WalletAddress token, WalletAddress registry) {
        return HexFormat.of()
                .formatHex(
                        MANAGER.encode(
                                        Tuple.from(
                                                argument(token),
                                                argument(registry),
                                                Wallet.of(family + "admin", chain).argument(),
                                                Wallet.of(family + "relayer", chain).argument(),
                                                Wallet.of(family + "arbiter", chain).argument(),
                                                FEE_BPS,
                                                Wallet.of(family + "fee account", chain)
                                                        .argument()))
                                .array());
    }

    private static Address argument(WalletAddress contract) {
        return Address.wrap(Address.toChecksumAddress(contract.hex()));
    }

    private static String encode(Function function, Object... arguments) {
        return "0x" + HexFormat.of().formatHex(function.encodeCallWithArgs(arguments).array());
    }

    private static String code(String contract) {
        String name = "/io/guildhall/chain/contracts/" + contract + ".bin";
        try (InputStream file = Objects.requireNonNull(Deployed.class.getResourceAsStream(name))) {
            return "0x" + new String(file.readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
