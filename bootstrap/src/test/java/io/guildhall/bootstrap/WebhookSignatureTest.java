package io.guildhall.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.guildhall.domain.bounty.BountyEvent.BountyOpened;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.notification.DeliveryId;
import io.guildhall.domain.notification.PayloadForm;
import io.guildhall.domain.notification.Secret;
import io.guildhall.domain.notification.WebhookSender.Answer.Replied;
import io.guildhall.domain.notification.WebhookSender.Letter;
import io.guildhall.domain.npm.NpmPackages.Run;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.EventLog.Recorded;
import io.guildhall.messaging.webhook.AddressGuard;
import io.guildhall.messaging.webhook.OkHttpWebhookSender;
import io.guildhall.messaging.webhook.SendingLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A receiver verifies what it gets with the library of Standard Webhooks, and the documented
 * signature with Node's own cryptography. Both want the time of now, so this test goes by the
 * system's clock.
 */
class WebhookSignatureTest {

    private static final Path SCRIPT = Path.of("src", "test", "npm", "verify-webhook.cjs");
    private static final Path PACKAGES = Path.of("target", "npm");
    private static final Secret OLD = Secret.of(bytes(24, 1));
    private static final Secret NEW = Secret.of(bytes(64, 2));
    private static final Secret OTHER = Secret.of(bytes(Secret.BYTES, 3));

    @TempDir private Path directory;

    @Test
    void receiverVerifiesWithItsSecret() throws IOException, InterruptedException {
        ObjectNode delivery = delivered(Instant.now(), OLD);

        assertThat(verdict(delivery, OLD)).isEqualTo("standard true, documented true");
        assertThat(verdict(delivery, OTHER)).isEqualTo("standard false, documented false");
    }

    @Test
    void oldAndNewSecretVerifyWhileOneFollowsTheOther() throws IOException, InterruptedException {
        ObjectNode delivery = delivered(Instant.now(), NEW, OLD);

        assertThat(verdict(delivery, OLD)).isEqualTo("standard true, documented true");
        assertThat(verdict(delivery, NEW)).isEqualTo("standard true, documented true");
        assertThat(verdict(delivery, OTHER)).isEqualTo("standard false, documented false");
    }

    @Test
    void changedBodyIsFoundOut() throws IOException, InterruptedException {
        ObjectNode delivery = delivered(Instant.now(), OLD);
        delivery.put("body", delivery.get("body").asText().replace("15000", "15001"));

        assertThat(verdict(delivery, OLD)).isEqualTo("standard false, documented false");
    }

    @Test
    void oldLetterIsFoundOut() throws IOException, InterruptedException {
        ObjectNode delivery = delivered(Instant.now().minusSeconds(600), OLD);

        assertThat(verdict(delivery, OLD)).isEqualTo("standard false, documented false");
    }

    private String verdict(ObjectNode delivery, Secret secret)
            throws IOException, InterruptedException {
        Path file = directory.resolve("delivery.json");
        Files.writeString(file, delivery.toString());
        Run run =
                NpmTools.node(
                        SCRIPT.toAbsolutePath().toString(),
                        PACKAGES.toAbsolutePath().toString(),
                        file.toString(),
                        secret.text());
        assertThat(run.exitCode()).as(run.output()).isZero();
        return run.output().strip();
    }

    /** What a receiver has seen of a letter. */
    private static ObjectNode delivered(Instant at, Secret... newestFirst)
            throws IOException, InterruptedException {
        BlockingQueue<ObjectNode> received = new ArrayBlockingQueue<>(1);
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    ObjectNode delivery = new ObjectMapper().createObjectNode();
                    ObjectNode headers = delivery.putObject("headers");
                    exchange.getRequestHeaders()
                            .forEach((name, values) ->
                                    headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
                    delivery.put(
                            "body", new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                    received.add(delivery);
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.start();
        try {
            assertThat(
                            new OkHttpWebhookSender(
                                            AddressGuard.allowing(List.of("127.0.0.0/8")),
                                            SendingLimits.DEFAULT)
                                    .send(letter(server.getAddress().getPort(), at, newestFirst)))
                    .isInstanceOf(Replied.class);
            return received.take();
        } finally {
            server.stop(0);
        }
    }

    private static Letter letter(int port, Instant at, Secret... newestFirst) {
        Recorded opened =
                new Recorded(
                        new UUID(1, 1),
                        new BountyOpened(
                                new BountyId(new UUID(1, 2)),
                                new OperatorId(new UUID(1, 3)),
                                "Übersetze den Parser 😀",
                                new Money(15_000, Currency.USD)),
                        at);
        return new Letter(
                new DeliveryId(new UUID(1, 4)),
                "http://127.0.0.1:" + port + "/hook",
                List.of(newestFirst),
                PayloadForm.OPENBOUNTY,
                opened,
                1,
                at);
    }

    private static byte[] bytes(int count, int value) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
