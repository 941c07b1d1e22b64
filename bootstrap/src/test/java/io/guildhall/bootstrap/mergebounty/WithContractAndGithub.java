package io.guildhall.bootstrap.mergebounty;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** A service of its own with the escrow contract on a chain and a GitHub App. */
public final class WithContractAndGithub implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return WithContract.settings();
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(
                        WithContract.Chain.class, Map.of(WithContract.FAMILY, "pull requests")),
                new TestResourceEntry(WithGithub.App.class));
    }
}
