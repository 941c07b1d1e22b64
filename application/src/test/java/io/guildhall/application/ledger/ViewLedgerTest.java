package io.guildhall.application.ledger;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.domain.ledger.LedgerProof;
import java.time.Duration;
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

    private LedgerProof proof() {
        return market.use.viewLedger.proof();
    }
}
