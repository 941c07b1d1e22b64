package io.guildhall.application.access;

import io.guildhall.application.access.IdempotencyKeys.Reservation.Answered;
import io.guildhall.application.access.IdempotencyKeys.Reservation.Fresh;
import io.guildhall.application.access.IdempotencyKeys.Reservation.StillRunning;
import io.guildhall.application.access.IdempotencyKeys.Reservation.UsedOtherwise;
import io.guildhall.application.access.IdempotencyKeys.Scope;
import io.guildhall.application.access.IdempotencyKeys.StoredAnswer;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Transactions;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Does a write once for its key. Reservation, effect and answer are one unit of work: after a crash
 * either all are there or none, and a refusal leaves the key free.
 */
public final class OnceOnly {

    private final Transactions transactions;
    private final IdempotencyKeys keys;
    private final InstantSource clock;

    public OnceOnly(Transactions transactions, IdempotencyKeys keys, InstantSource clock) {
        this.transactions = transactions;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * @param body what the caller gets now
     * @param stored what it gets when it asks again: the same without one-time secrets
     */
    public record Answer(int status, String body, String stored, boolean replayed) {}

    /**
     * Whether the write was answered before, so that {@link #answer} will only repeat it: for those
     * who have to ask somebody outside first. Changes nothing.
     */
    public boolean isAnswered(Scope scope, String fingerprint) {
        try {
            return transactions.run(() -> {
                if (keys.reserve(scope, fingerprint, clock.instant()) instanceof Answered) {
                    return true;
                }
                throw new NotReserved();
            });
        } catch (NotReserved _) {
            return false;
        }
    }

    /** Undoes a reservation that nobody makes use of. */
    private static final class NotReserved extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotReserved() {
            super("The key was only looked at", null, false, false);
        }
    }

    public Answer answer(Scope scope, String fingerprint, Supplier<Answer> write) {
        return transactions.run(() ->
                switch (keys.reserve(scope, fingerprint, clock.instant())) {
                    case Fresh _ -> {
                        Answer answer = write.get();
                        keys.answer(scope, new StoredAnswer(answer.status(), answer.stored()));
                        yield answer;
                    }
                    case Answered(var answer) ->
                            new Answer(answer.status(), answer.body(), answer.body(), true);
                    case UsedOtherwise _ ->
                            throw new RefusedException(new AccessError.IdempotencyKeyReused());
                    case StillRunning _ ->
                            throw new RefusedException(new AccessError.RequestStillRunning());
                });
    }
}
