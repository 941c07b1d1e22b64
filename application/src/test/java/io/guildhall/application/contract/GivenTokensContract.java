package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of GivenTokens knows. */
public abstract class GivenTokensContract extends PortContract {

    private static final int MANY = 1_000;

    private long repository;
    private long other;

    @BeforeEach
    public void numbers() {
        repository = ids.next().getLeastSignificantBits() >>> 1;
        other = ids.next().getLeastSignificantBits() >>> 1;
    }

    @Test
    public void tokenIsKnownToBeGivenForItsRepository() {
        assertThat(existFor(repository)).isFalse();

        add(repository, clock.instant());
        add(repository, clock.instant());

        assertThat(existFor(repository)).isTrue();
        assertThat(existFor(other)).isFalse();
    }

    @Test
    public void whatWasGivenLongAgoIsForgottenAndTheLatestCounts() {
        Instant first = clock.instant();
        Instant second = first.plus(Duration.ofHours(1));
        add(repository, first);
        add(other, second);
        add(other, first);

        unit(() -> ports().givenTokens().forgetBefore(first, MANY));
        assertThat(existFor(repository)).isTrue();

        unit(() -> ports().givenTokens().forgetBefore(second, MANY));
        assertThat(existFor(repository)).isFalse();
        assertThat(existFor(other)).isTrue();
    }

    @Test
    public void onlySoManyAreForgottenAtOnce() {
        Instant old = clock.instant().minus(Duration.ofDays(1_000));
        unit(() -> ports().givenTokens().forgetBefore(old.plusSeconds(1), MANY));
        add(repository, old);
        add(other, old);

        int forgotten = unit(() -> ports().givenTokens().forgetBefore(old.plusSeconds(1), 1));

        assertThat(forgotten).isEqualTo(1);
        assertThat(existFor(repository)).isNotEqualTo(existFor(other));
    }

    private void add(long number, Instant givenAt) {
        unit(() -> ports().givenTokens().add(number, givenAt));
    }

    private boolean existFor(long number) {
        return unit(() -> ports().givenTokens().existFor(number));
    }
}
