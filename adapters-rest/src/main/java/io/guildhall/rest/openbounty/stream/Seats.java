package io.guildhall.rest.openbounty.stream;

import io.guildhall.application.access.StreamLimits;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.rest.problem.Fault;
import io.guildhall.rest.problem.Problem;
import io.guildhall.rest.problem.ProblemException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** How many readers there are, of whom, and how many there may be. */
final class Seats {

    private static final String RETRY_AFTER_SECONDS = "10";

    private final StreamLimits limits;
    private final AtomicInteger taken = new AtomicInteger();
    private final ConcurrentHashMap<OperatorId, Integer> takenBy = new ConcurrentHashMap<>();

    Seats(StreamLimits limits) {
        this.limits = limits;
    }

    int taken() {
        return taken.get();
    }

    /**
     * Takes one for an operator.
     *
     * @return gives it back; a second call does nothing
     * @throws ProblemException when there is none
     */
    Runnable take(OperatorId operator) {
        if (taken.incrementAndGet() > limits.readersMax()) {
            taken.decrementAndGet();
            throw new ProblemException(full());
        }
        if (takenBy.merge(operator, 1, Integer::sum) > limits.readersPerOperatorMax()) {
            giveBack(operator);
            throw new ProblemException(tooMany());
        }
        AtomicBoolean given = new AtomicBoolean();
        return () -> {
            if (given.compareAndSet(false, true)) {
                giveBack(operator);
            }
        };
    }

    private void giveBack(OperatorId operator) {
        takenBy.computeIfPresent(operator, (_, count) -> count == 1 ? null : count - 1);
        taken.decrementAndGet();
    }

    private static Problem full() {
        return Problem.of(
                        Fault.UNAVAILABLE,
                        "There are as many open streams here as there may be; try again in "
                                + RETRY_AFTER_SECONDS
                                + " s, or read GET /api/events meanwhile")
                .with("Retry-After", RETRY_AFTER_SECONDS);
    }

    private Problem tooMany() {
        return Problem.of(
                        Fault.RATE_LIMITED,
                        "You and your agents have "
                                + limits.readersPerOperatorMax()
                                + " streams open, which is as many as there may be of one operator;"
                                + " close some")
                .with("Retry-After", RETRY_AFTER_SECONDS);
    }
}
