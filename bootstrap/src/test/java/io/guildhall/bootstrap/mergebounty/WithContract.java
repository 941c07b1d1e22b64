package io.guildhall.bootstrap.mergebounty;

import io.guildhall.chain.ChainSettings;
import io.guildhall.chain.testnet.Anvil;
import io.guildhall.chain.testnet.Deployed;
import io.guildhall.chain.testnet.Wallet;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * A service of its own with the escrow contract on a chain of its own, which it reaches through two
 * nodes; the first of them can be lost.
 */
public final class WithContract implements QuarkusTestProfile {

    static final String ADMIN_KEY = "the-key-that-the-tests-gave-their-admin";
    static final int CONFIRMATIONS = 2;

    /** Wallets that no other test binds: services that run one after the other share a database. */
    static final String FAMILY = "test.family";

    private static final String NODE = "test.node";
    private static final String RELAY = "test.relay";
    private static final String REGISTRATION = "test.registration.";

    @Override
    public Map<String, String> getConfigOverrides() {
        return settings();
    }

    static Map<String, String> settings() {
        return Map.of(
                "guildhall.bootstrap-key",
                ADMIN_KEY,
                "guildhall.chain.confirmations",
                Integer.toString(CONFIRMATIONS),
                "guildhall.chain.poll",
                "1s",
                "guildhall.limits.anonymous.reads",
                "100000",
                "guildhall.limits.operator.reads",
                "100000");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Chain.class, Map.of(FAMILY, "lives")));
    }

    /** The chain as the service has it, for those who act on it. */
    static Anvil chain() {
        return Anvil.at(given(NODE));
    }

    static Deployed contracts(Anvil chain) {
        return Deployed.at(
                chain,
                given(FAMILY),
                new WalletAddress(given("guildhall.chain.token")),
                new WalletAddress(given("guildhall.chain.registry")),
                new WalletAddress(given("guildhall.chain.contract")));
    }

    /** The transaction by which an agent's wallet entered itself in the registry. */
    static TxHash registrationOf(Wallet agent) {
        return new TxHash(given(REGISTRATION + agent.address()));
    }

    static void loseANode() {
        Relay.cut(given(RELAY));
    }

    private static String given(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    /**
     * Ends with the service, and so does its database: a service does not start on one whose
     * bounties are at another contract.
     */
    public static final class Chain implements QuarkusTestResourceLifecycleManager {

        private @Nullable Anvil anvil;
        private @Nullable Relay relay;
        private String family = "";

        @Override
        public void init(Map<String, String> given) {
            family = given.getOrDefault(FAMILY, "");
        }

        /** After the one that gives all others a database. */
        @Override
        public int order() {
            return 1;
        }

        @Override
        public Map<String, String> start() {
            Anvil node = Anvil.start();
            anvil = node;
            Relay other = Relay.to(node.urlText());
            relay = other;
            Deployed deployed = Deployed.on(node, family);
            ChainSettings settings = deployed.settings();
            Map<String, String> given = new HashMap<>();
            for (Wallet agent : List.of(deployed.ann(), deployed.bob())) {
                given.put(REGISTRATION + agent.address(), deployed.register(agent).hex());
            }
            given.put("guildhall.chain.rpc-url", other.url() + "," + node.urlText());
            given.put("guildhall.chain.id", Long.toString(settings.chainId()));
            given.put("guildhall.chain.contract", settings.contract().hex());
            given.put("guildhall.chain.token", settings.token().hex());
            given.put("guildhall.chain.registry", settings.registry().hex());
            given.put("guildhall.chain.relayer-key", deployed.relayer().key());
            given.put("guildhall.chain.arbiter-key", deployed.arbiter().key());
            given.put("quarkus.datasource.jdbc.url", PostgresForTests.freshDatabase());
            given.put(FAMILY, family);
            given.put(NODE, node.urlText());
            given.put(RELAY, other.url());
            return given;
        }

        @Override
        public void stop() {
            if (relay != null) {
                relay.close();
            }
            if (anvil != null) {
                anvil.close();
            }
        }
    }
}
