package io.guildhall.rest.openbounty.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The readers on one event loop. Only {@link #wake} may be called from anywhere; all else happens
 * on the loop, so that nothing of it is ever locked.
 */
final class LoopReaders {

    /** So many are told in one turn; then the loop is somebody else's for a moment. */
    private static final int TURN = 100;

    private final Executor loop;
    private final Duration heartbeat;
    private final Duration patience;
    private final List<Reader> readers = new ArrayList<>();
    private final AtomicBoolean woken = new AtomicBoolean();

    private int next = -1;
    private boolean onceMore;

    LoopReaders(Executor loop, Duration heartbeat, Duration patience) {
        this.loop = loop;
        this.heartbeat = heartbeat;
        this.patience = patience;
    }

    Executor loop() {
        return loop;
    }

    void add(Reader reader) {
        readers.add(reader);
    }

    void remove(Reader reader) {
        reader.leave();
        int at = readers.indexOf(reader);
        if (at >= 0) {
            // The round goes down from the end, so whoever takes its place was told already.
            Reader end = readers.removeLast();
            if (end != reader) {
                readers.set(at, end);
            }
        }
    }

    /** Something is new; any number of calls before the loop comes to it are one. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            loop.execute(this::beginRound);
        }
    }

    /**
     * What time brings: signs of life, and the end of readers that take nothing.
     *
     * @return those who are to be looked at again: whether they may still listen
     */
    List<Reader> tick(Instant now) {
        Instant longAgo = now.minus(patience);
        List<Reader> due = new ArrayList<>();
        for (int at = readers.size() - 1; at >= 0; at--) {
            Reader reader = readers.get(at);
            reader.givesUpIfFullSince(longAgo, now);
            if (reader.beatsIfDue(now, heartbeat)) {
                due.add(reader);
            }
        }
        return due;
    }

    void endAll() {
        // Ending one may remove it at once.
        List.copyOf(readers).forEach(Reader::end);
    }

    private void beginRound() {
        woken.set(false);
        if (next >= 0) {
            onceMore = true;
            return;
        }
        next = readers.size() - 1;
        goOn();
    }

    private void goOn() {
        for (int told = 0; told < TURN && next >= 0; told++, next--) {
            next = Math.min(next, readers.size() - 1);
            if (next >= 0) {
                readers.get(next).advance();
            }
        }
        if (next >= 0) {
            loop.execute(this::goOn);
        } else if (onceMore) {
            onceMore = false;
            loop.execute(this::beginRound);
        }
    }
}
