package io.guildhall.bootstrap.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.bootstrap.work.Pace.Rest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final Pace pace = new Pace(Duration.ofSeconds(1), Duration.ofSeconds(5));

    @Test
    void afterAFullRoundThereIsNoPause() {
        assertThat(pace.afterRound(true)).isEqualTo(new Rest(Duration.ZERO, true));
    }

    @Test
    void afterARoundThatWasNotFullARingIsAwaited() {
        assertThat(pace.afterRound(false)).isEqualTo(new Rest(Duration.ofSeconds(1), true));
    }

    @Test
    void failuresPauseLongerAndLongerWhoeverRings() {
        assertThat(pace.afterFailure()).isEqualTo(new Rest(Duration.ofSeconds(1), false));
        assertThat(pace.afterFailure()).isEqualTo(new Rest(Duration.ofSeconds(2), false));
        assertThat(pace.afterFailure()).isEqualTo(new Rest(Duration.ofSeconds(4), false));
        assertThat(pace.afterFailure()).isEqualTo(new Rest(Duration.ofSeconds(5), false));
        assertThat(pace.afterFailure()).isEqualTo(new Rest(Duration.ofSeconds(5), false));
    }

    @Test
    void aRoundThatSucceedsForgetsTheFailuresBefore() {
        pace.afterFailure();
        pace.afterFailure();
        pace.afterRound(true);

        assertThat(pace.afterFailure()).isEqualTo(new Rest(Duration.ofSeconds(1), false));
    }
}
