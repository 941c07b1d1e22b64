package io.guildhall.web.watch;

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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells a page what happens, as server-sent events that hold pieces of the page. It waits on a
 * virtual thread of its own, and looks for nothing itself: the stream tells it.
 */
@Singleton
final class LiveStory {

    private static final int CAUGHT_UP_AT_ONCE = 100;
    private static final int BEATS_BETWEEN_LOOKS = 4;

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

    /**
     * @param session by which the reader is known; with it the telling ends
     * @param after what the page knows already; null when it knows nothing
     */
    StreamingOutput told(Caller reader, String session, BountyId bounty, @Nullable UUID after) {
        watchers.mustHaveRoom(reader);
        Entitlement entitlement = new Entitlement(reader, session);
        return output -> {
            // Whoever asks by HEAD gets no body, and would never leave its seat again.
            Watcher watcher = watchers.add(reader, bounty);
            watcher.belongsTo(Thread.currentThread());
            try {
                Pieces pieces = new Pieces(output);
                pieces.comment("welcome");
                if (catchUp(watcher, entitlement, bounty, after, pieces)) {
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
     * @return whether to go on: not when some of it is not kept, or the reader may not hear it
     */
    private boolean catchUp(
            Watcher watcher,
            Entitlement entitlement,
            BountyId bounty,
            @Nullable UUID after,
            Pieces pieces)
            throws IOException {
        if (after == null) {
            return true;
        }
        Since since = new Since.Event(after);
        while (!watcher.isOver()) {
            Pulled pulled =
                    events.since(
                            watcher.reader(),
                            since,
                            event -> event.story().equals(watcher.story()),
                            CAUGHT_UP_AT_ONCE);
            if (!(pulled instanceof Pulled.Piece(var happened, var upTo, var hasMore))) {
                pieces.send(null, "resync", "");
                return false;
            }
            if (entitlement.isToBeSeen() && !entitlement.stillStands()) {
                pieces.over();
                return false;
            }
            tell(watcher, bounty, happened, pieces);
            if (!hasMore) {
                return true;
            }
            since = new Since.Place(upTo);
        }
        return true;
    }

    private void follow(Watcher watcher, Entitlement entitlement, BountyId bounty, Pieces pieces)
            throws IOException {
        int beats = 0;
        while (!watcher.isOver()) {
            List<Recorded> news = watcher.next(limits.heartbeat());
            if (news.isEmpty() && watcher.isOver()) {
                return;
            }
            if ((news.isEmpty() || entitlement.isToBeSeen()) && !entitlement.stillStands()) {
                pieces.over();
                return;
            }
            if (!news.isEmpty()) {
                tell(watcher, bounty, news, pieces);
                continue;
            }
            beats++;
            if (beats % BEATS_BETWEEN_LOOKS == 0) {
                now(watcher, bounty, pieces);
            } else {
                pieces.comment("still here");
            }
        }
    }

    private void tell(Watcher watcher, BountyId bounty, List<Recorded> happened, Pieces pieces)
            throws IOException {
        List<Recorded> fresh =
                happened.stream().filter(recorded -> pieces.isNew(recorded.id())).toList();
        for (Entry entry : story.told(watcher.reader(), bounty, fresh)) {
            pieces.send(entry.id(), "happened", new EntryPiece(entry).render());
        }
        if (!fresh.isEmpty()) {
            now(watcher, bounty, pieces);
        }
    }

    private void now(Watcher watcher, BountyId bounty, Pieces pieces) throws IOException {
        pieces.send(null, "now", new NowPiece(story.now(watcher.reader(), bounty)).render());
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
        private final Set<UUID> told = new HashSet<>();

        Pieces(OutputStream output) {
            this.output = output;
        }

        /** What comes while others are caught up with may come twice. */
        boolean isNew(UUID id) {
            return told.add(id);
        }

        void comment(String text) throws IOException {
            write(": " + text + "\n\n");
        }

        void over() throws IOException {
            send(null, "over", "");
        }

        void send(@Nullable String id, String event, String html) throws IOException {
            StringBuilder text = new StringBuilder();
            if (id != null) {
                text.append("id: ").append(id).append('\n');
            }
            text.append("event: ").append(event).append('\n');
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
