package io.guildhall.github;

import io.guildhall.domain.codehost.GithubUnavailable;
import io.guildhall.domain.shared.BackOff;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Leaves GitHub alone after an outage, twice as long each time until it answers again: many who ask
 * would otherwise each wait for an answer that does not come, and be one load more on who is down.
 */
final class Restraint {

    private static final BackOff BACK_OFF =
            new BackOff(Duration.ofSeconds(2), Duration.ofSeconds(64));

    private final InstantSource clock;
    private int failures;
    private Instant quietUntil = Instant.EPOCH;

    Restraint(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * @throws RefusedException with {@link GithubUnavailable} and a time, also without asking
     */
    <T> T ask(Supplier<T> question) {
        refuseWhileQuiet();
        T answer;
        try {
            answer = question.get();
        } catch (RefusedException refused) {
            if (refused.error() instanceof GithubUnavailable(var reason, var retryAfter)
                    && retryAfter == null) {
                throw GithubHttp.unavailable(reason, failed());
            }
            throw refused;
        }
        answered();
        return answer;
    }

    private synchronized void refuseWhileQuiet() {
        Duration left = Duration.between(clock.instant(), quietUntil);
        if (left.isPositive()) {
            throw GithubHttp.unavailable("it did not answer a moment ago", left);
        }
    }

    private synchronized Duration failed() {
        failures++;
        Duration pause = BACK_OFF.after(failures);
        quietUntil = clock.instant().plus(pause);
        return pause;
    }

    private synchronized void answered() {
        failures = 0;
    }
}
