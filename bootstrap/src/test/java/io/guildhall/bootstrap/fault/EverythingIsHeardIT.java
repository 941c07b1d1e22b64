package io.guildhall.bootstrap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.bootstrap.fault.Receiver.Habit;
import io.guildhall.messaging.kafka.KafkaForTests;
import io.guildhall.persistence.PostgresForTests;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Under load, receivers fail, the broker goes away and comes back, and the service is killed
 * without it and with it again. In the end every channel has told every event, in the order of its
 * aggregate, and nothing that did not happen.
 */
class EverythingIsHeardIT {

    private static final int KILLS_IN_FULL = 4;
    private static final int SECONDS_IN_FULL = 60;

    /** While the broker is away; once it is back there is one more. */
    private static final int KILLS = Integer.getInteger("fault.kills", Form.of(1, KILLS_IN_FULL));

    private static final int BROKER_AWAY_SECONDS =
            Integer.getInteger("fault.brokerAwaySeconds", Form.of(15, SECONDS_IN_FULL));
    private static final Duration BETWEEN_LIVES = Duration.ofMillis(100);
    private static final Duration ALL_TOLD_MAX = Duration.ofMinutes(4);

    /** What a poster hears besides its own affairs is the public life of bounties. */
    private static final String[] HEARD_BY_THE_POSTER = {
        "bounty.", "claim.", "submission.", "payout.", "progress."
    };

    @Test
    void everyChannelTellsEverythingThatHappenedAndNothingElse() throws Exception {
        String database = PostgresForTests.freshDatabase();
        try (KafkaForTests kafka = KafkaForTests.start();
                ServiceProcess service =
                        ServiceProcess.start(
                                "everything-is-heard", environment(database, kafka.address()))) {
            Stubborn anonymous = Stubborn.anonymous(service.base());
            JsonNode poster = Load.poster(anonymous);
            Stubborn posterKey = anonymous.as(poster);
            Stubborn workshop = anonymous.as(Load.operator(anonymous, "workshop"));
            List<Stubborn> agents = Load.agentsOf(workshop, 4);
            Map<Habit, Receiver> receivers = receivers(posterKey);
            try (StreamEar stream = new StreamEar(service.base(), posterKey.key());
                    KafkaEar broker = new KafkaEar(kafka.address());
                    Load load = new Load(posterKey, agents)) {
                PullEar pull = new PullEar(posterKey);
                Awaitility.await().until(stream::isConnected);
                Instant begin = Instant.now();
                load.begin(BETWEEN_LIVES);
                breakThings(service, kafka, load);
                load.finish();

                Truth truth = Truth.read(database);
                Set<String> all = truth.all();
                Set<String> posters = truth.eventsOf(HEARD_BY_THE_POSTER);
                Set<String> since = laterThanTheFirstBounty(truth, posters);
                Awaitility.await("all events on all channels")
                        .atMost(ALL_TOLD_MAX)
                        .pollInterval(Duration.ofSeconds(1))
                        .untilAsserted(() -> {
                            pull.catchUp();
                            assertThat(truth.faultsOf(broker.heard(), all)).isEmpty();
                            assertThat(truth.faultsOf(pull.heard(), posters)).isEmpty();
                            assertThat(truth.faultsOf(stream.heard(), since)).isEmpty();
                            for (Receiver receiver : receivers.values()) {
                                assertThat(truth.faultsOf(receiver.heard(), since))
                                        .as(receiver.heard().channel())
                                        .isEmpty();
                            }
                        });
                assertThat(stream.isResynced()).isFalse();
                assertThat(receivers)
                        .allSatisfy((habit, receiver) ->
                                assertThat(receiver.refused() > 0)
                                        .isEqualTo(habit != Habit.TAKES_ALL));
                report(load, begin, all, receivers, stream, broker, pull);
            } finally {
                receivers.values().forEach(Receiver::close);
            }
        }
    }

    private static void breakThings(ServiceProcess service, KafkaForTests kafka, Load load) {
        livesEnd(load, 20);
        kafka.stop();
        Instant back = Instant.now().plusSeconds(BROKER_AWAY_SECONDS);
        for (int kill = 0; kill < KILLS; kill++) {
            livesEnd(load, load.ended() + 30);
            service.kill();
            service.startAgain();
        }
        livesEnd(load, load.ended() + 30);
        Awaitility.await()
                .atMost(Duration.ofSeconds(BROKER_AWAY_SECONDS + 10L))
                .until(() -> Instant.now().isAfter(back));
        kafka.startAgain();
        livesEnd(load, load.ended() + 30);
        service.kill();
        service.startAgain();
        livesEnd(load, load.ended() + 30);
    }

    private static void livesEnd(Load load, int count) {
        Awaitility.await("that work goes on")
                .atMost(Duration.ofMinutes(2))
                .until(() -> load.ended() >= count);
    }

    private static Map<Habit, Receiver> receivers(Stubborn poster) {
        Map<Habit, Receiver> receivers = new EnumMap<>(Habit.class);
        for (Habit habit : Habit.values()) {
            Receiver receiver = new Receiver(habit);
            receivers.put(habit, receiver);
            poster.post("/api/webhooks", Map.of("url", receiver.url()), 201);
        }
        return receivers;
    }

    /** Endpoints and streams hear what happened after they were there: the first bounty and on. */
    private static Set<String> laterThanTheFirstBounty(Truth truth, Set<String> events) {
        List<String> order = List.copyOf(truth.all());
        String first =
                order.stream()
                        .filter(truth.eventsOf("bounty.")::contains)
                        .findFirst()
                        .orElseThrow();
        return Set.copyOf(
                order.subList(order.indexOf(first), order.size()).stream()
                        .filter(events::contains)
                        .toList());
    }

    static Map<String, String> environment(String database, String kafka) {
        Map<String, String> environment = new HashMap<>();
        environment.put("GUILDHALL_JDBC_URL", database);
        environment.put("GUILDHALL_DATA", "target/everything-is-heard");
        environment.put("GUILDHALL_KAFKA_BOOTSTRAP_SERVERS", kafka);
        environment.put("GUILDHALL_WEBHOOKS_ALLOW_PRIVATE_TARGETS", "true");
        environment.putAll(ServiceProcess.WITHOUT_LIMITS);
        return environment;
    }

    private static void report(
            Load load,
            Instant begin,
            Set<String> all,
            Map<Habit, Receiver> receivers,
            StreamEar stream,
            KafkaEar broker,
            PullEar pull) {
        System.out.printf(
                "%d lives, %d events in %d s; told with repetitions: stream %d, pull %d, Kafka"
                        + " %d%n",
                load.ended(),
                all.size(),
                Duration.between(begin, Instant.now()).toSeconds(),
                stream.heard().told(),
                pull.heard().told(),
                broker.heard().told());
        receivers.forEach((habit, receiver) ->
                System.out.printf(
                        "  webhook %s: %d, refused at first %d%n",
                        habit, receiver.heard().told(), receiver.refused()));
        new Row(
                        "F4 every channel",
                        "Kafka away for %d s, %d kills of the service, and one after"
                                .formatted(BROKER_AWAY_SECONDS, KILLS),
                        ("%d lives, %d events on the stream, pulled, on Kafka, at %d receivers;"
                                        + " 0 lost, invented or out of order")
                                .formatted(load.ended(), all.size(), receivers.size()),
                        "4 kills, 60 s; 0 lost, invented or out of order",
                        KILLS >= KILLS_IN_FULL && BROKER_AWAY_SECONDS >= SECONDS_IN_FULL)
                .tell();
    }
}
