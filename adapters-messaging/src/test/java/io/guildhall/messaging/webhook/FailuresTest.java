package io.guildhall.messaging.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.guildhall.domain.notification.WebhookSender.Answer;
import io.guildhall.domain.notification.WebhookSender.Answer.Unreachable;
import io.guildhall.domain.notification.WebhookSender.Busy;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever keeps an answer from coming has a name, and an end within the time limit. */
class FailuresTest {

    private static final AddressGuard LOOPBACK = AddressGuard.allowing(List.of("127.0.0.0/8"));
    private static final Duration LIMIT = Duration.ofMillis(500);
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final SendingLimits PATIENT = new SendingLimits(PATIENCE, PATIENCE, 8);

    private final OkHttpWebhookSender sender = new OkHttpWebhookSender(LOOPBACK, PATIENT);
    private final OkHttpWebhookSender impatient =
            new OkHttpWebhookSender(LOOPBACK, new SendingLimits(LIMIT, LIMIT, 8));

    @Test
    void silenceIsTimeout() {
        assertTimeout(Receiver.that((connection, _) -> Receiver.hang(connection)));
    }

    @Test
    void answerThatDripsIsTimeout() {
        assertTimeout(
                Receiver.that((connection, out) -> {
                    connection.setSoTimeout(50);
                    Receiver.write(out, "HTTP/1.1 200 OK\r\nX: ");
                    drip(connection.getInputStream()::read, out);
                }));
    }

    @Test
    void handshakeThatIsNotAnsweredIsTimeout() throws IOException {
        try (ServerSocket deaf = listener()) {
            assertTimeout(unreachable(impatient, https(deaf)));
        }
    }

    @Test
    void hangUpIsLostConnection() {
        assertReason("connection_lost", Receiver.that((_, _) -> {}));
    }

    @Test
    void resetIsLostConnection() {
        assertReason(
                "connection_lost",
                Receiver.that((connection, _) -> connection.setSoLinger(true, 0)));
    }

    @Test
    void endWithinHeadIsLostConnection() {
        assertReason(
                "connection_lost",
                Receiver.that((_, out) -> Receiver.write(out, "HTTP/1.1 200 OK\r\nContent-Len")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 twohundred OK\r\n\r\n",
                "SSH-2.0-OpenSSH_9.2\r\n",
                "\r\n\r\n\r\n",
                "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nwords"
            })
    void whatIsNoHttpIsInvalid(String said) {
        assertReason("invalid_answer", Receiver.that((_, out) -> Receiver.write(out, said)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0\0\0",
                "HTTP/1.1 200 OK\r\n: nameless\r\n\r\n",
                "HTTP/1.1 200 OK\r\nBad\0Name: \u0001\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: no/such; charset=thing\r\n\r\n",
                "HTTP/1.1 200 OK\r\nRetry-After: \r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n",
                "HTTP/1.1 000 Nothing\r\n\r\n",
                "HTTP/1.1 999 Much\r\n\r\n",
                "HTTP/1.1 200 OK\r\nGuildhall-Status: none\r\n\r\n"
            })
    void nothingThatIsSaidMakesSenderThrow(String said) {
        try (Receiver receiver = Receiver.that((_, out) -> Receiver.write(out, said))) {
            assertThat(sender.send(Letters.to(receiver.url()))).isNotNull();
        }
    }

    @Test
    void headWithoutEndIsNoAnswer() {
        try (Receiver receiver =
                Receiver.that((_, out) -> {
                    Receiver.write(out, "HTTP/1.1 200 OK\r\n");
                    while (true) {
                        Receiver.write(out, "X: y\r\n".repeat(1_000));
                    }
                })) {
            assertThat(unreachable(sender, receiver.url()).reason()).isNotEqualTo("timeout");
        }
    }

    @Test
    void nobodyThereIsRefusedConnection() {
        Receiver gone = Receiver.ok();
        gone.close();

        assertThat(unreachable(sender, gone.url()).reason()).isEqualTo("connection_refused");
    }

    @Test
    void plainAnswerToHandshakeIsTls() throws IOException {
        try (ServerSocket plain = listener()) {
            Thread.ofVirtual().start(() -> answerAtOnce(plain));

            assertThat(unreachable(sender, https(plain)).reason()).isEqualTo("tls");
        }
    }

    @Test
    void whatCouldNotBeLookedUpIsNoAnswer() {
        OkHttpWebhookSender busy =
                with(_ -> {
                    throw new TooManyLookups();
                });

        assertThatExceptionOfType(Busy.class)
                .isThrownBy(() -> busy.send(Letters.to("https://somebody.example/hook")));
    }

    @Test
    void unknownHostIsDns() {
        OkHttpWebhookSender lost =
                with(_ -> {
                    throw new UnknownHostException("nobody.example");
                });

        assertThat(lost.send(Letters.to("https://nobody.example/hook")))
                .isInstanceOfSatisfying(
                        Unreachable.class, answer -> assertThat(answer.reason()).isEqualTo("dns"));
    }

    private static OkHttpWebhookSender with(Resolver resolver) {
        return new OkHttpWebhookSender(
                OkHttpWebhookSender.client(LOOPBACK, resolver, PATIENT).build());
    }

    private void assertReason(String reason, Receiver receiver) {
        try (receiver) {
            assertThat(unreachable(sender, receiver.url()).reason()).isEqualTo(reason);
            assertThat(receiver.connections()).isEqualTo(1);
        }
    }

    private void assertTimeout(Receiver receiver) {
        try (receiver) {
            assertTimeout(unreachable(impatient, receiver.url()));
        }
    }

    private static void assertTimeout(Unreachable answer) {
        assertThat(answer.reason()).isEqualTo("timeout");
        assertThat(answer.took()).isBetween(LIMIT.dividedBy(2), LIMIT.plus(GRACE));
    }

    private static Unreachable unreachable(OkHttpWebhookSender asked, String url) {
        Answer answer = asked.send(Letters.to(url));
        assertThat(answer).isInstanceOf(Unreachable.class);
        assertThat(answer.toString()).doesNotContain("whsec_").doesNotContain("v1");
        return (Unreachable) answer;
    }

    private static ServerSocket listener() throws IOException {
        return new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
    }

    private static String https(ServerSocket listener) {
        return "https://127.0.0.1:" + listener.getLocalPort() + "/hook";
    }

    private static void answerAtOnce(ServerSocket listener) {
        try (Socket connection = listener.accept()) {
            Receiver.write(connection.getOutputStream(), "HTTP/1.1 400 Bad Request\r\n\r\n");
            Receiver.hang(connection);
        } catch (IOException _) {
            // The caller went away.
        }
    }

    @FunctionalInterface
    private interface Read {
        int next() throws IOException;
    }

    /** A byte whenever the caller has said nothing for as long as a read waits. */
    private static void drip(Read read, OutputStream out) throws IOException {
        while (true) {
            try {
                if (read.next() < 0) {
                    return;
                }
            } catch (SocketTimeoutException _) {
                Receiver.write(out, "y");
            }
        }
    }
}
