package io.guildhall.domain.money;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.money.MoneyFixture.usdc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void amountIsAWholeNumberOfItsCurrencysSmallestUnit() {
        assertThat(usd(45).units()).isEqualTo(45);
        assertThat(usdc(45).units()).isEqualTo(450_000);
        assertThat(usd(45)).hasToString("0.45 usd");
        assertThat(usdc(-1_234_567)).hasToString("-12345.670000 usdc");
    }

    @Test
    void centsOfWhatIsSmallerThanACentAreRoundedDown() {
        assertThat(new Money(19_999, Currency.USDC).cents()).isEqualTo(1);
        assertThat(new Money(-1, Currency.USDC).cents()).isEqualTo(-1);
        assertThat(usdc(7).cents()).isEqualTo(7);
    }

    @Test
    void sumAndDifferenceAreExact() {
        assertThat(usd(10).plus(usd(32))).isEqualTo(usd(42));
        assertThat(usd(10).minus(usd(32))).isEqualTo(usd(-22));
        assertThat(usd(10).isLessThan(usd(11))).isTrue();
        assertThat(usd(0).isZero()).isTrue();
        assertThat(usd(0).isPositive()).isFalse();
        assertThat(usd(-1).isPositive()).isFalse();
    }

    @Test
    void whatDoesNotFitIsABugAndNeverWrapsAround() {
        Money most = new Money(Long.MAX_VALUE, Currency.USD);
        Money least = new Money(Long.MIN_VALUE, Currency.USD);

        assertThatThrownBy(() -> most.plus(usd(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> least.minus(usd(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.share(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> usdc(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void currenciesAreNeverMixed() {
        assertThatThrownBy(() -> usd(1).plus(usdc(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> usd(1).minus(usdc(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> usd(1).isLessThan(usdc(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(usd(1)).isNotEqualTo(usdc(1));
    }
}
