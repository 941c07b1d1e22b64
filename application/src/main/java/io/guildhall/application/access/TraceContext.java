package io.guildhall.application.access;

import org.jspecify.annotations.Nullable;

/** In which trace the calling thread works, so that what comes of it later can be found there. */
public interface TraceContext {

    /**
     * @return a W3C {@code traceparent}; null when nobody traces
     */
    @Nullable String current();
}
