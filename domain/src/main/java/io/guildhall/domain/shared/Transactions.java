package io.guildhall.domain.shared;

import java.util.function.Supplier;

/**
 * Runs a piece of work as one unit: all of it is kept or none.
 *
 * <p>Work started inside another unit joins it. {@link LostRace} undoes the outermost unit and runs
 * it again, three times in all, then refuses with {@link Busy}; the work must therefore be safe to
 * run again from its start. What a port changes may be sent together with what follows, so that it
 * is told of a lost race at the latest when the work has ended.
 */
public interface Transactions {

    int ATTEMPTS_MAX = 3;

    <T> T run(Supplier<T> work);

    default void run(Runnable work) {
        run(() -> {
            work.run();
            return true;
        });
    }
}
