package io.guildhall.bootstrap.money;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** Payments and what becomes of them, each by its own seed, some at once. */
final class MoneyLoad implements AutoCloseable {

    private static final int AT_ONCE_MAX = 24;

    /** What went wrong often is asked again after an hour, which passes in minutes here. */
    private static final Duration STEP_MAX = Duration.ofMinutes(12);

    private final URI service;
    private final StripeOutside stripe;
    private final List<Payer> payers;
    private final long seed;
    private final Semaphore free = new Semaphore(AT_ONCE_MAX);
    private final ExecutorService lives = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger ended = new AtomicInteger();
    private final List<Throwable> failures = new ArrayList<>();
    private final Set<String> payments = ConcurrentHashMap.newKeySet();
    private final Set<String> withdrawals = ConcurrentHashMap.newKeySet();
    private final Set<String> refunds = ConcurrentHashMap.newKeySet();
    private final Map<String, Bounce> bounces = new ConcurrentHashMap<>();
    private final AtomicInteger disputed = new AtomicInteger();

    /** A refund that its payer's bank did not take. */
    record Bounce(Payer payer, long cents) {}

    MoneyLoad(URI service, StripeOutside stripe, List<Payer> payers, long seed) {
        this.service = service;
        this.stripe = stripe;
        this.payers = List.copyOf(payers);
        this.seed = seed;
    }

    /** Begins so many, a few at once, and returns. */
    void begin(int count) {
        lives.execute(() -> {
            for (int number = 0; number < count; number++) {
                int own = number;
                free.acquireUninterruptibly();
                lives.execute(() -> {
                    try {
                        live(own, new Random(seed + own));
                    } catch (Throwable broken) {
                        synchronized (failures) {
                            failures.add(broken);
                        }
                    } finally {
                        ended.incrementAndGet();
                        free.release();
                    }
                });
            }
        });
    }

    int ended() {
        return ended.get();
    }

    void mustBeSound() {
        synchronized (failures) {
            if (!failures.isEmpty()) {
                throw new AssertionError(
                        failures.size() + " payments broke off, seed " + seed, failures.getFirst());
            }
        }
    }

    Set<String> payments() {
        return payments;
    }

    Set<String> withdrawals() {
        return withdrawals;
    }

    Set<String> refunds() {
        return refunds;
    }

    /** By the refunds that did not arrive. */
    Map<String, Bounce> bounces() {
        return bounces;
    }

    int disputed() {
        return disputed.get();
    }

    private void live(int number, Random chance) {
        Payer payer = payers.get(number % payers.size());
        long amount = 1_000L + chance.nextInt(20_000);
        stripe.breakDown(chance);
        String payment = payer.topUp(amount);
        payments.add(payment);
        if (awaited(payer, payment, "open", "ended").equals("ended")) {
            return;
        }
        if (chance.nextInt(10) == 0) {
            stripe.expire(payment);
            tell(payment, chance);
            awaited(payer, payment, "ended");
            return;
        }
        stripe.breakDown(chance);
        stripe.pay(payment);
        tell(payment, chance);
        awaited(payer, payment, "received");
        payer.cents().addAndGet(amount);
        stripe.breakDown(chance);
        switch (chance.nextInt(10)) {
            case 0 -> {
                stripe.dispute(payment);
                disputed.incrementAndGet();
                payer.cents().addAndGet(-amount);
                tell(payment, chance);
            }
            case 1, 2, 3 -> {
                long some = 1 + chance.nextLong(amount);
                String refund = payer.refund(payment, some);
                refunds.add(refund);
                if (chance.nextInt(3) == 0) {
                    Awaitility.await("that " + refund + " is sent")
                            .atMost(STEP_MAX)
                            .pollInterval(Duration.ofMillis(250))
                            .until(() -> {
                                payer.resumeWhatIsBlocked();
                                return stripe.bounce(refund);
                            });
                    bounces.put(refund, new Bounce(payer, some));
                    tell(payment, chance);
                }
            }
            default -> withdrawals.add(payer.withdraw(1 + chance.nextLong(amount)));
        }
    }

    /** Some events are never told, and some twice. */
    private void tell(String payment, Random chance) {
        String event = stripe.eventOf(payment);
        for (int times = chance.nextInt(3); times > 0; times--) {
            stripe.tell(service, event);
        }
    }

    private static String awaited(Payer payer, String payment, String... stages) {
        Set<String> wanted = Set.of(stages);
        return Awaitility.await("that " + payment + " is " + wanted)
                .atMost(STEP_MAX)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> stage(payer.payment(payment)), wanted::contains);
    }

    private static String stage(JsonNode payment) {
        return payment.required("stage").asText();
    }

    @Override
    public void close() {
        lives.shutdownNow();
    }
}
