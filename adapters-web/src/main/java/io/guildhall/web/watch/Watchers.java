package io.guildhall.web.watch;

import io.guildhall.application.access.StreamLimits;
import io.guildhall.application.notification.Addressed;
import io.guildhall.application.stream.EventTail;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.web.page.PageRefused;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All pages of this process that are watching; an event is read once for all of them. */
@Singleton
class Watchers {

    private final EventTail tail;
    private final StreamLimits limits;
    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private volatile long heardUpTo;
    private volatile boolean closing;

    Watchers(EventTail tail, StreamLimits limits) {
        this.tail = tail;
        this.limits = limits;
    }

    void onStart(@Observes StartupEvent event) {
        heardUpTo = tail.listen(this::hear);
    }

    /** Before the service waits for what is being answered: a page that watches is never done. */
    void onShutdownBegins(@Observes ShutdownDelayInitiatedEvent event) {
        endAll();
    }

    void onShutdown(@Observes ShutdownEvent event) {
        endAll();
    }

    /** For a page that may still be told so; the seat itself is taken by whoever sits on it. */
    void mustHaveRoom(Caller reader) {
        if (!hasRoom(reader)) {
            throw new PageRefused(
                    503, "Too many watch", "Close another page that watches, and reload this one.");
        }
    }

    /**
     * Takes a seat. Where another was faster to the last one it is over at once: its page comes
     * again, and is then told why.
     */
    synchronized Watcher add(Caller reader, BountyId bounty) {
        Watcher watcher = new Watcher(reader, bounty);
        if (hasRoom(reader)) {
            watchers.add(watcher);
        } else {
            watcher.end();
        }
        return watcher;
    }

    private boolean hasRoom(Caller reader) {
        OperatorId operator = reader.operator();
        long own =
                watchers.stream()
                        .filter(other -> other.reader().operator().equals(operator))
                        .count();
        return !closing
                && own < limits.readersPerOperatorMax()
                && watchers.size() < limits.readersMax();
    }

    void remove(Watcher watcher) {
        watchers.remove(watcher);
    }

    /** The place up to which every page has got whatever is its own to hear. */
    long heardUpTo() {
        return heardUpTo;
    }

    private void hear(List<Addressed> news) {
        for (Addressed addressed : news) {
            watchers.forEach(watcher -> watcher.hear(addressed));
        }
        heardUpTo = news.getLast().placed().place();
    }

    private synchronized void endAll() {
        closing = true;
        watchers.forEach(Watcher::end);
    }
}
