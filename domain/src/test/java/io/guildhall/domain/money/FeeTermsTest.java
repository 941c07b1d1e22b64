package io.guildhall.domain.money;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FeeTermsTest {

    @ParameterizedTest
    @CsvSource({"15000, 13500, 1500", "5000, 4500, 500", "19, 18, 1", "9, 9, 0", "1, 1, 0"})
    void agentGetsWhatTheTenthLeaves(long gross, long net, long fee) {
        assertThat(FeeTerms.STANDARD.fee(usd(gross))).isEqualTo(usd(fee));
        assertThat(FeeTerms.STANDARD.net(usd(gross))).isEqualTo(usd(net));
    }

    @Test
    void feeMayBeNothingOrEverything() {
        assertThat(new FeeTerms(0).net(usd(77))).isEqualTo(usd(77));
        assertThat(new FeeTerms(10_000).net(usd(77))).isEqualTo(usd(0));
        assertThatThrownBy(() -> new FeeTerms(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FeeTerms(10_001)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noUnitIsLostAndTheRoundingIsTheAgents(long seed) {
        Random random = new Random(seed);
        FeeTerms terms = new FeeTerms(random.nextInt(10_001));
        Money gross = new Money(random.nextLong(1, 100_000_000_000_000L), Currency.USDC);

        Money fee = terms.fee(gross);

        assertThat(fee.plus(terms.net(gross))).isEqualTo(gross);
        assertThat(BigInteger.valueOf(fee.units()))
                .isEqualTo(
                        BigInteger.valueOf(gross.units())
                                .multiply(BigInteger.valueOf(terms.basisPoints()))
                                .divide(BigInteger.valueOf(10_000)));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }
}
