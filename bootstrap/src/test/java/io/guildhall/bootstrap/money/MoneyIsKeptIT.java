package io.guildhall.bootstrap.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.bootstrap.fault.ServiceProcess;
import io.guildhall.bootstrap.fault.Stubborn;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.persistence.PostgresForTests;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The service is killed again and again while payments, refunds and withdrawals are on their way
 * and every other question to Stripe goes wrong. In the end both books agree to the cent, nothing
 * was paid twice, and everything that was promised to somebody has happened.
 */
@EnabledIfSystemProperty(
        named = "money.payments",
        matches = "[0-9]+",
        disabledReason = "it takes minutes: -Dmoney.payments=60")
class MoneyIsKeptIT {

    /** {@code -Dmoney.payments=60} has it run, {@code 2000} with {@code -Dmoney.kills=60} long. */
    private static final int PAYMENTS = Integer.getInteger("money.payments", 60);

    private static final int KILLS = Integer.getInteger("money.kills", 2);
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int PAYERS = 5;
    private static final String ADMIN = "the-key-that-the-money-test-gave";
    private static final Duration OFF = Duration.ofMinutes(5);
    private static final Duration SETTLED_MAX = Duration.ofMinutes(4);

    @Test
    void booksAgreeAndNothingIsPaidTwiceHoweverOftenItIsKilled() {
        String database = PostgresForTests.freshDatabase();
        try (StripeOutside stripe = new StripeOutside();
                ServiceProcess service =
                        ServiceProcess.start("money-is-kept", environment(database, stripe))) {
            Stubborn anonymous = Stubborn.anonymous(service.base());
            List<Payer> payers = payers(anonymous, stripe);
            Instant begin = Instant.now();
            try (MoneyLoad load = new MoneyLoad(service.base(), stripe, payers, SEED)) {
                load.begin(PAYMENTS);
                killWhileItGoesOn(service, stripe, database, load);
                timePassesUntil(PAYMENTS, load, stripe, database, Duration.ofMillis(500));
                load.mustBeSound();
                settle(stripe, database, new Stubborn(service.base(), ADMIN), payers);

                nothingWasPaidTwice(stripe, load, stayedAway(load));
                for (Payer payer : payers) {
                    assertThat(payer.available()).isEqualTo(payer.cents().get());
                }
                assertThat(stripe.stub().complaints()).isEmpty();
                report(load, begin);
            }
        }
    }

    private static List<Payer> payers(Stubborn anonymous, StripeOutside stripe) {
        List<Payer> payers = new ArrayList<>();
        for (int number = 0; number < PAYERS; number++) {
            Payer payer = Payer.register(anonymous, "payer" + number);
            String page =
                    payer.key()
                            .post("/api/payments/onboarding-link", Map.of("country", "DE"), 200)
                            .required("url")
                            .asText();
            String account = page.substring(page.lastIndexOf('/') + 1);
            stripe.tell(anonymous.base(), stripe.complete(account));
            payers.add(payer);
        }
        for (Payer payer : payers) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() ->
                            payer.key()
                                    .get("/api/payments/account")
                                    .required("status")
                                    .asText()
                                    .equals("payable"));
        }
        return payers;
    }

    /** At moments that nobody chose: whenever some more payments have come to their end. */
    private static void killWhileItGoesOn(
            ServiceProcess service, StripeOutside stripe, String database, MoneyLoad load) {
        Random chance = new Random(SEED);
        int each = Math.max(1, PAYMENTS / (KILLS + 1));
        for (int kill = 1; kill <= KILLS; kill++) {
            int at = (kill - 1) * each + 1 + chance.nextInt(each);
            timePassesUntil(
                    at, load, stripe, database, Duration.ofMillis(100 + chance.nextInt(500)));
            service.kill();
            TimePasses.by(OFF, database);
            service.startAgain();
        }
    }

    /** Faster than anywhere else, or what is asked again ever more rarely would take hours. */
    private static void timePassesUntil(
            int ended, MoneyLoad load, StripeOutside stripe, String database, Duration look) {
        Awaitility.await("that " + ended + " payments come to their end, seed " + SEED)
                .atMost(Duration.ofMinutes(15))
                .pollInterval(look)
                .until(() -> {
                    TimePasses.by(look.multipliedBy(20), database);
                    // An error that it has answered Stripe repeats for a day, which nobody waits
                    // for
                    // here.
                    stripe.stub().forgetKeys();
                    return load.ended() >= ended;
                });
    }

    /** Stripe is well again, and time passes until nothing is under way. */
    private static void settle(
            StripeOutside stripe, String database, Stubborn admin, List<Payer> payers) {
        stripe.stub().recover();
        Awaitility.await("that both books agree, seed " + SEED)
                .atMost(SETTLED_MAX)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    TimePasses.by(Duration.ofHours(7), database);
                    stripe.stub().forgetKeys();
                    payers.forEach(Payer::resumeWhatIsBlocked);
                    JsonNode report =
                            admin.post(
                                    "/api/payments/reconciliation",
                                    Map.of("reason", "Money is tried"),
                                    200);
                    assertThat(report.required("differences")).isEmpty();
                    assertThat(report.required("under_way").asInt()).isZero();
                    assertThat(report.required("held_cents").asLong())
                            .isEqualTo(report.required("owed_cents").asLong());
                    for (Payer payer : payers) {
                        assertThat(waiting(payer)).isEmpty();
                    }
                });
        assertThat(admin.get("/api/ledger/proof").required("balances").asBoolean()).isTrue();
    }

    private static List<String> waiting(Payer payer) {
        return payer.payouts().stream()
                .filter(payout ->
                        !Set.of("completed", "returned")
                                .contains(payout.required("stage").asText()))
                .map(JsonNode::toString)
                .toList();
    }

    /**
     * The refunds whose money is with their payer here again. One that bounced before it was known
     * to have gone was made once more.
     */
    private static Set<String> stayedAway(MoneyLoad load) {
        Set<String> stayed = new HashSet<>();
        load.bounces()
                .forEach((refund, bounce) -> {
                    if (stage(bounce.payer(), refund).equals("returned")) {
                        stayed.add(refund);
                        bounce.payer().cents().addAndGet(bounce.cents());
                    }
                });
        return stayed;
    }

    private static String stage(Payer payer, String payout) {
        return payer.key().get("/api/payouts/" + payout).required("stage").asText();
    }

    private static void nothingWasPaidTwice(
            StripeOutside stripe, MoneyLoad load, Set<String> stayedAway) {
        Map<PayoutId, Long> moved = stripe.moved();
        assertThat(moved.values()).containsOnly(1L);
        assertThat(moved.keySet())
                .isEqualTo(
                        Stream.concat(load.withdrawals().stream(), load.refunds().stream())
                                .filter(payout -> !stayedAway.contains(payout))
                                .map(StripeOutside::payout)
                                .collect(Collectors.toSet()));
    }

    private static Map<String, String> environment(String database, StripeOutside stripe) {
        Map<String, String> environment = new HashMap<>(stripe.environment());
        environment.put("GUILDHALL_JDBC_URL", database);
        environment.put("GUILDHALL_DATA", "target/money-is-kept");
        environment.put("GUILDHALL_BOOTSTRAP_KEY", ADMIN);
        environment.putAll(ServiceProcess.WITHOUT_LIMITS);
        return environment;
    }

    private static void report(MoneyLoad load, Instant begin) {
        System.out.printf(
                "%d payments (%d taken back), %d withdrawals, %d refunds (%d bounced), %d kills"
                        + " in %d s: no difference%n",
                load.payments().size(),
                load.disputed(),
                load.withdrawals().size(),
                load.refunds().size(),
                load.bounces().size(),
                KILLS,
                Duration.between(begin, Instant.now()).toSeconds());
    }
}
