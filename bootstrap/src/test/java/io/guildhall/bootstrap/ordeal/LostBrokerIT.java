package io.guildhall.bootstrap.ordeal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.bootstrap.fault.Form;
import io.guildhall.bootstrap.fault.KafkaEar;
import io.guildhall.bootstrap.fault.Row;
import io.guildhall.bootstrap.fault.ServiceProcess;
import io.guildhall.bootstrap.fault.Truth;
import io.guildhall.messaging.kafka.KafkaForTests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The broker is away for a while; the doors do not notice, and it hears everything later. */
@EnabledIfSystemProperty(named = Form.FULL, matches = "true", disabledReason = Form.TAKES_MINUTES)
class LostBrokerIT {

    private static final Duration AWAY = Duration.ofSeconds(60);
    private static final double SLOWER_MAX = 1.2;

    @Test
    void doorsDoNotNoticeAndNothingIsLost() throws Exception {
        String database = DurablePostgres.forAll().freshDatabase();
        try (KafkaForTests kafka = KafkaForTests.start();
                KafkaEar ear = new KafkaEar(kafka.address())) {
            Map<String, String> environment = Market.environment("lost-broker", database);
            environment.put("GUILDHALL_KAFKA_BOOTSTRAP_SERVERS", kafka.address());
            try (ServiceProcess service = ServiceProcess.start("lost-broker", environment);
                    Market market = Market.open(service.base())) {
                // Half before and half after, since a young service becomes quicker all the time.
                goOnFor(AWAY.dividedBy(2));
                Instant begin = Instant.now();
                goOnFor(AWAY.dividedBy(2));
                Instant stopped = Instant.now();
                kafka.kill();
                goOnFor(AWAY);
                Instant back = Instant.now();
                kafka.startAgain();
                goOnFor(AWAY.dividedBy(2));
                Instant end = Instant.now();
                service.kill();
                service.startAgain();
                market.load().liveOn(20);
                market.load().finish();

                Truth truth = Truth.read(database);
                Awaitility.await("all events on Kafka")
                        .atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofSeconds(1))
                        .untilAsserted(() ->
                                assertThat(truth.faultsOf(ear.heard(), truth.all())).isEmpty());
                List<String> faults = Books.faults(database, market.load().acknowledged());
                Duration before = market.witness().p99(begin, stopped);
                Duration meanwhile = market.witness().p99(stopped, back);
                Duration after = market.witness().p99(back, end);
                double usual = (before.toNanos() + after.toNanos()) / 2.0;
                double slower = meanwhile.toNanos() / usual;
                new Row(
                                "F4",
                                "Kafka killed for 60 s under load, then the service while it"
                                        + " catches up",
                                ("%d events, %d told again, 0 lost or out of order; p99 %d ms with"
                                                + " Kafka, %d ms without, %d ms after: %.2f times; %d wrong")
                                        .formatted(
                                                truth.all().size(),
                                                ear.heard().told() - ear.heard().count(),
                                                before.toMillis(),
                                                meanwhile.toMillis(),
                                                after.toMillis(),
                                                slower,
                                                faults.size()),
                                "0 lost, order kept, p99 ≤ 1.2 times",
                                faults.isEmpty() && slower <= SLOWER_MAX)
                        .tell();
                assertThat(faults).isEmpty();
            }
        }
    }

    private static void goOnFor(Duration time) {
        Instant until = Instant.now().plus(time);
        Awaitility.await()
                .atMost(time.plusSeconds(10))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> Instant.now().isAfter(until));
    }
}
