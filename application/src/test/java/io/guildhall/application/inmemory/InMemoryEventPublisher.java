package io.guildhall.application.inmemory;

import io.guildhall.application.access.EventPublisher;
import io.guildhall.application.access.EventStream.Placed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where published events arrive in memory; it can be cut off, and something can happen meanwhile.
 */
public final class InMemoryEventPublisher implements EventPublisher {

    private final List<Placed> arrived = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private @Nullable Runnable meanwhile;
    private boolean cutOff;
    private int givenUp;

    @Override
    public String reader() {
        return "memory";
    }

    @Override
    public Sent send(List<Placed> events) {
        sizes.add(events.size());
        int number = sizes.size();
        return () -> {
            Runnable first = meanwhile;
            meanwhile = null;
            if (first != null) {
                first.run();
            }
            arrive(number, events);
        };
    }

    /** From now on nothing arrives. */
    public void cutOff() {
        cutOff = true;
    }

    public void connectAgain() {
        cutOff = false;
    }

    /** Happens once, while events are on their way. */
    public void meanwhile(Runnable happening) {
        meanwhile = happening;
    }

    /** All that arrived, in that order, with what arrived twice. */
    public List<Placed> arrived() {
        return List.copyOf(arrived);
    }

    /** How many events each sending had. */
    public List<Integer> sizes() {
        return List.copyOf(sizes);
    }

    private void arrive(int number, List<Placed> events) {
        if (cutOff) {
            givenUp = sizes.size();
        }
        if (number <= givenUp) {
            throw new IllegalStateException("Cut off");
        }
        arrived.addAll(events);
    }
}
