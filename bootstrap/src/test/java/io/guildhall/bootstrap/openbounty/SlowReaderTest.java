package io.guildhall.bootstrap.openbounty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.persistence.PostgresForTests;
import io.guildhall.rest.openbounty.stream.StreamHub;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever does not read what it asked for is given up, and others do not notice. */
@QuarkusTest
@TestProfile(SmallStream.class)
@QuarkusTestResource(PostgresForTests.class)
class SlowReaderTest {

    private static final int REPORTS = 300;
    private static final Map<String, String> LONG_REPORT =
            Map.of("event", "thought", "message", "\u8a9e".repeat(2_000));

    @Inject StreamHub hub;

    @Test
    void whoNeverReadsIsCutOffWhileOthersHearEverything() throws IOException {
        Party ann = Market.posterWith(Market.REWARD);
        Party rex = Market.agent("rex");
        String bounty = Market.openBounty(ann);
        Market.approvedClaim(ann, rex, bounty);
        await().until(() -> hub.readers() == 0);

        try (Socket _ = deafReader(ann);
                Listener listener = Listener.to("/api/stream", ann)) {
            await().until(() -> hub.readers() == 2);
            for (int report = 1; report <= REPORTS; report++) {
                rex.post("/api/bounties/" + bounty + "/progress", LONG_REPORT).is(201);
            }

            listener.heard("progress.reported", REPORTS);
            assertThat(listener.ids()).doesNotHaveDuplicates();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(hub.readers()).isEqualTo(1));
        }
    }

    /** Its own system takes a few kilobytes for it, and then no more. */
    private static Socket deafReader(Party party) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(
                new InetSocketAddress(Visitor.service().getHost(), Visitor.service().getPort()));
        socket.getOutputStream()
                .write(
                        "GET /api/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                                .formatted(party.key())
                                .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
