package io.guildhall.application.simulation;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How things ended and what was refused, over all markets: a simulation that never gets somewhere
 * proves nothing about it.
 */
public final class Census {

    private final Map<String, Long> counts = new TreeMap<>();

    public synchronized void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    public synchronized Set<String> seen() {
        return new TreeSet<>(counts.keySet());
    }

    @Override
    public synchronized String toString() {
        return counts.toString();
    }
}
