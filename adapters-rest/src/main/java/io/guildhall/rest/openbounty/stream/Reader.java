package io.guildhall.rest.openbounty.stream;

import io.guildhall.rest.gate.Pass;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One open stream: a place among all events, and the connection on which what follows is told. It
 * belongs to one event loop, on which alone it is touched.
 */
final class Reader {

    private static final int BATCH_BYTES = 16 << 10;

    private final Pass pass;
    private final Hearing hearing;
    private final Outlet outlet;
    private final RecentEvents recent;

    private boolean live;
    private boolean over;
    private long place;
    private long told;
    private Instant nextBeat;
    private @Nullable Instant fullSince;
    private @Nullable CompletableFuture<Boolean> awaitingRoom;

    /**
     * @param firstBeat differs from reader to reader, so that they do not all beat at once
     */
    Reader(Pass pass, Hearing hearing, Outlet outlet, RecentEvents recent, Instant firstBeat) {
        this.pass = pass;
        this.hearing = hearing;
        this.outlet = outlet;
        this.recent = recent;
        this.nextBeat = firstBeat;
    }

    Pass pass() {
        return pass;
    }

    Hearing hearing() {
        return hearing;
    }

    boolean isOver() {
        return over;
    }

    /**
     * Writes what comes before all events.
     *
     * @param knows the place that it would come back with if the connection broke off now
     */
    void greet(List<Buffer> texts, long knows) {
        told = knows;
        outlet.write(texts);
    }

    /**
     * Goes on with what is kept in memory.
     *
     * @return false when what follows that place is not there any more
     */
    boolean goLive(long from) {
        if (!recent.goesOnBehind(from)) {
            return false;
        }
        place = from;
        live = true;
        advance();
        return true;
    }

    /** Says that events were lost to it, and goes on with what comes from now on. */
    void resync(Instant now) {
        long head = recent.last();
        outlet.write(List.of(StreamTexts.resync(head, now)));
        told = head;
        goLive(head);
    }

    /** Tells all that is new, or as much of it as the connection takes. */
    void advance() {
        while (live && !over && place < recent.last() && !outlet.isFull()) {
            List<Buffer> texts = nextTexts();
            if (!texts.isEmpty() && !over) {
                outlet.write(texts);
            }
        }
    }

    /**
     * Tells what was read for it elsewhere.
     *
     * @param goOn is told once there is room for more, or that there is nobody to go on for
     */
    void tell(List<Buffer> texts, long upTo, CompletableFuture<Boolean> goOn) {
        if (over) {
            goOn.complete(false);
            return;
        }
        place = upTo;
        if (!texts.isEmpty()) {
            outlet.write(texts);
        }
        if (outlet.isFull()) {
            awaitingRoom = goOn;
        } else {
            goOn.complete(true);
        }
    }

    /** The connection takes more. */
    void hasRoom() {
        fullSince = null;
        answerRoom(true);
        advance();
    }

    /** A connection that has taken nothing for longer than that is given up. */
    void givesUpIfFullSince(Instant longAgo, Instant now) {
        if (over || !outlet.isFull()) {
            fullSince = null;
        } else if (fullSince == null) {
            fullSince = now;
        } else if (fullSince.isBefore(longAgo)) {
            cut();
        }
    }

    /** Whether it was time for a sign of life. */
    boolean beatsIfDue(Instant now, Duration heartbeat) {
        if (over || nextBeat.isAfter(now)) {
            return false;
        }
        nextBeat = now.plus(heartbeat);
        if (!outlet.isFull()) {
            beat();
        }
        return true;
    }

    /** It also says how far the reader has come, if it was not told of the last events. */
    private void beat() {
        if (place > told) {
            told = place;
            outlet.write(List.of(StreamTexts.position(place)));
        } else {
            outlet.write(List.of(StreamTexts.SIGN_OF_LIFE));
        }
    }

    /** Whoever does not read what was written would not read the end either. */
    void end() {
        leave();
        if (outlet.isFull()) {
            outlet.cut();
        } else {
            outlet.end();
        }
    }

    void cut() {
        leave();
        outlet.cut();
    }

    /** Its connection is gone, or will be. */
    void leave() {
        over = true;
        answerRoom(false);
    }

    private List<Buffer> nextTexts() {
        List<Buffer> texts = new ArrayList<>();
        int bytes = 0;
        while (bytes < BATCH_BYTES && place < recent.last()) {
            StreamedEvent next = recent.at(place + 1);
            if (next == null) {
                // It fell so far behind that it must come again and be read to from the database.
                cut();
                return List.of();
            }
            place++;
            if (hearing.hears(next)) {
                told = place;
                texts.add(next.text());
                bytes += next.text().length();
            }
        }
        return texts;
    }

    private void answerRoom(boolean goOn) {
        CompletableFuture<Boolean> waiting = awaitingRoom;
        if (waiting != null) {
            awaitingRoom = null;
            waiting.complete(goOn);
        }
    }
}
