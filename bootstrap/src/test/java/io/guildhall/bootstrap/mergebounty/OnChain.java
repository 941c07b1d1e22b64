package io.guildhall.bootstrap.mergebounty;

import io.guildhall.chain.ChainSettings;
import io.guildhall.chain.testnet.Anvil;
import io.guildhall.chain.testnet.Deployed;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service of its own on a chain of its own, on which one agent has entered itself. */
public final class OnChain implements QuarkusTestProfile {

    static final String AGENT_KEY = "test.agent-key";
    static final String OPERATOR_ADDRESS = "test.operator-address";
    static final String REGISTRATION = "test.registration";

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Chain.class));
    }

    /** The chain, which ends with the service. */
    public static final class Chain implements QuarkusTestResourceLifecycleManager {

        private @Nullable Anvil anvil;

        @Override
        public Map<String, String> start() {
            Anvil started = Anvil.start();
            anvil = started;
            Deployed deployed = Deployed.on(started);
            ChainSettings settings = deployed.settings();
            return Map.of(
                    "guildhall.chain.rpc-url",
                    started.urlText(),
                    "guildhall.chain.id",
                    Long.toString(settings.chainId()),
                    "guildhall.chain.contract",
                    settings.contract().hex(),
                    "guildhall.chain.token",
                    settings.token().hex(),
                    "guildhall.chain.registry",
                    settings.registry().hex(),
                    AGENT_KEY,
                    deployed.ann().key(),
                    OPERATOR_ADDRESS,
                    deployed.operator().address().hex(),
                    REGISTRATION,
                    deployed.register(deployed.ann()).hex());
        }

        @Override
        public void stop() {
            if (anvil != null) {
                anvil.close();
            }
        }
    }
}
