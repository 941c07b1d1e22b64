package io.guildhall.application.payment;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.TermsFixture;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.PaymentStage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Five notices about one payment (paid, charged, fee counted, charged back, given back), each heard
 * twice and in every order, and each time at any moment of what happens at the rail: all end alike.
 */
class EventOrderTest {

    private static final int NOTICES = 5;

    private record End(Class<?> stage, Money available, Money debt, List<String> totals) {}

    @Test
    void everyOrderOfFiveNoticesEndsAlike() {
        Set<End> ends = new HashSet<>();
        List<List<Integer>> orders = permutations(NOTICES);

        orders.forEach(order -> ends.add(afterAll(order)));

        assertThat(orders).hasSize(120);
        assertThat(ends).hasSize(1);
        End end = ends.iterator().next();
        assertThat(end.stage()).isEqualTo(PaymentStage.Received.class);
        assertThat(end.available()).isEqualTo(usd(1_000));
        assertThat(end.debt()).isEqualTo(usd(0));
    }

    @Test
    void itDoesNotMatterWhatHadHappenedWhenANoticeCame() {
        Set<End> ends = new HashSet<>();
        for (int heardAfter = 0; heardAfter < (1 << 4); heardAfter++) {
            ends.add(heardInBetween(heardAfter));
        }

        assertThat(ends).hasSize(1);
    }

    /** All has happened at the rail, and then it is told. */
    private static End afterAll(List<Integer> order) {
        RailMarket market = new RailMarket();
        Caller ann = market.market.operator("Ann");
        Payment payment = market.open(ann, usd(5_000));
        market.rail.pay(payment.id());
        market.rail.chargeBack(payment.id());
        market.rail.reverseChargeback(payment.id());
        for (int notice : order) {
            hear(market, payment, notice);
            hear(market, payment, notice);
        }
        return end(market, ann, payment);
    }

    /**
     * @param heardAfter a bit for each of four happenings, set where a notice is heard after it
     */
    private static End heardInBetween(int heardAfter) {
        RailMarket market = new RailMarket();
        Caller ann = market.market.operator("Ann");
        Payment payment = market.open(ann, usd(5_000));
        List<Runnable> happenings =
                List.of(
                        () -> market.rail.pay(payment.id()),
                        () -> market.rail.chargeBack(payment.id()),
                        () -> market.rail.reverseChargeback(payment.id()),
                        () -> {});
        for (int index = 0; index < happenings.size(); index++) {
            happenings.get(index).run();
            if ((heardAfter & 1 << index) != 0) {
                hear(market, payment, index);
            }
        }
        hear(market, payment, NOTICES);
        return end(market, ann, payment);
    }

    private static void hear(RailMarket market, Payment payment, int number) {
        String notice =
                "evt-"
                        + number
                        + (number % 2 == 0
                                ? " payment " + payment.id()
                                : " receipt receipt-" + payment.id());
        market.use.receiveRailNotice.handle(notice, String.valueOf(notice.length()));
        market.use.hearRailNotices.handle(10);
        market.use.followPayments.handle(10);
    }

    private static End end(RailMarket market, Caller ann, Payment payment) {
        // What was heard by a receipt that was not known yet is asked about anyway.
        market.guildhall.clock.advance(java.time.Duration.ofHours(2));
        market.use.followPayments.handle(10);
        market.market.post(ann, TermsFixture.terms().reward(usd(4_000)));
        assertThat(market.use.reconcileRail.handle().differences()).isEmpty();
        return new End(
                market.now(payment).stage().getClass(),
                market.available(ann),
                market.guildhall.ledger.spendable(Account.debt(ann.operator(), Currency.USD)),
                market.guildhall.ledger.prove().totals().stream()
                        .filter(total -> total.units() != 0)
                        .map(total -> total.kind() + " " + total.units())
                        .toList());
    }

    private static List<List<Integer>> permutations(int of) {
        List<List<Integer>> all = new ArrayList<>(List.of(List.of()));
        for (int next = 0; next < of; next++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> order : all) {
                for (int place = 0; place <= order.size(); place++) {
                    List<Integer> inserted = new ArrayList<>(order);
                    inserted.add(place, next);
                    longer.add(inserted);
                }
            }
            all = longer;
        }
        return all;
    }
}
