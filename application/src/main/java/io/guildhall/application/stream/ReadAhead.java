package io.guildhall.application.stream;

import io.guildhall.application.access.EventStream;
import io.guildhall.application.access.EventStream.Placed;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The stream behind a place, batch after batch: while one is worked on the next is being read. */
final class ReadAhead {

    private final EventStream stream;
    private final int atOnce;
    private CompletableFuture<List<Placed>> next;

    ReadAhead(EventStream stream, long behind, int atOnce) {
        this.stream = stream;
        this.atOnce = atOnce;
        this.next = read(behind);
    }

    /** Empty when nothing was left to read; then nothing will come after it. */
    List<Placed> next() {
        List<Placed> events = join(next);
        if (!events.isEmpty()) {
            next = read(events.getLast().place());
        }
        return events;
    }

    private CompletableFuture<List<Placed>> read(long behind) {
        return CompletableFuture.supplyAsync(
                () -> stream.after(behind, atOnce), Thread::startVirtualThread);
    }

    private static List<Placed> join(CompletableFuture<List<Placed>> reading) {
        try {
            return reading.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw e;
        }
    }
}
