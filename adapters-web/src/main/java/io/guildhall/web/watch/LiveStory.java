package io.guildhall.web.watch;

import io.guildhall.application.access.EventStream.Placed;
import io.guildhall.application.access.StreamLimits;
import io.guildhall.application.session.ViewSession;
import io.guildhall.application.stream.ViewEvents;
import io.guildhall.application.stream.ViewEvents.Pulled;
import io.guildhall.application.stream.ViewEvents.Since;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.EventLog.Recorded;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Tells a page what happens, as server-sent events that hold pieces of the page. It waits on a
 * virtual thread of its own, and looks for nothing itself: the stream tells it. A page comes back
 * with the place in the stream up to which it knows everything, which goes on also while nothing
 * happens to its bounty: the event that it was told last may be forgotten long since.
 */
@Singleton
final class LiveStory {

    private static final int CAUGHT_UP_AT_ONCE = 100;
    private static final int BEATS_BETWEEN_LOOKS = 4;

    /** Who has missed more than so many pieces of the stream is quicker to read the page again. */
    private static final int CATCH_UP_PIECES_MAX = 10;

    private final Watchers watchers;
    private final ViewEvents events;
    private final ViewSession sessions;
    private final Story story;
    private final StreamLimits limits;
    private final InstantSource clock;

    LiveStory(
            Watchers watchers,
            ViewEvents events,
            ViewSession sessions,
            Story story,
            StreamLimits limits,
            InstantSource clock) {
        this.watchers = watchers;
        this.events = events;
        this.sessions = sessions;
        this.story = story;
        this.limits = limits;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "watch", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record EntryPiece(Entry entry) implements TemplateInstance {}

    @CheckedTemplate(basePath = "watch", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NowPiece(Now now) implements TemplateInstance {}

    /** Up to where a page knows everything that is drawn from now on. */
    long place() {
        return events.end();
    }

    /**
     * @param session by which the reader is known; with it the telling ends
     * @param after the place up to which the page knows everything
     */
    StreamingOutput told(Caller reader, String session, BountyId bounty, long after) {
        watchers.mustHaveRoom(reader);
        Entitlement entitlement = new Entitlement(reader, session);
        return output -> {
            // Whoever asks by HEAD gets no body, and would never leave its seat again.
            Watcher watcher = watchers.add(reader, bounty);
            watcher.belongsTo(Thread.currentThread());
            try {
                Pieces pieces = new Pieces(output, after);
                pieces.welcome();
                if (catchUp(watcher, entitlement, bounty, pieces)) {
                    follow(watcher, entitlement, bounty, pieces);
                }
            } finally {
                watchers.remove(watcher);
            }
        };
    }

    /**
     * Everything since then, whatever comes meanwhile.
     *
     * @return whether to go on: not when some of it is not kept, it is too much, or the reader may
     *     not hear it
     */
    private boolean catchUp(
            Watcher watcher, Entitlement entitlement, BountyId bounty, Pieces pieces)
            throws IOException {
        for (int piece = 0; piece < CATCH_UP_PIECES_MAX; piece++) {
            if (watcher.isOver()) {
                return false;
            }
            Pulled pulled =
                    events.since(
                            watcher.reader(),
                            new Since.Place(pieces.upTo),
                            event -> event.story().equals(watcher.story()),
                            CAUGHT_UP_AT_ONCE);
            if (!(pulled instanceof Pulled.Piece(var happened, var upTo, var hasMore))) {
                break;
            }
            if (entitlement.isToBeSeen() && !entitlement.stillStands()) {
                pieces.over();
                return false;
            }
            tell(watcher, bounty, happened, upTo, pieces);
            if (!hasMore) {
                return true;
            }
        }
        pieces.resync();
        return false;
    }

    private void follow(Watcher watcher, Entitlement entitlement, BountyId bounty, Pieces pieces)
            throws IOException {
        int beats = 0;
        while (!watcher.isOver()) {
            // Before it is asked for news, so that nothing of it has come since.
            long heard = watchers.heardUpTo();
            List<Placed> news = watcher.next(limits.heartbeat());
            if (news.isEmpty() && watcher.isOver()) {
                return;
            }
            if ((news.isEmpty() || entitlement.isToBeSeen()) && !entitlement.stillStands()) {
                pieces.over();
                return;
            }
            if (!news.isEmpty()) {
                tell(watcher, bounty, untold(news, pieces), news.getLast().place(), pieces);
                continue;
            }
            pieces.knows(heard);
            beats++;
            if (beats % BEATS_BETWEEN_LOOKS == 0) {
                now(watcher, bounty, pieces);
            } else {
                pieces.beat();
            }
        }
    }

    /** What comes while others are caught up with may come twice. */
    private static List<Recorded> untold(List<Placed> news, Pieces pieces) {
        return news.stream()
                .filter(placed -> placed.place() > pieces.upTo)
                .map(Placed::recorded)
                .toList();
    }

    private void tell(
            Watcher watcher, BountyId bounty, List<Recorded> happened, long upTo, Pieces pieces)
            throws IOException {
        for (Entry entry : story.told(watcher.reader(), bounty, happened)) {
            pieces.happened(new EntryPiece(entry).render());
        }
        pieces.knows(upTo);
        if (!happened.isEmpty()) {
            now(watcher, bounty, pieces);
        }
    }

    private void now(Watcher watcher, BountyId bounty, Pieces pieces) throws IOException {
        pieces.now(new NowPiece(story.now(watcher.reader(), bounty)).render());
    }

    /** By what a reader hears; seen to once a heartbeat, however much there is to tell. */
    private final class Entitlement {

        private final Caller reader;
        private final String session;
        private Instant seenAt = clock.instant();

        Entitlement(Caller reader, String session) {
            this.reader = reader;
            this.session = session;
        }

        boolean isToBeSeen() {
            return !clock.instant().isBefore(seenAt.plus(limits.heartbeat()));
        }

        boolean stillStands() {
            seenAt = clock.instant();
            return sessions.find(session).filter(reader::equals).isPresent();
        }
    }

    /** The form in which a browser takes them. */
    private static final class Pieces {

        private final OutputStream output;
        private long upTo;

        /**
         * @param upTo the place up to which the page knows everything
         */
        Pieces(OutputStream output, long upTo) {
            this.output = output;
            this.upTo = upTo;
        }

        void knows(long place) {
            upTo = Math.max(upTo, place);
        }

        void welcome() throws IOException {
            write(": welcome\n\n");
        }

        /** An id without data is no event to a browser, but it is what it comes back with. */
        void beat() throws IOException {
            write(": still here\nid: " + upTo + "\n\n");
        }

        /** Without the place: what happened just before may still have to be told. */
        void happened(String entry) throws IOException {
            send("happened", entry);
        }

        void now(String standing) throws IOException {
            write("id: " + upTo + "\n");
            send("now", standing);
        }

        /** The page is to be read again. */
        void resync() throws IOException {
            send("resync", "");
        }

        void over() throws IOException {
            send("over", "");
        }

        private void send(String event, String html) throws IOException {
            StringBuilder text = new StringBuilder("event: ").append(event).append('\n');
            // A stray carriage return would end a line of the stream, too.
            for (String line : html.split("\\R", -1)) {
                text.append("data: ").append(line).append('\n');
            }
            write(text.append('\n').toString());
        }

        private void write(String text) throws IOException {
            output.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            output.flush();
        }
    }
}
