package io.guildhall.web.watch;

import io.guildhall.application.access.EventStream.Placed;
import io.guildhall.application.notification.Addressed;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One open page: what it has not been told yet. Whoever tells it never waits for it; a page that
 * falls too far behind is let go, and comes back to where it was.
 */
final class Watcher {

    private static final int BEHIND_MAX = 500;

    private final Caller reader;
    private final Subject story;
    private final BlockingQueue<Placed> untold = new LinkedBlockingQueue<>(BEHIND_MAX);
    private volatile boolean over;
    private volatile @Nullable Thread thread;

    Watcher(Caller reader, BountyId bounty) {
        this.reader = reader;
        this.story = new Subject(Subject.Kind.BOUNTY, bounty.value());
    }

    Caller reader() {
        return reader;
    }

    Subject story() {
        return story;
    }

    boolean isOver() {
        return over;
    }

    void hear(Addressed addressed) {
        Placed placed = addressed.placed();
        if (placed.recorded().event().story().equals(story)
                && addressed.audience().includes(reader)
                && !untold.offer(placed)) {
            end();
        }
    }

    /** The page's own thread, which waits for news. */
    void belongsTo(Thread waiting) {
        thread = waiting;
    }

    /** What is new, or nothing when nothing was for so long. */
    List<Placed> next(Duration longest) {
        List<Placed> news = new ArrayList<>();
        if (over) {
            return news;
        }
        try {
            Placed first = untold.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
            if (first != null) {
                news.add(first);
                untold.drainTo(news);
            }
        } catch (InterruptedException _) {
            over = true;
        }
        return news;
    }

    void end() {
        over = true;
        Thread waiting = thread;
        if (waiting != null) {
            waiting.interrupt();
        }
    }
}
