package io.guildhall.bootstrap.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.guildhall.persistence.PostgresForTests;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One trace, from somebody's request to the receivers that hear what came of it. */
class TracesIT {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String CALLERS_SPAN = "b7ad6b7169203331";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Collector collector = new Collector();
    private HttpServer receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        heard.add(exchange.getRequestHeaders().getFirst("traceparent"));
                        exchange.sendResponseHeaders(204, -1);
                    }
                });
        receiver.start();
    }

    @AfterEach
    void close() {
        receiver.stop(0);
        collector.close();
    }

    @Test
    void aRequestAndTheWebhooksThatItCausesAreOneTrace() {
        try (Packaged service =
                Packaged.start(
                                "traces",
                                Map.of(
                                        "GUILDHALL_JDBC_URL",
                                        PostgresForTests.freshDatabase(),
                                        "GUILDHALL_DATA",
                                        "target/traces-data",
                                        "GUILDHALL_WEBHOOKS_ALLOW_PRIVATE_TARGETS",
                                        "true",
                                        "GUILDHALL_TRACING_URL",
                                        collector.url()))
                        .onceReady()) {
            Told nobody = new Told(service.base(), "");
            Told ann = nobody.as(nobody.operator("ann", 10_000));
            ann.post(
                    201,
                    "/api/webhooks",
                    "{\"url\": \"http://127.0.0.1:%d/\", \"events\": [\"bounty.cancelled\"]}"
                            .formatted(receiver.getAddress().getPort()));
            String bounty =
                    ann.post(
                                    201,
                                    "/api/bounties",
                                    "{\"title\": \"Fix the parser\", \"reward_cents\": 4000}")
                            .at("/id")
                            .asText();

            ann.tracedBy("00-" + TRACE + "-" + CALLERS_SPAN + "-01")
                    .post(
                            200,
                            "/api/bounties/" + bounty + "/cancel",
                            "{\"reason\": \"Mended meanwhile\"}");

            await().atMost(SOON).untilAsserted(() -> assertThat(heard).hasSize(1));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(collector.spansOf(TRACE)).hasSize(2));
        }
        Span request = spanOf(Span.SpanKind.SPAN_KIND_SERVER);
        Span attempt = spanOf(Span.SpanKind.SPAN_KIND_CLIENT);
        assertThat(request.getName()).contains("/api/bounties/{id}/cancel");
        assertThat(Collector.hex(request.getParentSpanId().toByteArray())).isEqualTo(CALLERS_SPAN);
        assertThat(attempt.getParentSpanId()).isEqualTo(request.getSpanId());
        assertThat(heard)
                .containsExactly(
                        "00-%s-%s-01"
                                .formatted(
                                        TRACE, Collector.hex(attempt.getSpanId().toByteArray())));
    }

    private Span spanOf(Span.SpanKind kind) {
        return collector.spansOf(TRACE).stream()
                .filter(span -> span.getKind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
