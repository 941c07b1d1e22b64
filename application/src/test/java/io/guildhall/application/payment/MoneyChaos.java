package io.guildhall.application.payment;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.inmemory.Crashes;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Ports;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.application.ledger.Withdraw;
import io.guildhall.application.payee.OnboardPayee;
import io.guildhall.application.simulation.Census;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payee.PayeeAccount;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payment.PaymentStage;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.PayoutSource;
import io.guildhall.domain.payout.PayoutStage;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Payments, refunds, withdrawals, chargebacks and other payout accounts by chance, while the rail
 * breaks before or after it has done what it was asked and the machine dies at any port: afterwards
 * nothing was paid twice and the rail's books and ours agree to the cent. {@code
 * -Dchaos.payments=5000} makes it long.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class MoneyChaos {

    /** Chaos in which these never come about would say nothing about them. */
    private static final Set<String> REACHED =
            Set.of(
                    "paid",
                    "paid at a page that was over",
                    "page over",
                    "refund bounced",
                    "charged back",
                    "chargeback reversed",
                    "another account",
                    "refund completed",
                    "withdrawal completed",
                    "crashed",
                    "refused rail_unavailable");

    private static final int PAYMENTS = Integer.getInteger("chaos.payments", 120);
    private static final int PAYMENTS_EACH = 60;
    private static final int PORT_CALLS_MAX = 25;
    private static final int OPERATORS = 4;

    private final Census census = new Census();

    public static LongStream seeds() {
        Long seed = Long.getLong("seed");
        return seed != null
                ? LongStream.of(seed)
                : LongStream.range(0, Math.max(1, PAYMENTS / PAYMENTS_EACH));
    }

    /** A processor outside, what its payers and their banks do there, and what breaks. */
    public interface World extends AutoCloseable {

        InMemoryGuildhall guildhall();

        /** With nothing broken but the rail. */
        Ports ports();

        void complete(String account);

        boolean hasPage(Payment payment);

        void pay(Payment payment);

        void expire(Payment payment);

        void chargeBack(Payment payment);

        void reverseChargeback(Payment payment);

        /** Whether the rail has sent that refund, and its money has not come back. */
        boolean isRefunded(PayoutId refund);

        /** The payer's bank does not take it. */
        void bounce(PayoutId refund);

        /** Something goes wrong with the next question. */
        void trouble(Random chance);

        void recover();

        /** What is forgotten there after a day is. */
        void dayPasses();

        /** What its signed notice of that id about that payment is. */
        String notice(int id, Payment payment);

        String signature(String notice);

        /** How often money really moved for each payout. */
        Map<PayoutId, Long> moved();

        @Override
        void close();
    }

    protected abstract World world();

    @ParameterizedTest
    @MethodSource("io.guildhall.application.payment.MoneyChaos#seeds")
    public void booksAgreeAndNothingIsPaidTwice(long seed) {
        try (World world = world()) {
            Life life = new Life(world, seed, census);
            life.live();
            life.settle();
            life.booksAgree();
            life.nothingIsPaidTwice();
            life.everythingCameToAnEnd();
            life.tell();
        }
    }

    @AfterAll
    public void everythingHappened() {
        if (Long.getLong("seed") == null) {
            assertThat(census.seen()).containsAll(REACHED);
        }
    }

    /** One market, from its first operator until nothing moves any more. */
    private static final class Life {

        private final World world;
        private final Random chance;
        private final Census census;
        private final UseCases sound;
        private final Crashes crashes;
        private final UseCases doomed;
        private final List<Caller> operators = new ArrayList<>();

        /** Of what happened to these the rail tells soon. */
        private final Set<PaymentId> stirred = new LinkedHashSet<>();

        Life(World world, long seed, Census census) {
            this.world = world;
            this.census = census;
            this.chance = new Random(seed);
            this.sound = new UseCases(world.ports());
            this.crashes = new Crashes(world.ports());
            this.doomed = new UseCases(crashes.ports());
        }

        void live() {
            for (int number = 0; number < OPERATORS; number++) {
                operators.add(payee("Operator " + number));
            }
            while (world.guildhall().payments.all().size() < PAYMENTS_EACH) {
                step();
            }
        }

        private Caller payee(String name) {
            Caller operator = new Market(world.guildhall(), sound).operator(name);
            sound.onboardPayee.handle(new OnboardPayee.Command(operator, "DE", false));
            complete(operator);
            sound.followPayees.handle(10);
            return operator;
        }

        /** Its account, if the rail has opened it. */
        private void complete(Caller operator) {
            world.guildhall()
                    .payeeAccounts
                    .of(operator.operator())
                    .map(PayeeAccount::reference)
                    .ifPresent(world::complete);
        }

        void booksAgree() {
            assertThat(world.guildhall().ledger.prove().balances()).isTrue();
            assertThat(sound.reconcileRail.handle())
                    .satisfies(report -> {
                        assertThat(report.differences()).isEmpty();
                        assertThat(report.underWay()).isZero();
                        assertThat(report.held()).isEqualTo(report.owed());
                    });
        }

        private void step() {
            trouble();
            try {
                switch (chance.nextInt(20)) {
                    case 0, 1 ->
                            doomed.requestPayment.handle(
                                    new RequestPayment.Command(anybody(), amount(10_000)));
                    case 2, 3, 4, 5, 6 -> payer();
                    case 7, 8, 9 -> doomed.followPayments.handle(5);
                    case 10, 11, 12 -> notice();
                    case 13 ->
                            doomed.withdraw.handle(new Withdraw.Command(anybody(), amount(6_000)));
                    case 14, 15 -> doomed.sendPayouts.handle(5);
                    case 16, 17 -> refund();
                    case 18 -> otherAccount();
                    default ->
                            world.guildhall()
                                    .clock
                                    .advance(Duration.ofSeconds(chance.nextInt(600)));
                }
            } catch (Crashes.Crash _) {
                // The machine is up again, and knows what was committed.
                census.count("crashed");
            } catch (RefusedException refused) {
                // There was not enough, or the rail was away.
                census.count("refused " + refused.error().code());
            }
            crashes.noMore();
        }

        private void trouble() {
            if (chance.nextInt(3) == 0) {
                crashes.after(chance.nextInt(PORT_CALLS_MAX));
            }
            // Each waits for its question: more of them than questions and the rail never works.
            if (chance.nextInt(6) == 0) {
                world.trouble(chance);
            }
        }

        private void payer() {
            List<Payment> payments = world.guildhall().payments.all();
            if (payments.isEmpty()) {
                return;
            }
            Payment payment = payments.get(chance.nextInt(payments.size()));
            stirred.add(payment.id());
            switch (payment.stage()) {
                case PaymentStage.Requested _ -> {
                    // There is no page yet.
                }
                case PaymentStage.Open _ -> {
                    if (chance.nextInt(5) == 0) {
                        world.expire(payment);
                        census.count("page over");
                    } else {
                        world.pay(payment);
                        census.count("paid");
                    }
                }
                case PaymentStage.Received(var _, var receipt, var _) -> {
                    boolean untouched =
                            payment.givenBack().isZero() && receipt.chargebacks().isEmpty();
                    if (!receipt.takenBack().isZero() && chance.nextBoolean()) {
                        world.reverseChargeback(payment);
                        census.count("chargeback reversed");
                    } else if (chance.nextInt(3) == 0) {
                        bounceOneOf(payment);
                    } else if (untouched && chance.nextInt(3) == 0) {
                        world.chargeBack(payment);
                        census.count("charged back");
                    }
                }
                case PaymentStage.Ended _ -> {
                    if (world.hasPage(payment) && chance.nextInt(3) == 0) {
                        world.pay(payment);
                        census.count("paid at a page that was over");
                    }
                }
            }
        }

        private void bounceOneOf(Payment payment) {
            world.guildhall().payouts.all().stream()
                    .filter(payout ->
                            payout.source().equals(new PayoutSource.Refund(payment.id()))
                                    && world.isRefunded(payout.id()))
                    .findFirst()
                    .ifPresent(refund -> {
                        world.bounce(refund.id());
                        census.count("refund bounced");
                    });
        }

        private void notice() {
            List<PaymentId> told = List.copyOf(stirred);
            stirred.clear();
            for (PaymentId id : told) {
                Payment payment = world.guildhall().payments.find(id).orElseThrow();
                if (world.hasPage(payment) && chance.nextInt(10) > 0) {
                    String notice = world.notice(chance.nextInt(500), payment);
                    doomed.receiveRailNotice.handle(notice, world.signature(notice));
                }
            }
            doomed.hearRailNotices.handle(5);
            doomed.followPayments.handle(5);
        }

        private void refund() {
            List<Payment> payments = world.guildhall().payments.all();
            if (!payments.isEmpty()) {
                Payment payment = payments.get(chance.nextInt(payments.size()));
                Caller payer =
                        operators.stream()
                                .filter(one -> one.operator().equals(payment.payer()))
                                .findFirst()
                                .orElseThrow();
                doomed.refundPayment.handle(
                        new RefundPayment.Command(payer, payment.id(), amount(3_000)));
            }
        }

        /** While money is on its way to the one that was there, if there is any. */
        private void otherAccount() {
            List<Caller> waiting =
                    operators.stream().filter(operator -> isOnItsWayTo(operator)).toList();
            if (chance.nextInt(3) == 0) {
                daysPass();
            } else if (!waiting.isEmpty()) {
                Caller payee = waiting.get(chance.nextInt(waiting.size()));
                doomed.onboardPayee.handle(new OnboardPayee.Command(payee, "DE", true));
                census.count("another account");
            }
        }

        private boolean isOnItsWayTo(Caller operator) {
            return world.guildhall().payouts.all().stream()
                    .anyMatch(payout ->
                            payout.payee().equals(operator.operator())
                                    && (payout.stage() instanceof PayoutStage.Confirming
                                            || payout.stage() instanceof PayoutStage.Sending));
        }

        /** Until what was opened meanwhile can be paid. */
        private void daysPass() {
            operators.forEach(this::complete);
            doomed.followPayees.handle(10);
            world.guildhall().clock.advance(PayeeAccount.COOL_DOWN);
            world.dayPasses();
            doomed.followPayees.handle(10);
        }

        /** The rail is well again, and time passes until all has come to its end. */
        void settle() {
            world.recover();
            operators.forEach(this::complete);
            for (int day = 0; day < 40; day++) {
                world.guildhall().clock.advance(Duration.ofDays(1));
                world.dayPasses();
                sound.hearRailNotices.handle(1_000);
                sound.followPayments.handle(1_000);
                sound.followPayees.handle(1_000);
                sound.sendPayouts.handle(1_000);
                // What the rail did not tell of is found by its books.
                sound.reconcileRail.handle();
            }
            sound.followPayments.handle(1_000);
        }

        void nothingIsPaidTwice() {
            Map<PayoutId, Long> moved = world.moved();
            for (Payout payout : world.guildhall().payouts.all()) {
                assertThat(moved.getOrDefault(payout.id(), 0L))
                        .as("%s in stage %s", payout.id(), payout.stage())
                        .isEqualTo(payout.stage() instanceof PayoutStage.Completed ? 1 : 0);
            }
            assertThat(world.guildhall().payouts.all())
                    .extracting(Payout::id)
                    .containsAll(moved.keySet());
        }

        void everythingCameToAnEnd() {
            for (Payment payment : world.guildhall().payments.all()) {
                assertThat(payment.stage())
                        .isInstanceOfAny(PaymentStage.Received.class, PaymentStage.Ended.class);
            }
            for (Caller operator : operators) {
                assertThat(
                                world.guildhall()
                                        .ledger
                                        .spendable(
                                                Account.inTransit(
                                                        operator.operator(), Currency.USD)))
                        .isEqualTo(usd(0));
            }
        }

        void tell() {
            for (Payout payout : world.guildhall().payouts.all()) {
                census.count(payout.source().word() + " " + payout.stage().word());
            }
        }

        private Caller anybody() {
            return operators.get(chance.nextInt(operators.size()));
        }

        private Money amount(int centsMax) {
            return usd(50 + chance.nextInt(centsMax));
        }
    }
}
