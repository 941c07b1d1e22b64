package io.guildhall.bootstrap.ordeal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.bootstrap.fault.Form;
import io.guildhall.bootstrap.fault.Row;
import io.guildhall.bootstrap.fault.ServiceProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The database falls down under load and comes back; the service stays, and says so meanwhile. */
class RestartedDatabaseIT {

    private static final int RESTARTS = Integer.getInteger("faults.restarts", Form.of(2, 20));
    private static final Duration FIRST_SUCCESS_MAX = Duration.ofSeconds(1);
    private static final int REFUSED_MIN = 3;

    @Test
    void nothingIsLostAndOnlyUnavailableIsSaidMeanwhile() {
        DurablePostgres postgres = DurablePostgres.forAll();
        String database = postgres.freshDatabase();
        try (ServiceProcess service =
                        ServiceProcess.start(
                                "restarted", Market.environment("restarted", database));
                Market market = Market.open(service.base())) {
            long pid = service.pid();
            List<Duration> outages = new ArrayList<>();
            List<Duration> waits = new ArrayList<>();
            for (int restart = 0; restart < RESTARTS; restart++) {
                Instant begin = Instant.now();
                postgres.restartImmediately();
                Instant accepting = postgres.awaitAccepting();
                outages.add(Duration.between(begin, accepting));
                Awaitility.await("that somebody is served again")
                        .atMost(Duration.ofSeconds(30))
                        .pollInterval(Duration.ofMillis(10))
                        .until(() -> market.witness().firstSuccessAfter(accepting).isPresent());
                waits.add(
                        Duration.between(
                                accepting,
                                market.witness().firstSuccessAfter(accepting).orElseThrow()));
                market.load().liveOn(5);
            }
            market.load().finish();

            List<String> faults = Books.faults(database, market.load().acknowledged());
            Map<Integer, Integer> statuses = new TreeMap<>(market.witness().statuses());
            Duration longest = Collections.max(waits);
            boolean survived = service.isAlive() && service.pid() == pid;
            new Row(
                            "F2",
                            "PostgreSQL `restart -m immediate` under load",
                            ("%d restarts (the longest outage %.1f s), answers %s, first success"
                                            + " after at most %d ms, %d lost or wrong, %s")
                                    .formatted(
                                            RESTARTS,
                                            Collections.max(outages).toMillis() / 1e3,
                                            statuses,
                                            longest.toMillis(),
                                            faults.size(),
                                            survived ? "the process lived on" : "it died"),
                            "20 restarts, only 503 meanwhile, success ≤ 1 s, 0 lost",
                            faults.isEmpty()
                                    && survived
                                    && RESTARTS >= 20
                                    && !statuses.containsKey(0)
                                    && longest.compareTo(FIRST_SUCCESS_MAX) <= 0)
                    .tell();
            assertThat(faults).isEmpty();
            assertThat(survived).isTrue();
            assertThat(statuses.keySet()).isSubsetOf(200, 201, 409, 503);
            assertThat(market.witness().unavailable()).isGreaterThan(REFUSED_MIN);
        }
    }
}
