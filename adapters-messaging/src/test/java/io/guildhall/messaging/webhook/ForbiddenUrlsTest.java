package io.guildhall.messaging.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.notification.WebhookSender.Answer;
import io.guildhall.domain.notification.WebhookSender.Answer.Replied;
import io.guildhall.domain.notification.WebhookSender.Answer.Unreachable;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every way to write an address that must not be called, before a receiver that listens there, and
 * with a resolver that takes every odd spelling for this machine.
 */
class ForbiddenUrlsTest {

    private static final Resolver CREDULOUS = _ -> List.of(InetAddress.ofLiteral("127.0.0.1"));
    private static final SendingLimits LIMITS =
            new SendingLimits(Duration.ofSeconds(60), Duration.ofSeconds(30), 8);

    private final Receiver receiver = Receiver.ok();

    @AfterEach
    void close() {
        receiver.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "127.0.1",
                "0",
                "0.0.0.0",
                "0x7f000001",
                "0x7f.0.0.1",
                "0X7F.1",
                "2130706433",
                "017700000001",
                "0177.0.0.1",
                "00000177.0.0.01",
                "127.000.000.001",
                "127.0.0.1.",
                "127.1.",
                "localhost",
                "localhost.",
                "LOCALHOST",
                "internal.example",
                "①②⑦.⓪.⓪.①",
                "127。0。0。1",
                "%31%32%37.0.0.1",
                "127.0.0.1%2e",
                "[::1]",
                "[0:0:0:0:0:0:0:1]",
                "[::]",
                "[::127.0.0.1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::ffff:169.254.169.254]",
                "[::ffff:0:127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "[fe80::1]",
                "[fe80::1%25lo]",
                "[fc00::1]",
                "[fd00:ec2::254]",
                "[127.0.0.1]",
                "[localhost]",
                "10.0.0.1",
                "172.16.0.1",
                "192.168.0.1",
                "100.64.0.1",
                "169.254.169.254",
                "user@127.0.0.1",
                "user:password@127.0.0.1",
                "public.example@127.0.0.1",
                "public.example:80@127.0.0.1",
                "127.0.0.1@internal.example",
                "public.example%40127.0.0.1",
                "public.example#@127.0.0.1",
                "127.0.0.1\\@public.example",
                "127.0.0.1\t",
                "ht\ntp.127.0.0.1",
                "",
                "[",
                "[]",
                "]",
                "127.0.0.1:port@"
            })
    void nothingThatPointsInsideIsConnectedTo(String host) {
        isRefusedUnconnected("http://" + host + ":" + receiver.port() + "/hook");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://127.0.0.1/",
                "gopher://127.0.0.1/",
                "127.0.0.1/hook",
                "//127.0.0.1/hook",
                "http:127.0.0.1/hook",
                "http:/127.0.0.1/hook",
                "http:\\\\127.0.0.1\\hook",
                "HTTP://127.0.0.1/hook",
                "https://127.0.0.1/hook",
                " http://127.0.0.1/hook",
                "javascript:1",
                ""
            })
    void nothingElseThatPointsInsideIsConnectedTo(String url) {
        isRefusedUnconnected(url.replace("127.0.0.1", "127.0.0.1:" + receiver.port()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "user@127.0.0.1",
                "[::ffff:127.0.0.1]",
                "①②⑦.0.0.1",
                "localhost",
                "hooks.example."
            })
    void developmentMayCallItsOwnMachine(String host) {
        Answer answer =
                sender(AddressGuard.allowing(List.of("127.0.0.0/8")))
                        .send(Letters.to("http://" + host + ":" + receiver.port() + "/hook"));

        assertThat(answer).isInstanceOf(Replied.class);
        assertThat(receiver.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.1",
                "0x7f000001",
                "2130706433",
                "017700000001",
                "0177.0.0.1",
                "1.2.3.4.5"
            })
    void oddSpellingIsRefusedInDevelopmentToo(String host) {
        Answer answer =
                sender(AddressGuard.allowing(List.of("127.0.0.0/8")))
                        .send(Letters.to("http://" + host + ":" + receiver.port() + "/hook"));

        assertThat(answer).isInstanceOf(Unreachable.class);
        assertThat(receiver.connections()).isZero();
    }

    @Test
    void refusalDoesNotSayWhatNamesMeanInside() {
        Answer answer =
                sender(AddressGuard.publicOnly()).send(Letters.to("http://internal.example/hook"));

        assertThat(answer.toString()).doesNotContain("127.0.0.1");
    }

    private static OkHttpWebhookSender sender(AddressGuard guard) {
        return new OkHttpWebhookSender(
                OkHttpWebhookSender.client(guard, CREDULOUS, LIMITS).build());
    }

    private void isRefusedUnconnected(String url) {
        Answer answer = sender(AddressGuard.publicOnly()).send(Letters.to(url));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Unreachable.class,
                        unreachable ->
                                assertThat(unreachable.reason()).isEqualTo("forbidden_address"));
        assertThat(receiver.connections()).isZero();
    }
}
