package io.guildhall.application.access;

import io.guildhall.application.access.RateLimiter.Verdict;
import io.guildhall.domain.party.KeyHash;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Bounds how often one address has us look for keys, tokens and sessions that are nobody's. What
 * was found before, or made here, is looked for whatever comes from its address otherwise: behind
 * one proxy sit many who do not know each other.
 */
public final class LookUps {

    private static final int FOUND_MAX = 50_000;

    private final RateLimits limits;
    private final RateLimiter limiter;

    /** Those found last at the end. */
    private final LinkedHashSet<KeyHash> found = new LinkedHashSet<>();

    public LookUps(RateLimits limits, RateLimiter limiter) {
        this.limits = limits;
        this.limiter = limiter;
    }

    /** Why it is not looked for now; empty when it may be. */
    public Optional<Verdict> refusal(String shown, String address) {
        Verdict verdict = limiter.look(limits.ofUnknown(address));
        return verdict.allowed() || wasFound(KeyHash.of(shown))
                ? Optional.empty()
                : Optional.of(verdict);
    }

    public synchronized void found(String shown) {
        found.addLast(KeyHash.of(shown));
        if (found.size() > FOUND_MAX) {
            found.removeFirst();
        }
    }

    public void notFound(String shown, String address) {
        forget(KeyHash.of(shown));
        limiter.draw(List.of(limits.ofUnknown(address)));
    }

    private synchronized boolean wasFound(KeyHash hash) {
        return found.contains(hash);
    }

    private synchronized void forget(KeyHash hash) {
        found.remove(hash);
    }
}
