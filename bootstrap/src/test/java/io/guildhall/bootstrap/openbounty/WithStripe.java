package io.guildhall.bootstrap.openbounty;

import io.guildhall.domain.loopback.FreePort;
import io.guildhall.payments.stripe.StripeStub;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A service of its own with an account at Stripe. Stripe itself is started by whoever tests, at the
 * place that the service was told.
 */
public final class WithStripe implements QuarkusTestProfile {

    private static final String PORT = "test.stripe.port";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("guildhall.bootstrap-key", WithAdmin.KEY);
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Account.class));
    }

    static StripeStub start() {
        return StripeStub.at(
                Integer.parseInt(ConfigProvider.getConfig().getValue(PORT, String.class)));
    }

    /** The account's settings. */
    public static final class Account implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            int port = FreePort.find();
            return Map.of(
                    "guildhall.stripe.secret-key",
                    StripeStub.KEY,
                    "guildhall.stripe.webhook-secret",
                    StripeStub.WEBHOOK_SECRET,
                    "guildhall.stripe.country",
                    "US",
                    "guildhall.stripe.public-url",
                    "http://127.0.0.1:8081",
                    "guildhall.stripe.api-url",
                    "http://127.0.0.1:" + port,
                    PORT,
                    Integer.toString(port));
        }

        @Override
        public void stop() {
            // There is nothing but settings.
        }
    }
}
