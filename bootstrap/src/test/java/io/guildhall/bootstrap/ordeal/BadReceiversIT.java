package io.guildhall.bootstrap.ordeal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.bootstrap.fault.Form;
import io.guildhall.bootstrap.fault.Heard;
import io.guildhall.bootstrap.fault.Receiver;
import io.guildhall.bootstrap.fault.Receiver.Habit;
import io.guildhall.bootstrap.fault.Row;
import io.guildhall.bootstrap.fault.ServiceProcess;
import io.guildhall.bootstrap.ordeal.BadReceiver.Manner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Receivers of webhooks hang, fail, drip and redirect; the others do not wait for them. */
@EnabledIfSystemProperty(named = Form.FULL, matches = "true", disabledReason = Form.TAKES_MINUTES)
class BadReceiversIT {

    private static final int LIVES = 300;

    /** What the compiler still has to do would be taken for somebody's wait. */
    private static final int TIMES_TO_BE_WARM = 4;

    private static final double SLOWER_MAX = 1.2;

    /**
     * It keeps two cores some 40% busy: nobody is to wait for others, but all do for a processor.
     */
    private static final Duration BETWEEN_LIVES =
            Duration.ofMillis(Long.getLong("faults.between-lives-millis", 200));

    @Test
    void othersHearAsSoonAsBeforeAndNobodyFollowsARedirect() {
        String database = DurablePostgres.forAll().freshDatabase();
        try (Receiver good = new Receiver(Habit.TAKES_ALL);
                Receiver elsewhere = new Receiver(Habit.TAKES_ALL)) {
            Map<String, String> environment = Market.environment("bad-receivers", database);
            environment.put("GUILDHALL_WEBHOOKS_ALLOW_PRIVATE_TARGETS", "true");
            List<BadReceiver> bad = new ArrayList<>();
            try (ServiceProcess service = ServiceProcess.start("bad-receivers", environment);
                    Market market = Market.open(BETWEEN_LIVES, service.base())) {
                market.poster().post("/api/webhooks", Map.of("url", good.url()), 201);
                for (int time = 0; time < TIMES_TO_BE_WARM; time++) {
                    market.load().liveOn(LIVES);
                }
                good.heard().forgetLatencies();
                market.load().liveOn(LIVES);
                long before = p99Micros(good.heard());
                for (Manner manner : Manner.values()) {
                    BadReceiver receiver = new BadReceiver(manner, elsewhere.url());
                    bad.add(receiver);
                    market.poster().post("/api/webhooks", Map.of("url", receiver.url()), 201);
                }
                market.load().liveOn(LIVES);
                good.heard().forgetLatencies();
                market.load().liveOn(LIVES);
                long meanwhile = p99Micros(good.heard());
                market.load().finish();

                List<String> faults = Books.faults(database, market.load().acknowledged());
                double slower = meanwhile / (double) before;
                long followed = elsewhere.heard().told();
                new Row(
                                "F5",
                                "five receivers that hang, answer 500, break off, drip and"
                                        + " redirect",
                                ("attempts at them %s, %d redirects followed; p99 of a good one %d"
                                                + " ms before, %d ms meanwhile: %.2f times; %d wrong")
                                        .formatted(
                                                bad.stream().map(BadReceiver::attempts).toList(),
                                                followed,
                                                before / 1_000,
                                                meanwhile / 1_000,
                                                slower,
                                                faults.size()),
                                "0 redirects followed, p99 of others ≤ 1.2 times",
                                faults.isEmpty() && followed == 0 && slower <= SLOWER_MAX)
                        .tell();
                assertThat(bad).allSatisfy(one -> assertThat(one.attempts()).isPositive());
                assertThat(followed).isZero();
                assertThat(faults).isEmpty();
            } finally {
                bad.forEach(BadReceiver::close);
            }
        }
    }

    private static long p99Micros(Heard heard) {
        long[] micros = heard.latenciesMicros();
        Arrays.sort(micros);
        assertThat(micros).hasSizeGreaterThan(LIVES);
        return micros[micros.length * 99 / 100];
    }
}
