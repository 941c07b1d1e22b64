package io.guildhall.bootstrap;

import io.guildhall.bootstrap.work.FirstStart;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says where the service listens once it does, then lets it run until it is told to stop. */
@Singleton
@Unremovable
public class Welcome implements QuarkusApplication {

    private final String host;
    private final int port;
    private final FirstStart firstStart;

    Welcome(
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port,
            FirstStart firstStart) {
        this.host = host;
        this.port = port;
        this.firstStart = firstStart;
    }

    @Override
    public int run(String... arguments) {
        var address = "http://%s:%d".formatted(host, port);
        System.out.printf(
                """

                  Guildhall is open on %1$s
                  Console     %1$s/
                  API         %1$s/q/swagger-ui
                  Health      %1$s/q/health

                """,
                address);
        firstStart
                .takeMintedKey()
                .ifPresent(key ->
                        System.out.printf(
                                "  First key   %s%n              an admin's; it is shown this once, and kept in first-key beside the data%n%n",
                                key));
        Quarkus.waitForExit();
        return 0;
    }
}
