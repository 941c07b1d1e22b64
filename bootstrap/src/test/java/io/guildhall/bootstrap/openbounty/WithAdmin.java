package io.guildhall.bootstrap.openbounty;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/**
 * A service of its own whose admin's key is known. Tests that move the market's clock live on it,
 * where nobody else's deadlines pass by.
 */
public final class WithAdmin implements QuarkusTestProfile {

    static final String KEY = "the-key-that-the-tests-gave-their-admin";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("guildhall.bootstrap-key", KEY);
    }

    static Party admin() {
        return new Party("", KEY, Visitor.anonymous().showing(KEY));
    }

    static void letPass(String duration) {
        admin().post("/api/test/clock/advance", Map.of("duration", duration)).is(200);
    }

    static Party arbiter() {
        Party arbiter = Market.operator("arbiter");
        admin().put(
                        "/api/operators/" + arbiter.id() + "/roles",
                        Map.of("roles", List.of("arbiter"), "reason", "An arbiter is needed"))
                .is(200);
        return arbiter;
    }
}
