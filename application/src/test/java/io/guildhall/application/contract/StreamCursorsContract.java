package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.access.StreamCursors;
import io.guildhall.application.access.StreamCursors.Hold;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of StreamCursors keeps. */
public abstract class StreamCursorsContract extends PortContract {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final String ONE = "replica one";
    private static final String OTHER = "replica two";

    private final String reader = "reader " + ids.next();

    @Test
    public void aReaderThatHasNoCursorYetBeginsBeforeEverything() {
        assertThat(cursors().placeOf(reader)).isEmpty();

        assertThat(unit(() -> cursors().lock(reader))).hasValue(0);
        assertThat(cursors().placeOf(reader)).hasValue(0);
    }

    @Test
    public void whatIsMovedInAUnitOfWorkIsThereForTheNext() {
        unit(() -> {
            cursors().lock(reader);
            cursors().move(reader, 7);
        });

        assertThat(unit(() -> cursors().lock(reader))).hasValue(7);
        assertThat(cursors().placeOf(reader)).hasValue(7);
    }

    @Test
    public void aFailedUnitMovesNothing() {
        unit(() -> {
            cursors().lock(reader);
            cursors().move(reader, 7);
        });

        assertThatThrownBy(() ->
                        unit(() -> {
                            cursors().lock(reader);
                            cursors().move(reader, 8);
                            throw new IllegalArgumentException("too late");
                        }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(cursors().placeOf(reader)).hasValue(7);
    }

    @Test
    public void readersDoNotMoveEachOther() {
        String another = "reader " + ids.next();
        Hold hold = take(reader, ONE).orElseThrow();
        assertThat(take(another, OTHER)).isPresent();

        advance(hold, 7);

        assertThat(cursors().placeOf(reader)).hasValue(7);
        assertThat(cursors().placeOf(another)).hasValue(0);
    }

    @Test
    public void aCursorThatIsHeldIsNotTakenByAnother() {
        assertThat(take(reader, ONE)).isPresent();

        clock.advance(LEASE.minusMillis(1));

        assertThat(take(reader, OTHER)).isEmpty();
    }

    @Test
    public void itIsTakenByAnotherWhenItsTimeIsOver() {
        Hold lost = take(reader, ONE).orElseThrow();
        advance(lost, 7);

        clock.advance(LEASE);
        Hold taken = take(reader, OTHER).orElseThrow();

        assertThat(taken.place()).isEqualTo(7);
        assertThat(taken.fence()).isGreaterThan(lost.fence());
    }

    @Test
    public void whoHasLostItMovesNothingAnyMore() {
        Hold lost = take(reader, ONE).orElseThrow();
        clock.advance(LEASE);
        Hold taken = take(reader, OTHER).orElseThrow();

        assertThat(advance(lost, 9)).isFalse();
        unit(() -> cursors().release(lost));

        assertThat(cursors().placeOf(reader)).hasValue(0);
        assertThat(take(reader, ONE)).isEmpty();
        assertThat(advance(taken, 3)).isTrue();
        assertThat(cursors().placeOf(reader)).hasValue(3);
    }

    @Test
    public void movingItOnKeepsItLonger() {
        Hold hold = take(reader, ONE).orElseThrow();
        clock.advance(LEASE.minusMillis(1));
        advance(hold, 3);

        clock.advance(LEASE.minusMillis(1));

        assertThat(take(reader, OTHER)).isEmpty();
        assertThat(advance(hold, 5)).isTrue();
    }

    @Test
    public void whatIsReleasedIsFreeAtOnceAndNoLongerTheHoldersToMove() {
        Hold hold = take(reader, ONE).orElseThrow();
        advance(hold, 3);
        unit(() -> cursors().release(hold));

        assertThat(advance(hold, 9)).isFalse();
        Hold taken = take(reader, OTHER).orElseThrow();

        assertThat(taken.place()).isEqualTo(3);
        assertThat(taken.fence()).isGreaterThan(hold.fence());
    }

    @Test
    public void aHolderThatTakesItAgainLosesWhatItHeldBefore() {
        Hold before = take(reader, ONE).orElseThrow();

        Hold again = take(reader, ONE).orElseThrow();

        assertThat(again.fence()).isGreaterThan(before.fence());
        assertThat(advance(before, 4)).isFalse();
        assertThat(advance(again, 4)).isTrue();
    }

    private StreamCursors cursors() {
        return ports().streamCursors();
    }

    private Optional<Hold> take(String name, String holder) {
        Instant now = clock.instant();
        return unit(() -> cursors().take(name, holder, now, now.plus(LEASE)));
    }

    private boolean advance(Hold hold, long place) {
        return unit(() -> cursors().advance(hold, place, clock.instant().plus(LEASE)));
    }
}
