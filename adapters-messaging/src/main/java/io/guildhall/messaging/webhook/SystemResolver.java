package io.guildhall.messaging.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the operating system, with a time limit that it does not have of itself. A lookup cannot be
 * interrupted, so one that hangs is left behind on a thread of its own; there is a bound to how
 * many. Whoever asks for a host that is being looked up waits for that very answer, so that one
 * name takes up one place, however many wait for it.
 */
final class SystemResolver implements Resolver {

    static final int LOOKUPS_MAX = 64;

    private final Resolver system;
    private final Duration limit;
    private final Semaphore free = new Semaphore(LOOKUPS_MAX);
    private final Map<String, FutureTask<List<InetAddress>>> underWay = new ConcurrentHashMap<>();

    SystemResolver(Duration limit) {
        this(host -> List.of(InetAddress.getAllByName(host)), limit);
    }

    SystemResolver(Resolver system, Duration limit) {
        this.system = system;
        this.limit = limit;
    }

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        long end = System.nanoTime() + limit.toNanos();
        try {
            FutureTask<List<InetAddress>> lookup = underWay.get(host);
            if (lookup == null) {
                lookup = begun(host);
            }
            return lookup.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failure) {
            throw unknown("The host is not known.", failure);
        } catch (TimeoutException failure) {
            throw unknown("The lookup of the host took too long.", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unknown("The lookup of the host was interrupted.", interrupted);
        }
    }

    private FutureTask<List<InetAddress>> begun(String host)
            throws InterruptedException, TooManyLookups {
        if (!free.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new TooManyLookups();
        }
        FutureTask<List<InetAddress>> lookup = new FutureTask<>(() -> lookup(host));
        FutureTask<List<InetAddress>> others = underWay.putIfAbsent(host, lookup);
        if (others != null) {
            free.release();
            return others;
        }
        Thread.ofVirtual().name("webhook-dns").start(lookup);
        return lookup;
    }

    private List<InetAddress> lookup(String host) throws UnknownHostException {
        try {
            return system.resolve(host);
        } finally {
            underWay.remove(host);
            free.release();
        }
    }

    private static UnknownHostException unknown(String message, Exception cause) {
        UnknownHostException unknown = new UnknownHostException(message);
        unknown.initCause(cause);
        return unknown;
    }
}
