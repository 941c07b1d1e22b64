package io.guildhall.bootstrap.observation;

import io.guildhall.domain.notification.WebhookSender;
import io.guildhall.wire.id.OpenBountyIds;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;

/**
 * Makes each attempt a part of the trace of the request that caused the event, and lets the
 * receiver go on with it. Names are those of OpenTelemetry's conventions for HTTP and messaging.
 */
public final class TracedWebhookSender implements WebhookSender {

    private static final int FIRST_ERROR = 300;

    private final WebhookSender sender;
    private final Tracer tracer;

    public TracedWebhookSender(WebhookSender sender, Tracer tracer) {
        this.sender = sender;
        this.tracer = tracer;
    }

    @Override
    public Answer send(Letter letter) {
        String cause = letter.event().traceparent();
        SpanBuilder builder =
                tracer.spanBuilder("POST webhook")
                        .setSpanKind(SpanKind.CLIENT)
                        .setParent(Traceparent.contextOf(cause))
                        .setAttribute("http.request.method", "POST")
                        .setAttribute(
                                "messaging.message.id", OpenBountyIds.EVENT.on(letter.event().id()))
                        .setAttribute(
                                "guildhall.delivery",
                                OpenBountyIds.DELIVERY.on(letter.delivery().value()))
                        .setAttribute("guildhall.attempt", letter.attempt());
        Span span = builder.startSpan();
        try {
            String traceparent = Traceparent.of(span.getSpanContext());
            Answer answer = sender.send(traceparent == null ? letter : letter.in(traceparent));
            tell(span, answer);
            return answer;
        } finally {
            span.end();
        }
    }

    private static void tell(Span span, Answer answer) {
        switch (answer) {
            case Answer.Replied replied -> {
                span.setAttribute("http.response.status_code", replied.status());
                if (replied.status() >= FIRST_ERROR) {
                    span.setStatus(StatusCode.ERROR);
                }
            }
            case Answer.Unreachable unreachable -> {
                span.setAttribute("error.type", unreachable.reason());
                span.setStatus(StatusCode.ERROR);
            }
        }
    }
}
