package io.guildhall.bootstrap.mergebounty;

import io.guildhall.domain.loopback.FreePort;
import io.guildhall.github.AppIdentity;
import io.guildhall.github.StubGithub;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A service of its own with a GitHub App. GitHub itself is started by whoever tests, at the place
 * that the service was told.
 */
public final class WithGithub implements QuarkusTestProfile {

    private static final String KEY = "guildhall.github.private-key";
    private static final String PORT = "test.github.port";

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(RegistryForTests.class);
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(App.class));
    }

    /** At the place that the service was told. */
    public static StubGithub start() {
        return StubGithub.at(Integer.parseInt(given(PORT)), AppIdentity.of(given(KEY)));
    }

    private static String given(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    /** The App's settings. */
    public static final class App implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            int port = FreePort.find();
            String url = "http://127.0.0.1:" + port;
            Map<String, String> given = new HashMap<>();
            given.put("guildhall.github.app-id", StubGithub.APP_ID);
            given.put(KEY, AppIdentity.make().pkcs8());
            given.put("guildhall.github.client-id", StubGithub.CLIENT_ID);
            given.put("guildhall.github.client-secret", StubGithub.CLIENT_SECRET);
            given.put("guildhall.github.webhook-secret", StubGithub.WEBHOOK_SECRET);
            given.put("guildhall.github.url", url);
            given.put("guildhall.github.api-url", url + "/api/v3");
            given.put("guildhall.github.public-url", "http://127.0.0.1:8081");
            given.put("guildhall.github.time-limit", "30s");
            given.put(PORT, Integer.toString(port));
            return given;
        }

        @Override
        public void stop() {
            // There is nothing but settings.
        }
    }
}
