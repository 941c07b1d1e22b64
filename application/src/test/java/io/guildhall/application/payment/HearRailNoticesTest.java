package io.guildhall.application.payment;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.PaymentStage.Received;
import io.guildhall.domain.rail.RailNotice;
import io.guildhall.domain.rail.RailNoticeReader;
import io.guildhall.domain.shared.Busy;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A notice over which we trip is not the others' business. */
class HearRailNoticesTest {

    private static final String STUCK = "stuck";

    private final RailMarket market = new RailMarket();
    private final List<RailNotice> failures = new ArrayList<>();
    private RuntimeException trouble = new IllegalStateException("nobody foresaw it");
    private boolean isMended;

    private final HearRailNotices hear =
            new HearRailNotices(
                    market.use.worldly,
                    market.guildhall.railNotices,
                    new Tripping(market.rail.noticeReader()),
                    market.guildhall.payments,
                    market.guildhall.payeeAccounts,
                    market.guildhall.clock,
                    (notice, _) -> failures.add(notice));

    @Test
    void noticeThatCannotBeHeardHoldsUpNoOther() {
        Payment paid = paid();
        keep(STUCK);
        keep("payment " + paid.id());

        assertThat(hear.handle(10)).isEqualTo(2);
        market.use.followPayments.handle(10);

        assertThat(market.now(paid).stage()).isInstanceOf(Received.class);
    }

    @Test
    void itIsTriedLessAndLessOftenUntilItIsHeard() {
        keep(STUCK);

        for (Duration wait : List.of(Duration.ofSeconds(10), Duration.ofSeconds(20))) {
            assertThat(hear.handle(10)).isEqualTo(1);
            market.guildhall.clock.advance(wait.minusMillis(1));
            assertThat(hear.handle(10)).isZero();
            market.guildhall.clock.advance(Duration.ofMillis(1));
        }
        assertThat(failures).extracting(RailNotice::failures).containsExactly(1, 2);

        isMended = true;
        assertThat(hear.handle(10)).isEqualTo(1);
        market.guildhall.clock.advance(Duration.ofDays(1));
        assertThat(hear.handle(10)).isZero();
    }

    @Test
    void itIsNeverGivenUpAndTriedOnceAnHour() {
        keep(STUCK);

        for (int hour = 0; hour < 100; hour++) {
            hear.handle(10);
            market.guildhall.clock.advance(Duration.ofHours(1));
        }

        assertThat(failures).hasSize(100);
    }

    @Test
    void manyThatCannotBeHeardDoNotHoldUpThoseBehindThem() {
        for (int number = 0; number < 20; number++) {
            keep(STUCK);
        }
        Payment paid = paid();
        keep("payment " + paid.id());

        assertThat(hear.handle(10)).isEqualTo(10);
        assertThat(hear.handle(10)).isEqualTo(10);
        assertThat(hear.handle(10)).isEqualTo(1);
        market.use.followPayments.handle(10);

        assertThat(failures).hasSize(20);
        assertThat(market.now(paid).stage()).isInstanceOf(Received.class);
    }

    @Test
    void outageIsNoFaultOfTheNotice() {
        trouble = new RefusedException(new Busy());
        keep(STUCK);

        assertThatThrownBy(() -> hear.handle(10)).isEqualTo(trouble);

        assertThat(failures).isEmpty();
    }

    private Payment paid() {
        Payment open = market.open(market.market.operator("Ann"), usd(5_000));
        market.rail.pay(open.id());
        return open;
    }

    private void keep(String about) {
        String notice = market.guildhall.ids.next() + " " + about;
        market.guildhall.transactions.run(() ->
                market.guildhall.railNotices.keep(
                        RailNotice.received(
                                notice, "told", notice, market.guildhall.clock.instant())));
    }

    private final class Tripping implements RailNoticeReader {

        private final RailNoticeReader reader;

        Tripping(RailNoticeReader reader) {
            this.reader = reader;
        }

        @Override
        public Told read(String body, @Nullable String signature) {
            return reader.read(body, signature);
        }

        @Override
        public Told read(String kept) {
            if (!kept.endsWith(STUCK)) {
                return reader.read(kept);
            }
            if (isMended) {
                return new Told(kept, "told", List.of());
            }
            throw trouble;
        }
    }
}
