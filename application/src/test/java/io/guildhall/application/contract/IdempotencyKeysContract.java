package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.access.IdempotencyKeys;
import io.guildhall.application.access.IdempotencyKeys.Reservation;
import io.guildhall.application.access.IdempotencyKeys.Reservation.Answered;
import io.guildhall.application.access.IdempotencyKeys.Reservation.Fresh;
import io.guildhall.application.access.IdempotencyKeys.Reservation.UsedOtherwise;
import io.guildhall.application.access.IdempotencyKeys.Scope;
import io.guildhall.application.access.IdempotencyKeys.StoredAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of IdempotencyKeys remembers. */
public abstract class IdempotencyKeysContract extends PortContract {

    private static final String FINGERPRINT = "a1".repeat(32);
    private static final StoredAnswer ANSWER = new StoredAnswer(201, "{\"id\":\"zö\"}");

    @Test
    public void unknownKeyIsFresh() {
        assertThat(reserve(scope(), FINGERPRINT)).isEqualTo(new Fresh());
    }

    @Test
    public void answeredRequestGetsItsAnswerAgain() {
        Scope scope = scope();
        answer(scope, FINGERPRINT, ANSWER);

        assertThat(reserve(scope, FINGERPRINT)).isEqualTo(new Answered(ANSWER));
        assertThat(reserve(scope, FINGERPRINT)).isEqualTo(new Answered(ANSWER));
    }

    @Test
    public void keyOfAnotherRequestIsUsedOtherwise() {
        Scope scope = scope();
        answer(scope, FINGERPRINT, ANSWER);

        assertThat(reserve(scope, "b2".repeat(32))).isEqualTo(new UsedOtherwise());
        assertThat(reserve(scope, FINGERPRINT)).isEqualTo(new Answered(ANSWER));
    }

    @Test
    public void keyBelongsToItsCallerAndTarget() {
        Scope scope = scope();
        answer(scope, FINGERPRINT, ANSWER);

        assertThat(reserve(scope(), FINGERPRINT)).isEqualTo(new Fresh());
        assertThat(
                        reserve(
                                new Scope(scope.caller() + "x", scope.target(), scope.key()),
                                FINGERPRINT))
                .isEqualTo(new Fresh());
        assertThat(
                        reserve(
                                new Scope(scope.caller(), scope.target() + "/x", scope.key()),
                                FINGERPRINT))
                .isEqualTo(new Fresh());
    }

    @Test
    public void answerIsForgottenAfterADay() {
        Scope scope = scope();
        answer(scope, FINGERPRINT, ANSWER);

        clock.advance(IdempotencyKeys.KEPT.minusSeconds(1));
        assertThat(reserve(scope, FINGERPRINT)).isEqualTo(new Answered(ANSWER));

        clock.advance(Duration.ofSeconds(2));
        var another = new StoredAnswer(200, "{}");
        answer(scope, "b2".repeat(32), another);
        assertThat(reserve(scope, "b2".repeat(32))).isEqualTo(new Answered(another));
    }

    @Test
    public void failedRequestLeavesItsKeyFree() {
        Scope scope = scope();
        assertThatThrownBy(() ->
                        unit(() -> {
                            ports().idempotencyKeys().reserve(scope, FINGERPRINT, clock.instant());
                            ports().idempotencyKeys().answer(scope, ANSWER);
                            throw new IllegalArgumentException("refused");
                        }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(reserve(scope, "b2".repeat(32))).isEqualTo(new Fresh());
    }

    @Test
    public void onlyAReservedKeyIsAnswered() {
        Scope scope = scope();

        assertThatThrownBy(() -> unit(() -> ports().idempotencyKeys().answer(scope, ANSWER)))
                .isInstanceOf(RuntimeException.class);
        assertThat(reserve(scope, FINGERPRINT)).isEqualTo(new Fresh());
    }

    @Test
    public void requestsAtTheSameTimeAreDoneOnce() throws InterruptedException {
        Scope scope = scope();
        List<Reservation> reservations = Collections.synchronizedList(new ArrayList<>());

        InParallel.run(
                4,
                _ ->
                        reservations.add(
                                unit(() -> {
                                    Reservation reserved =
                                            ports().idempotencyKeys()
                                                    .reserve(scope, FINGERPRINT, clock.instant());
                                    if (reserved instanceof Fresh) {
                                        ports().idempotencyKeys().answer(scope, ANSWER);
                                    }
                                    return reserved;
                                })));

        assertThat(reservations)
                .containsExactlyInAnyOrder(
                        new Fresh(),
                        new Answered(ANSWER),
                        new Answered(ANSWER),
                        new Answered(ANSWER));
    }

    @Test
    public void oldAnswersAreForgottenAFewAtATime() {
        List<Scope> old = List.of(scope(), scope(), scope());
        old.forEach(scope -> answer(scope, FINGERPRINT, ANSWER));
        Instant time = clock.advance(Duration.ofMinutes(1));
        Scope young = scope();
        answer(young, FINGERPRINT, ANSWER);

        assertThat(unit(() -> ports().idempotencyKeys().forgetBefore(time, 2))).isEqualTo(2);
        while (unit(() -> ports().idempotencyKeys().forgetBefore(time, 2)) > 0) {
            // There was more.
        }

        old.forEach(scope -> assertThat(reserve(scope, FINGERPRINT)).isEqualTo(new Fresh()));
        assertThat(reserve(young, FINGERPRINT)).isEqualTo(new Answered(ANSWER));
    }

    private Scope scope() {
        return new Scope("operator:" + ids.next(), "POST /bounties", "key-1");
    }

    private Reservation reserve(Scope scope, String fingerprint) {
        try {
            return unit(() -> {
                throw new Seen(
                        ports().idempotencyKeys().reserve(scope, fingerprint, clock.instant()));
            });
        } catch (Seen seen) {
            return seen.reservation;
        }
    }

    private void answer(Scope scope, String fingerprint, StoredAnswer answer) {
        unit(() -> {
            assertThat(ports().idempotencyKeys().reserve(scope, fingerprint, clock.instant()))
                    .isEqualTo(new Fresh());
            ports().idempotencyKeys().answer(scope, answer);
        });
    }

    /** Undoes the reservation, so that a look at a key leaves no trace. */
    private static final class Seen extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Reservation reservation;

        Seen(Reservation reservation) {
            this.reservation = reservation;
        }
    }
}
