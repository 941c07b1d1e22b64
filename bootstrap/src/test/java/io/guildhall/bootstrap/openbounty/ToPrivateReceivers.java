package io.guildhall.bootstrap.openbounty;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A service as a developer runs it, with receivers on the same machine. */
public final class ToPrivateReceivers implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("guildhall.webhooks.allow-private-targets", "true");
    }
}
