package io.guildhall.application.shared;

import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Transactions;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does what waits, each in a unit of work of its own. A crash in between repeats the one; one over
 * which we trip is undone and handed on, and holds up no other.
 *
 * @param <T> what waits
 */
public final class OneByOne<T> {

    private final Transactions transactions;
    private final Supplier<Optional<T>> next;
    private final Work<T> work;
    private final Failures<T> failures;

    @FunctionalInterface
    public interface Work<T> {
        void on(T one);
    }

    /**
     * Is told of what nobody foresaw, outside of any unit of work, and sees to it that another is
     * next.
     */
    @FunctionalInterface
    public interface Failures<T> {
        void of(T one, RuntimeException failure);
    }

    /**
     * @param next takes up one, inside a unit of work
     */
    public OneByOne(
            Transactions transactions,
            Supplier<Optional<T>> next,
            Work<T> work,
            Failures<T> failures) {
        this.transactions = transactions;
        this.next = next;
        this.work = work;
        this.failures = failures;
    }

    /**
     * @return how many were taken up; as many as {@code limit} means that more may wait
     */
    public int handle(int limit) {
        int taken = 0;
        while (taken < limit && handleNext()) {
            taken++;
        }
        return taken;
    }

    /**
     * @return whether there was one
     */
    private boolean handleNext() {
        AtomicReference<@Nullable T> tried = new AtomicReference<>();
        try {
            return transactions.run(() -> {
                // The unit of work may have been run before, with another.
                tried.set(null);
                Optional<T> one = next.get();
                tried.set(one.orElse(null));
                one.ifPresent(work::on);
                return one.isPresent();
            });
        } catch (RefusedException outage) {
            // The database is away, which is no fault of the one.
            throw outage;
        } catch (RuntimeException failure) {
            T failed = tried.get();
            if (failed == null) {
                throw failure;
            }
            failures.of(failed, failure);
            return true;
        }
    }
}
