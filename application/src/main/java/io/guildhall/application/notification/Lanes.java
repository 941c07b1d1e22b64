package io.guildhall.application.notification;

import io.guildhall.domain.notification.EndpointId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The lanes of one process, and how much is in all of them together. */
public final class Lanes {

    /** Above this, those in which nothing is are given up, and with them what they know. */
    private static final int KEPT_MAX = 10_000;

    private final int slotsPerEndpoint;
    private final int inProcessMax;
    private final Map<EndpointId, Lane> lanes = new ConcurrentHashMap<>();
    private final ReentrantLock counting = new ReentrantLock();
    private final Condition empty = counting.newCondition();
    private int inProcess;
    private volatile boolean stopped;
    private volatile boolean held;

    /**
     * @param slotsPerEndpoint how many deliveries to one endpoint are under way at once
     * @param inProcessMax how many to all of them together are taken up
     */
    public Lanes(int slotsPerEndpoint, int inProcessMax) {
        this.slotsPerEndpoint = slotsPerEndpoint;
        this.inProcessMax = inProcessMax;
    }

    /** Takes up nothing more; what is being sent now is the last, and what waits is put back. */
    public void stop() {
        stopped = true;
    }

    /** Takes up nothing more until {@link #letGo}; what has been taken up is sent. */
    public void hold() {
        held = true;
    }

    public void letGo() {
        held = false;
    }

    public boolean isStopped() {
        return stopped;
    }

    Lane of(EndpointId endpoint) {
        if (lanes.size() > KEPT_MAX) {
            lanes.values().removeIf(Lane::retire);
        }
        return lanes.computeIfAbsent(endpoint, id -> new Lane(id, slotsPerEndpoint));
    }

    /**
     * Waits until what has been taken up is kept or put back.
     *
     * @return whether it came to that
     */
    public boolean awaitEmpty(Duration atMost) throws InterruptedException {
        counting.lock();
        try {
            long left = atMost.toNanos();
            while (inProcess > 0 && left > 0) {
                left = empty.awaitNanos(left);
            }
            return inProcess == 0;
        } finally {
            counting.unlock();
        }
    }

    boolean isFull() {
        counting.lock();
        try {
            return stopped || held || inProcess >= inProcessMax;
        } finally {
            counting.unlock();
        }
    }

    /**
     * Begins to fill a lane, if that is the thing to do. Where much is under way, nobody takes up
     * more than it can send at once.
     *
     * @return how many it has room for, which counts as taken up until they have {@link #ended}; if
     *     none, nothing was begun
     */
    int beginFilling(Lane lane) {
        counting.lock();
        try {
            int left = inProcessMax - inProcess;
            if (stopped || held || left < slotsPerEndpoint) {
                return 0;
            }
            int room = Math.min(lane.beginFilling(2 * left > inProcessMax), left);
            inProcess += room;
            return room;
        } finally {
            counting.unlock();
        }
    }

    /** So many are no longer under way, or never were. */
    void ended(int loads) {
        counting.lock();
        try {
            inProcess -= loads;
            if (inProcess == 0) {
                empty.signalAll();
            }
        } finally {
            counting.unlock();
        }
    }
}
