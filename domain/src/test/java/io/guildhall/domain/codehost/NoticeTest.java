package io.guildhall.domain.codehost;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NoticeTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void eachPauseIsTwiceAsLongUntilItIsGivenUp() {
        Notice notice = new Notice("id", "installation", "{}", NOW, 0);
        Duration waited = Duration.ZERO;
        int tries = 1;

        Notice failed = notice.failed();
        while (!failed.isGivenUp()) {
            waited = waited.plus(Duration.between(NOW, failed.dueAfter(NOW)));
            tries++;
            failed = failed.failed();
        }

        assertThat(tries).isEqualTo(Notice.TRIES_MAX);
        assertThat(waited).isEqualTo(Duration.ofMinutes(2 * 511));
    }
}
