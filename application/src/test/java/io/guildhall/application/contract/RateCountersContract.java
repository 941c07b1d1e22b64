package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.access.RateCounters.Counter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How every implementation of RateCounters adds up. */
public abstract class RateCountersContract extends PortContract {

    @Test
    public void countsOfAllReplicasAddUp() {
        Instant window = window();
        Counter reads = new Counter("operator:" + ids.next(), false);
        Counter writes = new Counter(reads.subject(), true);
        Counter others = new Counter("operator:" + ids.next(), false);

        assertThat(add(window, Map.of(reads, 3L, writes, 1L)))
                .isEqualTo(Map.of(reads, 3L, writes, 1L));
        assertThat(add(window, Map.of(reads, 4L, others, 9L)))
                .isEqualTo(Map.of(reads, 7L, others, 9L));
        assertThat(add(window, Map.of(writes, 1L))).isEqualTo(Map.of(writes, 2L));
    }

    @Test
    public void nextWindowBeginsWithNothing() {
        Instant window = window();
        Counter reads = new Counter("operator:" + ids.next(), false);
        add(window, Map.of(reads, 3L));

        assertThat(add(window.plus(Duration.ofMinutes(1)), Map.of(reads, 1L)))
                .isEqualTo(Map.of(reads, 1L));
    }

    @Test
    public void oldWindowsAreForgotten() {
        Instant window = window();
        Instant next = window.plus(Duration.ofMinutes(1));
        Counter reads = new Counter("operator:" + ids.next(), false);
        add(window, Map.of(reads, 3L));
        add(next, Map.of(reads, 5L));

        ports().rateCounters().forgetBefore(next);

        assertThat(add(window, Map.of(reads, 1L))).isEqualTo(Map.of(reads, 1L));
        assertThat(add(next, Map.of(reads, 1L))).isEqualTo(Map.of(reads, 6L));
    }

    @Test
    public void replicasThatAddAtOnceLoseNothing() throws InterruptedException {
        Instant window = window();
        Counter one = new Counter("operator:" + ids.next(), false);
        Counter other = new Counter("operator:" + ids.next(), true);

        InParallel.run(
                4,
                _ -> {
                    for (int round = 0; round < 10; round++) {
                        add(window, Map.of(one, 1L, other, 2L));
                    }
                });

        assertThat(add(window, Map.of(one, 1L, other, 1L))).isEqualTo(Map.of(one, 41L, other, 81L));
    }

    /** Called as the limiter calls it: outside any unit of work. */
    private Map<Counter, Long> add(Instant window, Map<Counter, Long> counted) {
        return ports().rateCounters().add(window, counted);
    }

    private Instant window() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }
}
