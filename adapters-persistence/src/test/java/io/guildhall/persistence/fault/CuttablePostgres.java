package io.guildhall.persistence.fault;

import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A database at the end of a {@link Cable}, which the test is given. */
public final class CuttablePostgres implements QuarkusTestResourceLifecycleManager {

    private @Nullable Cable cable;

    /**
     * After the plain database, which other tests of the same service name: the last one counts.
     */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        String url = PostgresForTests.freshDatabase();
        int port = URI.create(url.substring("jdbc:".length())).getPort();
        cable = new Cable(port);
        return Map.of(
                "quarkus.datasource.jdbc.url",
                url.replace(":" + port + "/", ":" + cable.port() + "/")
                        + "&sslmode=disable&gssEncMode=disable",
                "quarkus.datasource.jdbc.acquisition-timeout",
                "2s");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(cable, new TestInjector.MatchesType(Cable.class));
    }

    @Override
    public void stop() {}
}
