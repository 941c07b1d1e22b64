package io.guildhall.application.inmemory;

import io.guildhall.application.access.TraceContext;
import org.jspecify.annotations.Nullable;

/** The trace that a test says. */
public final class KnownTraceContext implements TraceContext {

    private volatile @Nullable String current;

    public void begin(String trace) {
        current = trace;
    }

    public void end() {
        current = null;
    }

    @Override
    public @Nullable String current() {
        return current;
    }
}
