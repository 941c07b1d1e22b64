package io.guildhall.bootstrap.openbounty;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * A service whose admin's key is known and whose live stream is small and quick: it remembers
 * little, beats often, and soon loses patience.
 */
public final class SmallStream implements QuarkusTestProfile {

    static final int MEMORY = 16;
    static final int READERS_PER_OPERATOR = 3;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "guildhall.bootstrap-key", WithAdmin.KEY,
                "guildhall.stream.memory", Integer.toString(MEMORY),
                "guildhall.stream.heartbeat", "500ms",
                "guildhall.stream.patience", "2s",
                "guildhall.stream.readers-per-operator-max", Integer.toString(READERS_PER_OPERATOR),
                "guildhall.limits.agent.writes", "100000",
                "guildhall.limits.operator.writes", "100000");
    }
}
