package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every implementation of ClockOffset keeps. */
public abstract class ClockOffsetContract extends PortContract {

    @Test
    public void offsetIsTheSumOfWhatWasAdded() {
        Duration before = read();
        Duration exact = Duration.ofDays(366).plusNanos(1_000);

        unit(() -> ports().clockOffset().add(exact));
        unit(() -> ports().clockOffset().add(Duration.ofSeconds(1)));

        assertThat(read()).isEqualTo(before.plus(exact).plusSeconds(1));
    }

    @Test
    public void nothingIsAddedWhenTheUnitFails() {
        Duration before = read();

        assertThatThrownBy(() ->
                        unit(() -> {
                            ports().clockOffset().add(Duration.ofDays(1));
                            assertThat(read()).isEqualTo(before.plusDays(1));
                            throw new IllegalArgumentException("too late");
                        }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(read()).isEqualTo(before);
    }

    @Test
    public void thoseThatAddAtOnceHaveAllAdded() throws InterruptedException {
        Duration before = read();

        InParallel.run(
                4,
                _ -> {
                    for (int round = 0; round < 5; round++) {
                        unit(() -> ports().clockOffset().add(Duration.ofMinutes(1)));
                    }
                });

        assertThat(read()).isEqualTo(before.plusMinutes(20));
    }

    private Duration read() {
        return ports().clockOffset().read();
    }
}
