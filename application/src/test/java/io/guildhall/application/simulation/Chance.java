package io.guildhall.application.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Everything that is left to chance, and decided by one seed. */
public final class Chance {

    private final Random random;

    public Chance(long seed) {
        // A small seed's first numbers resemble its neighbours'.
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    public boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Both ends included. */
    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    public Duration hours(int least, int most) {
        return Duration.ofHours(between(least, most));
    }

    public <T> T oneOf(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** Later ones more often: old affairs are mostly over. */
    public <T> Optional<T> recentOf(List<T> some) {
        if (some.isEmpty()) {
            return Optional.empty();
        }
        int back = Math.min(random.nextInt(some.size()), random.nextInt(some.size()));
        return Optional.of(some.get(some.size() - 1 - back));
    }
}
