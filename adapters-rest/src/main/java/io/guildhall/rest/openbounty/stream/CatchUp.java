package io.guildhall.rest.openbounty.stream;

import io.guildhall.application.access.EventStream;
import io.guildhall.application.access.EventStream.Placed;
import io.guildhall.application.notification.Addressed;
import io.guildhall.application.notification.Audiences;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Reads to a reader from the database what it missed, page by page, until it may go on with what is
 * in memory. A slow reader keeps nobody else from it: it holds a turn only while its page is read.
 */
@Singleton
final class CatchUp {

    private static final Logger LOG = Logger.getLogger(CatchUp.class);

    private static final int PAGE = 100;
    private static final int PAGES_AT_ONCE = 4;

    private final EventStream stream;
    private final Audiences audiences;
    private final InstantSource clock;
    private final ExecutorService virtualThreads;
    private final Semaphore turns = new Semaphore(PAGES_AT_ONCE, true);

    CatchUp(
            EventStream stream,
            Audiences audiences,
            InstantSource clock,
            @VirtualThreads ExecutorService virtualThreads) {
        this.stream = stream;
        this.audiences = audiences;
        this.clock = clock;
        this.virtualThreads = virtualThreads;
    }

    void begin(Reader reader, long behind, Executor loop) {
        virtualThreads.execute(() -> {
            try {
                readTo(reader, behind, loop);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.warnf("What a reader of the stream missed could not be read: %s", e);
                // It comes again, and by then perhaps the database does too.
                loop.execute(reader::end);
            }
        });
    }

    private void readTo(Reader reader, long behind, Executor loop) throws InterruptedException {
        long place = behind;
        while (true) {
            long reached = place;
            if (CompletableFuture.supplyAsync(() -> reader.isOver() || reader.goLive(reached), loop)
                    .join()) {
                return;
            }
            List<Placed> page = page(place);
            if (page.isEmpty() || page.getFirst().place() != place + 1) {
                loop.execute(() -> reader.resync(clock.instant()));
                return;
            }
            Piece piece = piece(reader.hearing(), page);
            place = piece.upTo();
            CompletableFuture<Boolean> goOn = new CompletableFuture<>();
            loop.execute(() -> reader.tell(piece.texts(), piece.upTo(), goOn));
            if (!goOn.join()) {
                return;
            }
        }
    }

    private record Piece(List<Buffer> texts, long upTo) {}

    /**
     * No more of a page than a connection should hold: the rest is read again when there is room,
     * so that no slow reader keeps whole pages in memory.
     */
    private Piece piece(Hearing hearing, List<Placed> page) {
        List<Buffer> texts = new ArrayList<>();
        int bytes = 0;
        long upTo = page.getFirst().place() - 1;
        for (Addressed addressed : audiences.of(page)) {
            if (bytes >= HttpOutlet.QUEUE_BYTES_MAX) {
                break;
            }
            upTo = addressed.placed().place();
            if (mayHear(hearing, addressed)) {
                StreamedEvent event = StreamedEvent.of(addressed);
                if (hearing.hears(event)) {
                    texts.add(event.text());
                    bytes += event.text().length();
                }
            }
        }
        return new Piece(texts, upTo);
    }

    private List<Placed> page(long behind) throws InterruptedException {
        turns.acquire();
        try {
            return stream.after(behind, PAGE);
        } finally {
            turns.release();
        }
    }

    private static boolean mayHear(Hearing hearing, Addressed addressed) {
        return hearing.mayHear(addressed.audience(), addressed.placed().recorded().event().story());
    }
}
