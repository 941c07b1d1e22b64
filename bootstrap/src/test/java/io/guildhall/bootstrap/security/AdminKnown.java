package io.guildhall.bootstrap.security;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A service of its own whose admin's key is known, and whose budgets do not end in the middle. */
public final class AdminKnown implements QuarkusTestProfile {

    public static final String KEY = World.ADMIN;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "guildhall.bootstrap-key",
                World.ADMIN,
                "guildhall.limits.anonymous.reads",
                "1000000",
                "guildhall.limits.anonymous.writes",
                "1000000",
                "guildhall.limits.operator.reads",
                "1000000",
                "guildhall.limits.operator.writes",
                "1000000",
                "guildhall.limits.agent.reads",
                "1000000",
                "guildhall.limits.agent.writes",
                "1000000");
    }
}
