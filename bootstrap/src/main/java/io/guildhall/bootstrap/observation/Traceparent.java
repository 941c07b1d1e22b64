package io.guildhall.bootstrap.observation;

import io.guildhall.application.access.TraceContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a trace goes on, as one header says it: version 00 of W3C Trace Context. */
public final class Traceparent implements TraceContext {

    private static final String HEADER = "traceparent";

    private static final TextMapGetter<String> ONLY_HEADER =
            new TextMapGetter<>() {
                @Override
                public Iterable<String> keys(String traceparent) {
                    return List.of(HEADER);
                }

                @Override
                public @Nullable String get(@Nullable String traceparent, String key) {
                    return key.equals(HEADER) ? traceparent : null;
                }
            };

    @Override
    public @Nullable String current() {
        return of(Span.current().getSpanContext());
    }

    /** Null when nobody traces. */
    static @Nullable String of(SpanContext span) {
        return span.isValid()
                ? "00-%s-%s-%s"
                        .formatted(
                                span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex())
                : null;
    }

    /** One without a trace when there is none. */
    static Context contextOf(@Nullable String traceparent) {
        return traceparent == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance()
                        .extract(Context.root(), traceparent, ONLY_HEADER);
    }
}
