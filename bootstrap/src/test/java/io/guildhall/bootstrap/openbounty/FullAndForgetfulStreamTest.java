package io.guildhall.bootstrap.openbounty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.application.access.EventStream;
import io.guildhall.application.stream.ForgetEvents;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is too much for a live stream: too many readers, and what is no longer kept. */
@QuarkusTest
@TestProfile(TinyStream.class)
@QuarkusTestResource(PostgresForTests.class)
class FullAndForgetfulStreamTest {

    private static final String STREAM = "/api/stream";

    /** How long a failure may take to show; nothing that works waits for it. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject EventStream stream;
    @Inject ForgetEvents forgetEvents;

    private Party ann = Market.NOBODY;

    @BeforeEach
    void signUp() {
        ann = Market.posterWith(100 * Market.REWARD);
    }

    @Test
    void thereIsRoomForSoManyReadersAndNoMoreUntilOneLeaves() throws Exception {
        List<Listener> open = new ArrayList<>();
        try {
            for (int reader = 0; reader < TinyStream.READERS; reader++) {
                open.add(Listener.to(STREAM, Market.operator("reader-" + reader)));
            }

            HttpResponse<String> refused = askForTheStream();

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("10");
            assertThat(refused.body()).contains("service_unavailable", "GET /api/events");
            ann.get("/api/events").is(200);
            open.removeLast().close();
            await().atMost(PATIENCE).until(() -> tryToListen(open));
        } finally {
            open.forEach(Listener::close);
        }
    }

    @Test
    void whoComesBackForWhatIsForgottenIsToldToReadAgainAndHearsWhatComesThen() {
        String heardLast;
        try (Listener listener = Listener.to(STREAM, ann)) {
            Market.openBounty(ann);
            heardLast = listener.heard("bounty.created", 1).ids().getLast();
        }
        Market.openBounty(ann);
        Market.openBounty(ann);
        long last = stream.extent().last();
        await().atMost(PATIENCE)
                .until(() -> {
                    forgetEvents.handle(1_000);
                    return stream.extent().first() > last;
                });

        try (Listener again = Listener.to(STREAM, ann.visitor().with("Last-Event-ID", heardLast))) {
            again.heard("resync", 1);
            Market.openBounty(ann);
            again.heard("bounty.created", 1);
            assertThat(again.words().getFirst()).isEqualTo("resync");
        }
        assertThat(ann.get("/api/events?after=" + heardLast).is(409).text("reason"))
                .isEqualTo("events_forgotten");
    }

    /** By itself, for everybody else here takes a 503 for our fault. */
    private HttpResponse<String> askForTheStream() throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(Visitor.service().resolve(STREAM));
        ann.visitor().headers().forEach(request::setHeader);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }

    private boolean tryToListen(List<Listener> open) {
        try {
            return open.add(Listener.to(STREAM, ann));
        } catch (AssertionError stillFull) {
            return false;
        }
    }
}
