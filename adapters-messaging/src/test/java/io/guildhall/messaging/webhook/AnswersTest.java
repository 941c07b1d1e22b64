package io.guildhall.messaging.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.notification.WebhookSender.Answer;
import io.guildhall.domain.notification.WebhookSender.Answer.Replied;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a receiver answers, however oddly, reaches the delivery's log as it was said. */
class AnswersTest {

    private static final AddressGuard LOOPBACK = AddressGuard.allowing(List.of("127.0.0.0/8"));
    private static final SendingLimits LIMITS =
            new SendingLimits(Duration.ofSeconds(60), Duration.ofSeconds(30), 8);

    private final OkHttpWebhookSender sender = new OkHttpWebhookSender(LOOPBACK, LIMITS);
    private Receiver receiver = Receiver.ok();

    @AfterEach
    void close() {
        receiver.close();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                200, 201, 202, 299, 300, 301, 302, 303, 307, 308, 400, 401, 404, 407, 408, 410, 421,
                422, 429, 500, 502, 503, 504, 599
            })
    void everyStatusIsToldAndNothingIsSentAgain(int status) {
        Replied reply = replied(Receiver.answering(status + " Said\r\nRetry-After: 0", "words"));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.bodyStart()).isEqualTo("words");
        assertThat(receiver.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 307, 308})
    void redirectIsNotFollowed(int status) {
        try (Receiver target = Receiver.ok()) {
            Replied reply =
                    replied(Receiver.answering(status + " Away\r\nLocation: " + target.url(), ""));

            assertThat(reply.status()).isEqualTo(status);
            assertThat(target.connections()).isZero();
        }
    }

    @Test
    void letterIsTheDocumentedOne() {
        replied(Receiver.ok());

        Receiver.Request request = receiver.requests().getFirst();
        assertThat(request.head()).startsWith("POST /hook HTTP/1.1\r\n");
        assertThat(request.header("Content-Type")).isEqualTo("application/json");
        assertThat(request.header("User-Agent")).isEqualTo("Guildhall-Webhooks/1");
        assertThat(request.header("X-OpenBounty-Event")).isEqualTo("bounty.created");
        assertThat(request.header("X-OpenBounty-Delivery"))
                .isEqualTo("dlv_0000000000000G000000000004");
        assertThat(request.header("X-OpenBounty-Signature"))
                .matches("t=1795521600,v1=[0-9a-f]{64}");
        assertThat(request.header("webhook-id")).isEqualTo("evt_0000000000000G000000000001");
        assertThat(request.header("webhook-timestamp")).isEqualTo("1795521600");
        assertThat(request.header("webhook-signature")).matches("v1,[A-Za-z0-9+/]{43}=");
        assertThat(request.body())
                .startsWith(
                        "{\"event\":\"bounty.created\",\"timestamp\":\"2026-11-24T12:00:00.500Z\"")
                .contains("Übersetze den Parser");
    }

    @Test
    void letterOfATracedEventSaysInWhichTrace() {
        String traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        sender.send(Letters.to(receiver.url()));
        sender.send(Letters.to(receiver.url()).in(traceparent));

        assertThat(receiver.requests().getFirst().head()).doesNotContain("traceparent");
        assertThat(receiver.requests().getLast().header("traceparent")).isEqualTo(traceparent);
    }

    @Test
    void everyAttemptHasTheSameBody() {
        replied(Receiver.ok());
        sender.send(Letters.to(receiver.url(), Letters.NEWER_SECRET));

        assertThat(receiver.requests())
                .hasSize(2)
                .extracting(Receiver.Request::body)
                .containsOnly(receiver.requests().getFirst().body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0                             | PT0S
                    1                             | PT1S
                    120                           | PT2M
                    86400                         | PT24H
                    86401                         | PT24H
                    99999999999999999999          | PT24H
                    Sun, 29 Nov 2026 13:00:00 GMT | PT24H
                    Mon, 23 Nov 2026 12:00:00 GMT | PT0S
                    """)
    void receiverMayAskToBeLeftAlone(String asked, Duration understood) {
        Replied reply = replied(Receiver.answering("503 Busy\r\nRetry-After: " + asked, ""));

        assertThat(reply.retryAfter()).isEqualTo(understood);
    }

    @Test
    void receiverMayAskToBeLeftAloneUntilTime() {
        Replied reply =
                replied(
                        Receiver.answering(
                                "503 Busy\r\nRetry-After: Tue, 24 Nov 2026 13:00:00 GMT", ""));

        assertThat(reply.retryAfter())
                .isEqualTo(Duration.ofMinutes(60).minusMillis(500).minus(reply.took()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "soon", "1.5", "1h", "9e9"})
    void unreadableWishIsNone(String asked) {
        Replied reply = replied(Receiver.answering("503 Busy\r\nRetry-After: " + asked, ""));

        assertThat(reply.retryAfter()).isNull();
    }

    @Test
    void thousandCharactersOfBodyAreKept() {
        Replied reply = replied(Receiver.answering("200 OK", "ä".repeat(1_001)));

        assertThat(reply.bodyStart()).isEqualTo("ä".repeat(1_000));
    }

    @Test
    void characterIsNotCutInTwo() {
        Replied reply = replied(Receiver.answering("200 OK", "a".repeat(999) + "😀😀"));

        assertThat(reply.bodyStart()).isEqualTo("a".repeat(999));
    }

    @Test
    void bodyHoldsNothingThatCannotBeStored() {
        Replied reply = replied(Receiver.answering("200 OK", "a\0b"));

        assertThat(reply.bodyStart()).isEqualTo("a\uFFFDb");
    }

    @Test
    void packedBodyStaysPacked() {
        Replied reply =
                replied(Receiver.answering("200 OK\r\nContent-Encoding: gzip", "not unpacked"));

        assertThat(reply.bodyStart()).isEqualTo("not unpacked");
        assertThat(receiver.requests().getFirst().header("Accept-Encoding")).isEqualTo("identity");
    }

    @Test
    void bodyWithoutEndIsLeftAfterItsStart() {
        Replied reply =
                replied(
                        Receiver.that((_, out) -> {
                            Receiver.write(out, "HTTP/1.1 200 OK\r\n\r\n");
                            while (true) {
                                Receiver.write(out, "and so on ".repeat(100));
                            }
                        }));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.bodyStart()).hasSize(1_000).startsWith("and so on ");
        assertThat(reply.took()).isLessThan(LIMITS.call());
    }

    @Test
    void statusCountsThoughBodyNeverComes() {
        Duration limit = Duration.ofSeconds(2);
        Replied reply =
                replied(
                        Receiver.that((connection, out) -> {
                            Receiver.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nbeg");
                            Receiver.hang(connection);
                        }),
                        new OkHttpWebhookSender(LOOPBACK, new SendingLimits(limit, limit, 8)));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.bodyStart()).isEqualTo("beg");
        assertThat(reply.took()).isBetween(limit.dividedBy(2), limit.multipliedBy(10));
    }

    @Test
    void statusCountsThoughBodyBreaksOff() {
        Replied reply = replied(Receiver.answering("202 OK\r\nContent-Length: 99", "beginning"));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.bodyStart()).isEqualTo("beginning");
    }

    @Test
    void interimAnswersAreNoAnswer() {
        Replied reply =
                replied(Receiver.answering("103 Early Hints\r\n\r\nHTTP/1.1 201 Created", ""));

        assertThat(reply.status()).isEqualTo(201);
    }

    @Test
    void connectionIsKeptForTheNextLetter() {
        receiver.close();
        receiver = Receiver.keepingOpen(2);

        sender.send(Letters.to(receiver.url()));
        Answer second = sender.send(Letters.to(receiver.url()));

        assertThat(second).isInstanceOf(Replied.class);
        assertThat(receiver.requests()).hasSize(2);
        assertThat(receiver.connections()).isEqualTo(1);
    }

    @Test
    void keptConnectionThatWasClosedIsReplaced() {
        receiver.close();
        receiver = Receiver.keepingOpen(1);

        sender.send(Letters.to(receiver.url()));
        Answer second = sender.send(Letters.to(receiver.url()));

        assertThat(second).isInstanceOf(Replied.class);
        assertThat(receiver.requests()).hasSize(2);
        assertThat(receiver.connections()).isEqualTo(2);
    }

    private Replied replied(Receiver asked) {
        return replied(asked, sender);
    }

    private Replied replied(Receiver asked, OkHttpWebhookSender asking) {
        receiver.close();
        receiver = asked;
        Answer answer = asking.send(Letters.to(receiver.url()));
        assertThat(answer).isInstanceOf(Replied.class);
        return (Replied) answer;
    }
}
