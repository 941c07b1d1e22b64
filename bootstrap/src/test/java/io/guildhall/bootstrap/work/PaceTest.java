package io.guildhall.bootstrap.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.bootstrap.work.Pace.Rest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration LEAST = Duration.ofMillis(25);

    private final Pace pace = new Pace(LEAST, Duration.ofSeconds(1), Duration.ofSeconds(5));

    @Test
    void afterAFullRoundThereIsNoPause() {
        assertThat(pace.afterRound(true)).isEqualTo(new Rest(Duration.ZERO, Duration.ZERO));
    }

    @Test
    void afterARoundThatWasNotFullARingIsAwaitedOnceTheLeastPauseIsOver() {
        assertThat(pace.afterRound(false)).isEqualTo(new Rest(LEAST, Duration.ofSeconds(1)));
    }

    @Test
    void failuresPauseLongerAndLongerWhoeverRings() {
        assertThat(pace.afterFailure()).isEqualTo(wholly(1));
        assertThat(pace.afterFailure()).isEqualTo(wholly(2));
        assertThat(pace.afterFailure()).isEqualTo(wholly(4));
        assertThat(pace.afterFailure()).isEqualTo(wholly(5));
        assertThat(pace.afterFailure()).isEqualTo(wholly(5));
    }

    @Test
    void aRoundThatSucceedsForgetsTheFailuresBefore() {
        pace.afterFailure();
        pace.afterFailure();
        pace.afterRound(true);

        assertThat(pace.afterFailure()).isEqualTo(wholly(1));
    }

    private static Rest wholly(int seconds) {
        Duration pause = Duration.ofSeconds(seconds);
        return new Rest(pause, pause);
    }
}
