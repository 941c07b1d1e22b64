package io.guildhall.application.notification;

import static io.guildhall.application.inmemory.ScriptedWebhookSender.replied;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.notification.NotificationFixture.SILENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.inmemory.ScriptedWebhookSender;
import io.guildhall.application.notification.SendDeliveries.Failures;
import io.guildhall.domain.notification.Deliveries;
import io.guildhall.domain.notification.Delivery;
import io.guildhall.domain.notification.DeliveryStatus.Delivered;
import io.guildhall.domain.notification.DeliveryStatus.Pending;
import io.guildhall.domain.notification.DeliveryStatus.Sending;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.EventFilter;
import io.guildhall.domain.notification.Target;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.notification.WebhookSender.Answer;
import io.guildhall.domain.notification.WebhookSender.Letter;
import io.guildhall.domain.party.Caller;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IsolationTest {

    private static final int SLOTS = 4;
    private static final String HANGS = "https://hangs.example.org/";
    private static final String WORKS = "https://works.example.org/";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Market market = new Market();
    private final Carrier carrier = new Carrier(market);
    private final ScriptedWebhookSender receivers = market.guildhall.webhookSender;
    private final Caller ann = market.operatorWith("Ann", usd(900_000));
    private final WebhookEndpoint hanging = register(HANGS);
    private final WebhookEndpoint working = register(WORKS);
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger hangingNow = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Lanes lanes = new Lanes(SLOTS, 100);
    private final SendDeliveries sendDeliveries =
            sendDeliveries(
                    market.guildhall.deliveries,
                    failure -> {
                        throw failure;
                    });

    @AfterEach
    void release() {
        // Also after a failure, or closing would wait for ever.
        released.countDown();
        end.countDown();
        threads.close();
    }

    @Test
    void receiverThatHangsHoldsItsOwnSlotsAndNobodyElses() throws InterruptedException {
        int events = 60;
        CountDownLatch delivered = new CountDownLatch(events);
        receivers.answer(letter -> letter.url().equals(HANGS) ? hang() : counted(delivered));
        post(events);

        sendDeliveries.handle();

        assertThat(delivered.await(30, TimeUnit.SECONDS)).isTrue();
        sendDeliveries.handle();
        assertThat(hangingNow).hasValue(SLOTS);
        assertThat(taken(hanging)).isEqualTo(SLOTS);
    }

    @Test
    void receiverThatDidNotAnswerIsTriedWithOneAtATimeUntilItDoes() throws InterruptedException {
        receivers.answer(letter -> letter.url().equals(HANGS) ? hang() : replied(200));
        post(30);
        sendDeliveries.handle();
        awaitHanging(SLOTS);

        released.countDown();
        awaitAllRecorded();
        CountDownLatch hangsAgain = new CountDownLatch(1);
        receivers.forgetLetters();
        receivers.answer(letter -> waiting(letter, hangsAgain));
        market.guildhall.clock.advance(Delivery.LEASE);
        // Round after round, as the service goes: what was just put back is taken by the next.
        await(() -> {
            sendDeliveries.handle();
            return hangsAgain.getCount() == 0;
        });
        sendDeliveries.handle();

        // One tried before it hung again may still have to be recorded; more that hang stay.
        await(() -> taken(hanging) == 1);
        end.countDown();
        awaitAllRecorded();
    }

    @Test
    void stoppedProcessPutsBackWhatItHasNotSent() throws InterruptedException {
        receivers.answer(letter -> letter.url().equals(HANGS) ? hang() : replied(200));
        post(30);
        sendDeliveries.handle();
        awaitHanging(SLOTS);

        lanes.stop();
        released.countDown();
        assertThat(lanes.awaitEmpty(Duration.ofSeconds(30))).isTrue();

        assertThat(taken(hanging)).isZero();
        assertThat(taken(working)).isZero();
        assertThat(carrier.deliveries(working))
                .allMatch(delivery ->
                        delivery.status() instanceof Delivered
                                || delivery.status() instanceof Pending);
        assertThat(sendDeliveries.handle()).isZero();
    }

    @Test
    void endpointWhoseDeliveriesCannotBeReadIsNobodyElsesBusiness() throws InterruptedException {
        CountDownLatch delivered = new CountDownLatch(2);
        receivers.answer(_ -> counted(delivered));
        post(2);
        RuntimeException unreadable = new IllegalStateException("Not readable");
        List<RuntimeException> reported = new CopyOnWriteArrayList<>();

        int taken =
                sendDeliveries(
                                failing(market.guildhall.deliveries, hanging.id(), unreadable),
                                reported::add)
                        .handle();

        assertThat(taken).isEqualTo(2);
        assertThat(delivered.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(lanes.awaitEmpty(PATIENCE)).isTrue();
        assertThat(carrier.deliveries(working))
                .allMatch(delivery -> delivery.status() instanceof Delivered);
        assertThat(reported).containsExactly(unreadable);
        sendDeliveries.handle();
        assertThat(lanes.awaitEmpty(PATIENCE)).isTrue();
        assertThat(carrier.deliveries(hanging))
                .as("it may be filled again")
                .allMatch(delivery -> delivery.status() instanceof Delivered);
    }

    private SendDeliveries sendDeliveries(Deliveries deliveries, Failures failures) {
        return new SendDeliveries(
                market.use.worldly,
                market.guildhall.webhookEndpoints,
                deliveries,
                receivers,
                market.guildhall.random,
                threads,
                lanes,
                failures);
    }

    /** The same, but for what is due to that endpoint. */
    private static Deliveries failing(
            Deliveries sound, EndpointId endpoint, RuntimeException failure) {
        return (Deliveries)
                Proxy.newProxyInstance(
                        Deliveries.class.getClassLoader(),
                        new Class<?>[] {Deliveries.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("takeDue")
                                    && ((Map<?, ?>) arguments[0]).containsKey(endpoint)) {
                                throw failure;
                            }
                            return method.invoke(sound, arguments);
                        });
    }

    private Answer hang() {
        hangingNow.incrementAndGet();
        await(released);
        return SILENT;
    }

    private Answer waiting(Letter letter, CountDownLatch begun) {
        if (letter.url().equals(HANGS)) {
            begun.countDown();
            await(end);
        }
        return replied(200);
    }

    private static Answer counted(CountDownLatch delivered) {
        delivered.countDown();
        return replied(200);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitHanging(int count) {
        await(() -> hangingNow.get() >= count);
    }

    private void awaitAllRecorded() {
        await(() -> taken(hanging) == 0);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private int taken(WebhookEndpoint endpoint) {
        return Math.toIntExact(
                carrier.deliveries(endpoint).stream()
                        .filter(delivery -> delivery.status() instanceof Sending)
                        .count());
    }

    private void post(int events) {
        for (int i = 0; i < events; i++) {
            market.post(ann, terms().reward(usd(100)));
        }
        carrier.plan();
    }

    private WebhookEndpoint register(String url) {
        return market.use.registerWebhook.handle(
                new RegisterWebhook.Command(
                        ann, null, new Target(url, new EventFilter(List.of("bounty.opened")), "")));
    }
}
