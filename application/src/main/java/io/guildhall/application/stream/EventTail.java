package io.guildhall.application.stream;

import io.guildhall.application.access.EventStream;
import io.guildhall.application.access.EventStream.Placed;
import io.guildhall.application.notification.Addressed;
import io.guildhall.application.notification.Audiences;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The newest end of the stream, which each process follows once for all who listen in it: an event
 * is read and addressed once, however many hear of it.
 */
public final class EventTail {

    private static final int AT_ONCE = 500;
    private static final int BATCHES_MAX = 20;

    private final EventStream stream;
    private final Audiences audiences;
    private final List<Consumer<List<Addressed>>> listeners = new ArrayList<>();
    private OptionalLong read = OptionalLong.empty();

    public EventTail(EventStream stream, Audiences audiences) {
        this.stream = stream;
        this.audiences = audiences;
    }

    /**
     * Hands a listener all that comes from now on, in order; it must not wait for anybody.
     *
     * @return the place behind which it hears everything
     */
    public synchronized long listen(Consumer<List<Addressed>> listener) {
        long place = place();
        listeners.add(listener);
        return place;
    }

    /**
     * Tells the listeners what came since it was last called; what fails is tried again by the next
     * call.
     *
     * @return how many events were new; never more than a bounded number, so that there may be more
     */
    public synchronized int refresh() {
        long place = place();
        int told = 0;
        for (int batch = 0; batch < BATCHES_MAX; batch++) {
            List<Placed> news = stream.after(place, AT_ONCE);
            if (news.isEmpty()) {
                break;
            }
            List<Addressed> addressed = audiences.of(news);
            place = news.getLast().place();
            read = OptionalLong.of(place);
            listeners.forEach(listener -> listener.accept(addressed));
            told += news.size();
            if (news.size() < AT_ONCE) {
                break;
            }
        }
        return told;
    }

    /** Nobody here can have missed what happened before this process began to follow. */
    private long place() {
        long place = read.orElseGet(() -> stream.extent().last());
        read = OptionalLong.of(place);
        return place;
    }
}
