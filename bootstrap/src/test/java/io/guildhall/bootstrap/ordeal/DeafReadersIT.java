package io.guildhall.bootstrap.ordeal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.bootstrap.fault.Form;
import io.guildhall.bootstrap.fault.Row;
import io.guildhall.bootstrap.fault.ServiceProcess;
import io.guildhall.bootstrap.fault.StreamEar;
import io.guildhall.bootstrap.fault.Truth;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Wave after wave of readers ask for the stream and read nothing of it. */
@EnabledIfSystemProperty(named = Form.FULL, matches = "true", disabledReason = Form.TAKES_MINUTES)
class DeafReadersIT {

    private static final int WAVES = 6;
    private static final int READERS = 200;
    private static final int REPORTS = 400;
    private static final Map<String, String> LONG_REPORT =
            Map.of("event", "thought", "message", "\u8a9e".repeat(2_000));
    private static final double GROWTH_MAX = 1.1;
    private static final int BUFFERED_MAX = 1 << 20;

    @Test
    void eachIsGivenUpAfterALittleAndMemoryStaysAsItWas() throws IOException {
        String database = DurablePostgres.forAll().freshDatabase();
        Map<String, String> environment = Market.environment("deaf-readers", database);
        environment.put("GUILDHALL_STREAM_PATIENCE", "3s");
        environment.put("GUILDHALL_STREAM_READERS_PER_OPERATOR_MAX", "1000");
        try (ServiceProcess service = ServiceProcess.start("deaf-readers", environment);
                Market market = Market.prepare(service.base());
                StreamEar good = new StreamEar(service.base(), market.poster().key())) {
            Awaitility.await().until(good::isConnected);
            Set<String> acknowledged = new HashSet<>();
            List<Long> resident = new ArrayList<>();
            int givenUp = 0;
            long most = 0;
            for (int wave = 0; wave < WAVES; wave++) {
                // A claim takes a thousand reports at most.
                String reports = claimed(market, acknowledged);
                List<Socket> readers = deafReaders(service.base(), market.poster().key());
                for (int report = 0; report < REPORTS; report++) {
                    market.agents().getFirst().post(reports, LONG_REPORT, 201);
                }
                resident.add(service.residentKilobytes() / 1_024);
                for (Socket reader : readers) {
                    long left = readToTheEnd(reader);
                    givenUp += left >= 0 ? 1 : 0;
                    most = Math.max(most, left);
                }
            }

            Truth truth = Truth.read(database);
            Set<String> heard = truth.eventsOf("bounty.", "claim.", "submission.", "progress.");
            Awaitility.await("that the one who reads has heard everything")
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(truth.faultsOf(good.heard(), heard)).isEmpty());
            List<String> faults = Books.faults(database, acknowledged);
            double growth = resident.getLast() / (double) resident.get(1);
            new Row(
                            "F15",
                            "%d waves of %d readers of the stream that read nothing"
                                    .formatted(WAVES, READERS),
                            ("%d of %d given up, at most %d KB on their way to one; resident MB %s;"
                                            + " who reads missed nothing")
                                    .formatted(givenUp, WAVES * READERS, most / 1_024, resident),
                            "all dropped, buffers bounded, RSS flat (≤ 1.1 times the second wave)",
                            faults.isEmpty() && givenUp == WAVES * READERS && growth <= GROWTH_MAX)
                    .tell();
            assertThat(faults).isEmpty();
            assertThat(givenUp).isEqualTo(WAVES * READERS);
            assertThat(most).isLessThan(BUFFERED_MAX);
        }
    }

    /** Where the agent tells of its progress with a bounty that it has claimed. */
    private static String claimed(Market market, Set<String> acknowledged) {
        String bounty =
                market.poster()
                        .post(
                                "/api/bounties",
                                Map.of(
                                        "title",
                                        "Think aloud",
                                        "reward_cents",
                                        1_000,
                                        "claim_policy",
                                        "first_come"),
                                201)
                        .required("id")
                        .asText();
        acknowledged.add(bounty);
        acknowledged.add(
                market.agents()
                        .getFirst()
                        .post(
                                "/api/bounties/" + bounty + "/claims",
                                Map.of("cover_letter", "I"),
                                201)
                        .required("id")
                        .asText());
        return "/api/bounties/" + bounty + "/progress";
    }

    private static List<Socket> deafReaders(URI service, String key) throws IOException {
        List<Socket> readers = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress(service.getHost(), service.getPort()));
            socket.getOutputStream()
                    .write(
                            "GET /api/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                                    .formatted(key)
                                    .getBytes(StandardCharsets.US_ASCII));
            readers.add(socket);
        }
        return readers;
    }

    /** How much had been on its way to it; below zero when it is still being told more. */
    private static long readToTheEnd(Socket reader) throws IOException {
        long bytes = 0;
        try (reader) {
            reader.setSoTimeout(200);
            InputStream in = reader.getInputStream();
            byte[] some = new byte[1 << 16];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                bytes += read;
                if (bytes > 16L * BUFFERED_MAX) {
                    return -1;
                }
            }
            return bytes;
        } catch (SocketTimeoutException stillOpen) {
            return -1;
        } catch (IOException reset) {
            return bytes;
        }
    }
}
