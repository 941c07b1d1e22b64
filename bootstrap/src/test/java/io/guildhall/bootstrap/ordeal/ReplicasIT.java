package io.guildhall.bootstrap.ordeal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.bootstrap.fault.Form;
import io.guildhall.bootstrap.fault.KafkaEar;
import io.guildhall.bootstrap.fault.Row;
import io.guildhall.bootstrap.fault.ServiceProcess;
import io.guildhall.bootstrap.fault.Truth;
import io.guildhall.messaging.kafka.KafkaForTests;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Several replicas over one PostgreSQL and Kafka, of which any may be killed at any time. */
class ReplicasIT {

    private static final int KILLS = Integer.getInteger("faults.replica-kills", Form.of(1, 20));
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    @Test
    void twoServeOneMarket() throws Exception {
        serve(2);
    }

    @Test
    @EnabledIfSystemProperty(
            named = Form.FULL,
            matches = "true",
            disabledReason = Form.TAKES_MINUTES)
    void threeServeOneMarket() throws Exception {
        serve(3);
    }

    private static void serve(int count) throws Exception {
        String database = DurablePostgres.forAll().freshDatabase();
        try (KafkaForTests kafka = KafkaForTests.start();
                KafkaEar ear = new KafkaEar(kafka.address())) {
            Map<String, String> environment = Market.environment("replica", database);
            environment.put("GUILDHALL_KAFKA_BOOTSTRAP_SERVERS", kafka.address());
            live(count, database, environment);
            Truth truth = Truth.read(database);
            Awaitility.await("all events on Kafka")
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(
                            () -> assertThat(truth.faultsOf(ear.heard(), truth.all())).isEmpty());
        }
    }

    private static void live(int count, String database, Map<String, String> environment) {
        Random chance = new Random(SEED);
        List<ServiceProcess> replicas = new ArrayList<>();
        try {
            for (int number = 1; number <= count; number++) {
                replicas.add(
                        ServiceProcess.start(
                                "replica-%d-of-%d".formatted(number, count), environment));
            }
            try (Market market =
                    Market.open(replicas.stream().map(ServiceProcess::base).toArray(URI[]::new))) {
                for (int kill = 0; kill < KILLS; kill++) {
                    ServiceProcess victim = replicas.get(chance.nextInt(count));
                    market.load().liveOn(1 + chance.nextInt(20));
                    victim.kill();
                    market.load().liveOn(5);
                    victim.startAgain();
                }
                market.load().liveOn(10);
                market.load().finish();

                List<String> faults = Books.faults(database, market.load().acknowledged());
                new Row(
                                "Replicas " + count,
                                "%d over one PostgreSQL and Kafka, one killed (-9) at random, and started again"
                                        .formatted(count),
                                "%d kills, answers %s, %d acknowledged, %d lost or wrong"
                                        .formatted(
                                                KILLS,
                                                market.witness().statuses(),
                                                market.witness().successes(),
                                                faults.size()),
                                "0 lost, 0 imbalance",
                                faults.isEmpty())
                        .tell();
                assertThat(faults).as("seed %d", SEED).isEmpty();
            }
        } finally {
            replicas.forEach(ServiceProcess::close);
        }
    }
}
