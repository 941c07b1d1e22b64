package io.guildhall.bootstrap.mergebounty;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Set;

/** A service of its own with {@link RegistryForTests} in the place of a chain. */
public final class WithRegistry implements QuarkusTestProfile {

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(RegistryForTests.class);
    }
}
