package io.guildhall.application.access;

import io.guildhall.domain.shared.EventLog.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * All events that were committed, in one order that is the same for every reader.
 *
 * <p>Units of work commit in another order than they publish, so an event gets its place only after
 * its own unit was committed, and behind all that have one: whoever has read up to a place never
 * misses what comes to stand before it. Events of one aggregate get their places in the order in
 * which they happened.
 */
public interface EventStream {

    /**
     * @param place counted from 1, without gaps
     */
    record Placed(long place, Recorded recorded) {}

    /**
     * Which places can be read.
     *
     * @param first the earliest that is still kept; one more than {@code last} when none is
     * @param last 0 before anything has happened
     */
    record Extent(long first, long last) {}

    /** What can be said of an event: it never was, waits for its place, has it, or had it once. */
    enum Standing {
        UNKNOWN,
        WAITING,
        PLACED,
        FORGOTTEN
    }

    /**
     * Gives committed events that have no place yet theirs. Joins the caller's unit of work; while
     * another replica does the same it waits.
     *
     * @param now by the system's clock; see {@link #forgetPlacedBefore}
     * @return how many got one; as many as {@code limit} means that more may be waiting
     */
    int place(int limit, Instant now);

    /** Those behind a place, in their order. */
    List<Placed> after(long place, int limit);

    Extent extent();

    /** Empty when the event has no place yet, has it no longer, or never was. */
    OptionalLong placeOf(UUID event);

    /** Where an event stands, also when it has no place. */
    Standing standing(UUID event);

    /**
     * Gives up the earliest places, of events that keep their story; they cannot be read here any
     * more. Joins the caller's unit of work.
     *
     * @param upTo the last that may be given up
     * @return how many were; as many as {@code limit} means that more may be
     */
    int forgetPlacedBefore(Instant at, long upTo, int limit);
}
