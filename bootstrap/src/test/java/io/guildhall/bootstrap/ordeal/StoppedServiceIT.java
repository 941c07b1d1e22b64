package io.guildhall.bootstrap.ordeal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.bootstrap.fault.Form;
import io.guildhall.bootstrap.fault.Row;
import io.guildhall.bootstrap.fault.ServiceProcess;
import io.guildhall.bootstrap.fault.StreamEar;
import io.guildhall.bootstrap.fault.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The service is told to stop while it is at work, and started again: nobody notices. */
class StoppedServiceIT {

    private static final int STOPS = Integer.getInteger("faults.stops", Form.of(1, 10));
    private static final Duration STOP_MAX = Duration.ofSeconds(30);

    @Test
    void whatItHasTakenOnIsAnsweredAndStreamsGoOnWhereTheyWere() {
        String database = DurablePostgres.forAll().freshDatabase();
        try (ServiceProcess service =
                        ServiceProcess.start("stopped", Market.environment("stopped", database));
                Market market = Market.prepare(service.base());
                StreamEar stream = new StreamEar(service.base(), market.poster().key())) {
            Awaitility.await().until(stream::isConnected);
            market.load().begin(Duration.ofMillis(50));
            List<Duration> exits = new ArrayList<>();
            int failed = 0;
            for (int stop = 0; stop < STOPS; stop++) {
                market.load().liveOn(20);
                Instant told = Instant.now();
                exits.add(service.stop());
                failed += market.witness().failedInFlight(told);
                service.startAgain();
            }
            market.load().liveOn(10);
            market.load().finish();

            List<String> faults = Books.faults(database, market.load().acknowledged());
            Truth truth = Truth.read(database);
            Set<String> since = truth.eventsOf("bounty.", "claim.", "submission.", "progress.");
            Awaitility.await("all events in the stream")
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(truth.faultsOf(stream.heard(), since)).isEmpty());
            Duration longest = Collections.max(exits);
            new Row(
                            "F14",
                            "SIGTERM under load, with a stream open",
                            ("%d stops, %d failed in flight, at most %.1f s to the end, %d events"
                                            + " heard, %d gaps, %d lost or wrong")
                                    .formatted(
                                            STOPS,
                                            failed,
                                            longest.toMillis() / 1e3,
                                            stream.heard().count(),
                                            truth.faultsOf(stream.heard(), since).size(),
                                            faults.size()),
                            "0 failed in flight, exit ≤ 30 s, 0 gaps",
                            failed == 0 && faults.isEmpty() && longest.compareTo(STOP_MAX) <= 0)
                    .tell();
            assertThat(faults).isEmpty();
            assertThat(failed).isZero();
            assertThat(longest).isLessThanOrEqualTo(STOP_MAX);
            assertThat(stream.isResynced()).isFalse();
        }
    }
}
