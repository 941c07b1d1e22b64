package io.guildhall.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

    private static final BackOff BACK_OFF =
            new BackOff(Duration.ofSeconds(5), Duration.ofMinutes(1));

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 10", "3, 20", "4, 40", "5, 60", "6, 60"})
    void eachWaitIsTwiceTheOneBeforeUpToTheLongest(int failures, int seconds) {
        assertThat(BACK_OFF.after(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void whatHasFailedForeverStillWaitsForTheLongest() {
        assertThat(BACK_OFF.after(64)).isEqualTo(Duration.ofMinutes(1));
        assertThat(BACK_OFF.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void whatHasNotFailedWaitsAsAfterItsFirstFailure() {
        assertThat(BACK_OFF.after(0)).isEqualTo(Duration.ofSeconds(5));
    }
}
