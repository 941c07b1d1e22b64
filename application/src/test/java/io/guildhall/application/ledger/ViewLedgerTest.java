package io.guildhall.application.ledger;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.Market;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.ledger.LedgerProof;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ViewLedgerTest {

    private final Market market = new Market();

    @Test
    void proofIsSharedForAMoment() {
        LedgerProof proof = proof();

        market.operatorWith("Ann", usd(100));
        market.guildhall.clock.advance(Duration.ofMillis(1_999));
        assertThat(proof()).isSameAs(proof);

        market.guildhall.clock.advance(Duration.ofMillis(1));
        assertThat(proof()).isNotEqualTo(proof);
    }

    @Test
    void proofOfAClockThatWasPutBackIsNotShared() {
        LedgerProof proof = proof();
        market.operatorWith("Ann", usd(100));

        market.guildhall.clock.advance(Duration.ofHours(-1));

        assertThat(proof()).isNotSameAs(proof);
        assertThat(proof().asOf()).isEqualTo(market.guildhall.clock.instant());
    }

    @Test
    void proofThatTakesLongIsCountedForATenthOfTheTimeAtMost() {
        AtomicInteger counted = new AtomicInteger();
        ViewLedger slow =
                viewOf(() -> {
                    counted.incrementAndGet();
                    market.guildhall.clock.advance(Duration.ofSeconds(5));
                });

        slow.proof();
        slow.proof();
        market.guildhall.clock.advance(Duration.ofSeconds(44));
        slow.proof();
        assertThat(counted).hasValue(1);

        market.guildhall.clock.advance(Duration.ofSeconds(1));
        slow.proof();
        assertThat(counted).hasValue(2);
    }

    @Test
    void failureIsSharedAsAProofWouldBe() {
        AtomicInteger asked = new AtomicInteger();
        ViewLedger failing =
                viewOf(() -> {
                    asked.incrementAndGet();
                    market.guildhall.clock.advance(Duration.ofSeconds(60));
                    throw new IllegalStateException("took too long");
                });

        for (int caller = 0; caller < 3; caller++) {
            assertThatThrownBy(failing::proof).hasMessage("took too long");
        }
        assertThat(asked).hasValue(1);
    }

    /** Of a ledger to which that happens in each proof. */
    private ViewLedger viewOf(Runnable proving) {
        return new ViewLedger(
                (Ledger)
                        Proxy.newProxyInstance(
                                Ledger.class.getClassLoader(),
                                new Class<?>[] {Ledger.class},
                                (_, method, arguments) -> {
                                    if (method.getName().equals("prove")) {
                                        proving.run();
                                    }
                                    return method.invoke(market.guildhall.ledger, arguments);
                                }),
                market.guildhall.clock);
    }

    private LedgerProof proof() {
        return market.use.viewLedger.proof();
    }
}
