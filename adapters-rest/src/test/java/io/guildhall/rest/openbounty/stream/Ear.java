package io.guildhall.rest.openbounty.stream;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/** A connection that is full when it is said to be, and keeps what was written on it. */
final class Ear implements Outlet {

    private final StringBuilder heard = new StringBuilder();
    private int room = Integer.MAX_VALUE;
    private boolean ended;
    private boolean cut;

    /** So many more writings it takes. */
    void hasRoomFor(int writings) {
        room = writings;
    }

    String heard() {
        return heard.toString();
    }

    /** The ids in the order in which they came, of events and of signs of life. */
    List<String> ids() {
        return lines("id: ");
    }

    List<String> words() {
        return lines("event: ");
    }

    boolean isEnded() {
        return ended;
    }

    boolean isCut() {
        return cut;
    }

    @Override
    public boolean isFull() {
        return room == 0;
    }

    @Override
    public void write(List<Buffer> texts) {
        texts.forEach(text -> heard.append(text.toString()));
        if (room < Integer.MAX_VALUE) {
            room--;
        }
    }

    @Override
    public void end() {
        ended = true;
    }

    @Override
    public void cut() {
        cut = true;
    }

    private List<String> lines(String start) {
        return heard.toString()
                .lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }
}
