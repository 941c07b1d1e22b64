package io.guildhall.bootstrap.wiring;

import io.guildhall.application.escrow.EnsureVaultFits;
import io.guildhall.bootstrap.GuildhallConfig;
import io.guildhall.bootstrap.observation.ChainHead;
import io.guildhall.bootstrap.observation.MeasuredChainReader;
import io.guildhall.chain.ChainSettings;
import io.guildhall.chain.NoChain;
import io.guildhall.chain.escrow.EthereumAgentRegistry;
import io.guildhall.chain.escrow.EthereumChainReader;
import io.guildhall.chain.escrow.EthereumEscrowVault;
import io.guildhall.chain.escrow.SigningKey;
import io.guildhall.chain.rpc.NodeUrl;
import io.guildhall.chain.rpc.Nodes;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.ChainReader;
import io.guildhall.domain.escrow.EscrowVault;
import io.guildhall.domain.escrow.VaultCall.Signer;
import io.guildhall.domain.party.AgentRegistrations;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * The chain on which a contract holds money, where one is set up. Half a setup stops the start: an
 * installation must not find out later that it cannot pay.
 */
@Singleton
final class ChainWiring {

    private static final Logger LOG = Logger.getLogger(ChainWiring.class);
    private static final String PREFIX = "guildhall.chain.";

    /** Ethereum and the larger networks beside it, by their public numbers. */
    private static final Set<Long> REAL_NETWORKS =
            Set.of(
                    1L, 10L, 56L, 100L, 130L, 137L, 146L, 324L, 480L, 1_101L, 5_000L, 8_453L,
                    34_443L, 42_161L, 42_220L, 43_114L, 59_144L, 81_457L, 534_352L);

    private static final String RPC_URL = PREFIX + "rpc-url (GUILDHALL_CHAIN_RPC_URL)";

    /**
     * The chain as it is set up.
     *
     * @param keys by which we sign; none is needed to read
     * @param confirmations so many blocks on top make a block final
     * @param firstBlock before which there is nothing of ours
     */
    record Chain(
            ChainSettings settings,
            Nodes nodes,
            Map<Signer, SigningKey> keys,
            int confirmations,
            long firstBlock) {}

    @Produces
    @Singleton
    Optional<Chain> chain(GuildhallConfig config, InstantSource clock) {
        return read(config.chain(), StripeWiring.isLive(config.stripe()))
                .map(settings ->
                        new Chain(
                                settings,
                                new Nodes(settings, clock),
                                keys(config.chain()),
                                config.chain().confirmations(),
                                config.chain().firstBlock()));
    }

    /** Reads the settings at the start, and not when somebody first asks for the chain. */
    void check(@Observes StartupEvent start, Optional<Chain> chain) {
        chain.ifPresent(on -> {
            LOG.infof("Money can be held on chain %d", on.settings().chainId());
            for (Signer signer : Signer.values()) {
                if (!on.keys().containsKey(signer)) {
                    LOG.warnf(
                            "No key of the %s is set: what it is to tell the contract waits for a replica that has it%s",
                            signer.word(),
                            signer == Signer.RELAYER
                                    ? ", and no agent is admitted to a claim by this one"
                                    : "");
                }
            }
        });
    }

    /** Before the first worker, which would follow and tell another contract. */
    void checkVault(
            @Observes @Priority(StripeWiring.FIRST) StartupEvent start,
            Optional<Chain> chain,
            EscrowVault vault,
            EnsureVaultFits ensureVaultFits) {
        if (chain.isPresent()) {
            refuse(chain.get().settings(), ensureVaultFits.handle(vault));
            return;
        }
        List<BountyId> underWay = ensureVaultFits.handle(null);
        if (!underWay.isEmpty()) {
            LOG.warnf(
                    "%s is not set, and %d bounties are under way at a contract, such as %s: nothing of"
                            + " them is heard, and nothing is told it, until it is set again",
                    RPC_URL, underWay.size(), underWay.getFirst());
        }
    }

    static void refuse(ChainSettings settings, List<BountyId> elsewhere) {
        if (!elsewhere.isEmpty()) {
            throw new IllegalStateException(
                    PREFIX
                            + "contract (GUILDHALL_CHAIN_CONTRACT) is "
                            + settings.contract()
                            + " on chain "
                            + settings.chainId()
                            + ", and "
                            + elsewhere.size()
                            + " bounties of this database are under way at another contract or on another chain, such as "
                            + elsewhere.getFirst()
                            + ": set what was set before, until all of them are over");
        }
    }

    @Produces
    @Singleton
    AgentRegistrations agentRegistrations(Optional<Chain> chain) {
        return chain.<AgentRegistrations>map(
                        on -> new EthereumAgentRegistry(on.nodes(), on.settings()))
                .orElseGet(NoChain::new);
    }

    @Produces
    @Singleton
    EscrowVault escrowVault(Optional<Chain> chain, InstantSource clock) {
        return chain.<EscrowVault>map(
                        on -> new EthereumEscrowVault(on.nodes(), on.settings(), on.keys(), clock))
                .orElseGet(NoChain::new);
    }

    @Produces
    @Singleton
    ChainReader chainReader(Optional<Chain> chain, ChainHead head) {
        ChainReader reader =
                chain.<ChainReader>map(on -> new EthereumChainReader(on.nodes(), on.settings()))
                        .orElseGet(NoChain::new);
        return new MeasuredChainReader(reader, head);
    }

    /** Empty where none is set up. */
    static Optional<ChainSettings> read(GuildhallConfig.Chain chain, boolean otherRailIsReal) {
        if (chain.rpcUrl().isEmpty()) {
            refuseWithoutUrl(chain);
            return Optional.empty();
        }
        if (chain.id().isEmpty()) {
            throw missing("id");
        }
        requireTestNetwork(chain.id().getAsLong(), otherRailIsReal);
        List<NodeUrl> nodes =
                chain.rpcUrl().get().stream().map(String::strip).map(NodeUrl::of).toList();
        return Optional.of(
                new ChainSettings(
                        nodes,
                        chain.id().getAsLong(),
                        address("contract", chain.contract()),
                        address("token", chain.token()),
                        address("registry", chain.registry()),
                        chain.timeLimit(),
                        chain.blocksBehindMax()));
    }

    /** Balances that anybody can top up and money that is real do not go together. */
    private static void requireTestNetwork(long chainId, boolean otherRailIsReal) {
        if (isReal(chainId) && !otherRailIsReal) {
            throw new IllegalStateException(
                    PREFIX
                            + "id "
                            + chainId
                            + " is a network with real money, and this installation's other rail is a sandbox:"
                            + " use a test network, such as 84532");
        }
    }

    static boolean isReal(long chainId) {
        return REAL_NETWORKS.contains(chainId);
    }

    private static void refuseWithoutUrl(GuildhallConfig.Chain chain) {
        boolean half =
                chain.id().isPresent()
                        || chain.contract().isPresent()
                        || chain.token().isPresent()
                        || chain.registry().isPresent()
                        || chain.relayerKey().isPresent()
                        || chain.relayerKeyFile().isPresent()
                        || chain.arbiterKey().isPresent()
                        || chain.arbiterKeyFile().isPresent();
        if (half) {
            throw new IllegalStateException(
                    "Some of " + PREFIX + "* is set, but not " + RPC_URL + ": set it, or none");
        }
    }

    static Map<Signer, SigningKey> keys(GuildhallConfig.Chain chain) {
        Map<Signer, SigningKey> keys = new EnumMap<>(Signer.class);
        key("relayer-key", chain.relayerKey(), chain.relayerKeyFile())
                .ifPresent(key -> keys.put(Signer.RELAYER, key));
        key("arbiter-key", chain.arbiterKey(), chain.arbiterKeyFile())
                .ifPresent(key -> keys.put(Signer.ARBITER, key));
        return Map.copyOf(keys);
    }

    private static Optional<SigningKey> key(
            String name, Optional<String> value, Optional<Path> file) {
        try {
            return SigningKey.from(value, file);
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalStateException(PREFIX + name + ": " + unreadable.getMessage());
        }
    }

    private static WalletAddress address(String name, Optional<String> text) {
        return WalletAddress.of(text.orElseThrow(() -> missing(name)).strip())
                .orElseThrow(() ->
                        new IllegalStateException(
                                PREFIX + name + " must be an address: 0x and 40 hex digits"));
    }

    private static IllegalStateException missing(String name) {
        return new IllegalStateException(
                RPC_URL + " is set, but not " + PREFIX + name + ": set all of a chain, or none");
    }
}
