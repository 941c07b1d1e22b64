package io.guildhall.application.access;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far those readers of the stream have come that are to hear of everything, one cursor for all
 * replicas. A reader that has none yet stands at the place 0, before everything.
 */
public interface StreamCursors {

    /**
     * A cursor that is this replica's to move, for a while.
     *
     * @param fence grows whenever the cursor is taken; who holds an older one has lost it
     */
    record Hold(String reader, long place, long fence) {}

    /** Where the reader is, whoever holds its cursor; empty when it has none. */
    OptionalLong placeOf(String reader);

    /**
     * Keeps the cursor from other replicas until the caller's unit of work ends, for readers whose
     * effects lie in that unit too. Empty when another replica keeps it.
     */
    OptionalLong lock(String reader);

    /** Moves a cursor that the caller's unit of work has locked. */
    void move(String reader, long place);

    /**
     * Takes the cursor for longer than a unit of work, for readers whose effects lie outside. Joins
     * the caller's unit of work.
     *
     * @param holder a name that no other replica has
     * @param until when others may take it, should this holder have died
     * @return empty while another holds it
     */
    Optional<Hold> take(String reader, String holder, Instant now, Instant until);

    /**
     * Moves a cursor on and keeps it longer. Joins the caller's unit of work.
     *
     * @return whether it was still held; if not, another replica goes on from where it stood
     */
    boolean advance(Hold hold, long place, Instant until);

    /** Lets others take it at once. Joins the caller's unit of work. */
    void release(Hold hold);
}
