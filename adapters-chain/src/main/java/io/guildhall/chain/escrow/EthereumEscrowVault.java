package io.guildhall.chain.escrow;

import com.esaulpaugh.headlong.abi.Address;
import com.esaulpaugh.headlong.abi.Function;
import com.esaulpaugh.headlong.abi.Tuple;
import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.chain.ChainSettings;
import io.guildhall.chain.escrow.ContractCalls.View;
import io.guildhall.chain.rpc.Hex;
import io.guildhall.chain.rpc.Nodes;
import io.guildhall.chain.rpc.Question;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.Admission;
import io.guildhall.domain.escrow.EscrowError;
import io.guildhall.domain.escrow.EscrowVault;
import io.guildhall.domain.escrow.VaultCall.Signer;
import io.guildhall.domain.escrow.VaultStatus;
import io.guildhall.domain.escrow.WalletCall;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.RefusedException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.Hash;

/** The contract {@code BountyManager}, its token and its registry, asked through a node. */
public final class EthereumEscrowVault implements EscrowVault {

    private static final byte[] RELAYER_ROLE =
            Hash.sha3("RELAYER_ROLE".getBytes(StandardCharsets.US_ASCII));

    private final Site site;
    private final Nodes nodes;
    private final InstantSource clock;
    private final @Nullable SigningKey relayer;
    private final ContractCalls calls;
    private final Calldata calldata;
    private final Abi vault = Abi.ofBountyManager();
    private final Abi token = Abi.ofToken();
    private final Abi registry = Abi.ofAgentRegistry();

    /**
     * @param keys those that are set
     * @param clock the world's
     */
    public EthereumEscrowVault(
            Nodes nodes,
            ChainSettings settings,
            Map<Signer, SigningKey> keys,
            InstantSource clock) {
        this.site =
                new Site(
                        settings.chainId(),
                        settings.contract(),
                        settings.token(),
                        settings.registry());
        this.nodes = nodes;
        this.clock = clock;
        this.relayer = keys.get(Signer.RELAYER);
        this.calls = new ContractCalls(nodes);
        this.calldata = new Calldata(settings.contract());
    }

    @Override
    public Site site() {
        return site;
    }

    @Override
    public OnchainId idOf(WalletAddress poster, BountyId bounty) {
        return Solidity.idOf(site.chainId(), site.contract(), poster, bounty);
    }

    @Override
    public Companions companions() {
        List<Tuple> answers = calls.askTogether(ofVault("token"), ofVault("registry"));
        return new Companions(
                Solidity.wallet(answers.getFirst().<Address>get(0)),
                Solidity.wallet(answers.getLast().<Address>get(0)));
    }

    @Override
    public FeeTerms feeTerms() {
        // The contract gives these two no names.
        Tuple answer = calls.ask(ofVault("feeTerms"));
        return new FeeTerms(answer.<Integer>get(0), Solidity.wallet(answer.<Address>get(1)));
    }

    @Override
    public boolean isActiveAgent(WalletAddress agent) {
        return calls.ask(
                        View.of(
                                site.registry(),
                                registry.function("isActive"),
                                Solidity.address(agent)))
                .get(0);
    }

    @Override
    public ClaimQuote quoteClaim(OnchainId bounty) {
        Function function = vault.function("quoteClaim");
        Fields fields =
                new Fields(
                        function.getOutputs(),
                        calls.ask(ofVault("quoteClaim", Solidity.word(bounty))));
        return new ClaimQuote(fields.usdcAtMost("stake"), fields.instant("leaseEndsAt"));
    }

    @Override
    public Purse purse(WalletAddress wallet) {
        Address owner = Solidity.address(wallet);
        List<Tuple> answers =
                calls.askTogether(
                        ofToken("balanceOf", owner),
                        ofToken("allowance", owner, Solidity.address(site.contract())));
        return new Purse(
                Solidity.usdcAtMost(amount(answers.getFirst())),
                Solidity.usdcAtMost(amount(answers.getLast())));
    }

    @Override
    public State state(OnchainId bounty) {
        Function function = vault.function("getBounty");
        Tuple answer = calls.ask(ofVault("getBounty", Solidity.word(bounty)));
        Fields fields =
                new Fields(function.getOutputs().get(0).asTupleType(), answer.<Tuple>get(0));
        long dueAt = fields.number("dueAt");
        return new State(
                fields.word("status", VaultStatus.class),
                fields.usdcAtMost("amount"),
                fields.walletOrNobody("agent"),
                fields.usdcAtMost("stake"),
                fields.number("fence"),
                fields.smallNumber("submissions"),
                dueAt == 0 ? null : Instant.ofEpochSecond(dueAt));
    }

    @Override
    public Money heldFor(WalletAddress account) {
        return Solidity.usdcAtMost(
                amount(calls.ask(ofVault("withdrawable", Solidity.address(account)))));
    }

    @Override
    public Totals totals() {
        List<Tuple> answers =
                calls.askTogether(
                        ofVault("totals"), ofToken("balanceOf", Solidity.address(site.contract())));
        Fields fields = new Fields(vault.function("totals").getOutputs(), answers.getFirst());
        return new Totals(
                fields.usdcAtMost("escrow"),
                fields.usdcAtMost("stakes"),
                fields.usdcAtMost("held"),
                Solidity.usdcAtMost(amount(answers.getLast())));
    }

    @Override
    public boolean isPaused() {
        return calls.ask(ofVault("paused")).get(0);
    }

    @Override
    public Admission admit(OnchainId bounty, WalletAddress agent, long fence, Duration lasting) {
        if (relayer == null) {
            throw noRelayer("no key of the relayer is set");
        }
        WalletAddress wallet = relayer.wallet();
        boolean isBelieved =
                calls.ask(ofVault("hasRole", RELAYER_ROLE, Solidity.address(wallet))).get(0);
        if (!isBelieved) {
            throw noRelayer("the relayer's wallet " + wallet + " does not have its role there");
        }
        Instant expiresAt = now().plus(lasting).truncatedTo(ChronoUnit.SECONDS);
        byte[] digest = Admissions.digest(site, bounty, agent, fence, expiresAt);
        return new Admission(expiresAt, Hex.of(relayer.sign(digest)));
    }

    @Override
    public String calldata(WalletCall call) {
        return calldata.of(call);
    }

    /** By the chain's newest block, or by our clock where no block was made for a while. */
    private Instant now() {
        JsonNode newest = nodes.answer(Question.of("eth_getBlockByNumber", "latest", false));
        Instant there = Hex.time(newest.path("timestamp"));
        Instant here = clock.instant();
        return there.isAfter(here) ? there : here;
    }

    private static RefusedException noRelayer(String reason) {
        return new RefusedException(new EscrowError.NoRelayer(reason));
    }

    private View ofVault(String function, Object... arguments) {
        return View.of(site.contract(), vault.function(function), arguments);
    }

    private View ofToken(String function, Object... arguments) {
        return View.of(site.token(), token.function(function), arguments);
    }

    private static BigInteger amount(Tuple answer) {
        return answer.get(0);
    }
}
