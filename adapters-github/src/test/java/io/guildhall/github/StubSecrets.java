package io.guildhall.github;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Codes and tokens that the stub gives, each another, and that nobody else may show. */
final class StubSecrets {

    private final Set<String> given = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();

    /** Another each time, with a number in between. */
    String give(String start, String end) {
        String secret = start + count.incrementAndGet() + end;
        given.add(secret);
        return secret;
    }

    List<String> given() {
        return List.copyOf(given);
    }
}
