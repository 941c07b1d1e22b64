package io.guildhall.messaging.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SystemResolverTest {

    private static final List<InetAddress> HERE = List.of(InetAddress.ofLiteral("127.0.0.1"));
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(20);

    @Test
    void systemIsAsked() throws UnknownHostException {
        assertThat(new SystemResolver(LONG).resolve("localhost"))
                .isNotEmpty()
                .allMatch(InetAddress::isLoopbackAddress);
    }

    @Test
    void unknownHostIsSaidToBeOne() {
        SystemResolver resolver =
                new SystemResolver(
                        host -> {
                            throw new UnknownHostException(host + ": at 10.0.0.53");
                        },
                        LONG);

        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> resolver.resolve("nobody.example"))
                .withMessage("The host is not known.");
    }

    @Test
    void lookupsThatHangAreLeftBehindAndBounded() throws UnknownHostException {
        CountDownLatch nameServerIsBack = new CountDownLatch(1);
        SystemResolver resolver =
                new SystemResolver(
                        _ -> {
                            awaitQuietly(nameServerIsBack);
                            return HERE;
                        },
                        SHORT);

        for (int hanging = 0; hanging < SystemResolver.LOOKUPS_MAX; hanging++) {
            String name = hanging + ".slow.example";
            assertThatExceptionOfType(UnknownHostException.class)
                    .isThrownBy(() -> resolver.resolve(name))
                    .withMessage("The lookup of the host took too long.");
        }
        assertThatExceptionOfType(TooManyLookups.class)
                .isThrownBy(() -> resolver.resolve("other.example"));
    }

    @Test
    void lookupsOfOneHostTakeUpOnePlace() throws UnknownHostException {
        CountDownLatch nameServerIsBack = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        SystemResolver resolver =
                new SystemResolver(
                        host -> {
                            if (host.equals("slow.example")) {
                                asked.incrementAndGet();
                                awaitQuietly(nameServerIsBack);
                            }
                            return HERE;
                        },
                        SHORT);
        for (int waiting = 0; waiting <= SystemResolver.LOOKUPS_MAX; waiting++) {
            assertThatExceptionOfType(UnknownHostException.class)
                    .isThrownBy(() -> resolver.resolve("slow.example"))
                    .withMessage("The lookup of the host took too long.");
        }

        assertThat(asked).hasValue(1);
        await().untilAsserted(() -> assertThat(resolver.resolve("quick.example")).isEqualTo(HERE));
        nameServerIsBack.countDown();
        await().untilAsserted(() -> assertThat(resolver.resolve("slow.example")).isEqualTo(HERE));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
