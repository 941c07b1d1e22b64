package io.guildhall.bootstrap.demo;

import java.util.EnumMap;

/** What has happened so far, counted from many threads. */
final class Tally {

    /** Things that are counted, in the order in which they are shown. */
    enum Event {
        POSTED("posted"),
        CLAIMED("claims"),
        TURNED_AWAY("turned away"),
        SUBMITTED("submissions"),
        REVISED("revisions"),
        REJECTED("rejections"),
        DISPUTED("disputes"),
        RELEASED("released"),
        CANCELLED("cancelled"),
        PAID("paid");

        private final String word;

        Event(String word) {
            this.word = word;
        }
    }

    private final EnumMap<Event, Long> counts = new EnumMap<>(Event.class);

    synchronized void count(Event event) {
        counts.merge(event, 1L, Long::sum);
    }

    synchronized long of(Event event) {
        return counts.getOrDefault(event, 0L);
    }

    @Override
    public String toString() {
        StringBuilder line = new StringBuilder();
        for (Event event : Event.values()) {
            line.append("  ").append(event.word).append(' ').append(of(event));
        }
        return line.toString();
    }
}
