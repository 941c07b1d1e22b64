package io.guildhall.messaging.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.notification.WebhookSender.Answer.Replied;
import io.guildhall.domain.notification.WebhookSender.Answer.Unreachable;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A name server of the attacker's answers differently each time it is asked. 127.0.0.2 stands for a
 * public address here, 127.0.0.1 for what must not be called.
 */
class RebindingTest {

    private static final String PUBLIC = "127.0.0.2";
    private static final String INSIDE = "127.0.0.1";
    private static final SendingLimits LIMITS =
            new SendingLimits(Duration.ofSeconds(60), Duration.ofSeconds(30), 8);

    private final Receiver inside = Receiver.ok();
    private final Receiver published = publishedAt(inside.port());
    private final Queue<List<String>> nameServer = new ArrayDeque<>();
    private final OkHttpWebhookSender sender =
            new OkHttpWebhookSender(
                    OkHttpWebhookSender.client(
                                    AddressGuard.allowing(List.of(PUBLIC)), this::ask, LIMITS)
                            .build());

    @AfterEach
    void close() {
        inside.close();
        published.close();
    }

    @Test
    void addressThatWasCheckedIsTheOneThatIsCalled() {
        nameServer.add(List.of(PUBLIC));
        nameServer.add(List.of(INSIDE));

        assertThat(send()).isInstanceOf(Replied.class);

        assertThat(nameServer).as("what it would have said next").hasSize(1);
        assertThat(published.requests()).hasSize(1);
        assertThat(inside.connections()).isZero();
    }

    @Test
    void addressIsCheckedAgainOnRetry() {
        nameServer.add(List.of(PUBLIC));
        nameServer.add(List.of(INSIDE));

        send();

        assertThat(send())
                .isInstanceOfSatisfying(
                        Unreachable.class,
                        answer -> assertThat(answer.reason()).isEqualTo("forbidden_address"));
        assertThat(inside.connections()).isZero();
    }

    @Test
    void ofSeveralAddressesOnlyTheCallableAreCalled() {
        nameServer.add(List.of(INSIDE, "::1", "10.0.0.1", PUBLIC));

        assertThat(send()).isInstanceOf(Replied.class);

        assertThat(published.requests()).hasSize(1);
        assertThat(inside.connections()).isZero();
    }

    @Test
    void forbiddenAddressIsNoWayOutWhenTheOthersFail() {
        published.close();
        nameServer.add(List.of(PUBLIC, INSIDE));

        assertThat(send())
                .isInstanceOfSatisfying(
                        Unreachable.class,
                        answer -> assertThat(answer.reason()).isEqualTo("connection_refused"));
        assertThat(inside.connections()).isZero();
    }

    private Object send() {
        return sender.send(Letters.to("http://rebinding.example:" + inside.port() + "/hook"));
    }

    private List<InetAddress> ask(String host) {
        return nameServer.remove().stream().map(InetAddress::ofLiteral).toList();
    }

    /** On the same port as the one inside, so that nothing but the address keeps them apart. */
    private static Receiver publishedAt(int port) {
        return Receiver.at(
                PUBLIC,
                port,
                (_, out) ->
                        Receiver.write(
                                out,
                                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
    }
}
