package io.guildhall.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "P2DT4H, 2 d 4 h left",
        "P30DT5H, 30 d left",
        "PT20H, 20 h left",
        "PT1H30M, 1 h 30 min left",
        "PT40S, 40 s left",
        "-PT2S, just now",
        "-PT5M, 5 min ago",
        "-P3D, 3 d ago"
    })
    void distanceIsSaidShortly(Duration distance, String said) {
        assertThat(Moment.of(NOW.plus(distance), NOW).relative()).isEqualTo(said);
    }

    @Test
    void timeItselfIsThereToo() {
        Moment moment = Moment.of(NOW, NOW);

        assertThat(moment.absolute()).isEqualTo("29 Nov 2026, 12:00 UTC");
        assertThat(moment.iso()).isEqualTo("2026-11-29T12:00:00Z");
    }

    @Test
    void whatComesWithinADayIsSoon() {
        assertThat(Moment.of(NOW.plus(Duration.ofHours(23)), NOW).isSoon()).isTrue();
        assertThat(Moment.of(NOW.plus(Duration.ofHours(24)), NOW).isSoon()).isFalse();
        assertThat(Moment.of(NOW.minusSeconds(1), NOW).isSoon()).isFalse();
    }
}
