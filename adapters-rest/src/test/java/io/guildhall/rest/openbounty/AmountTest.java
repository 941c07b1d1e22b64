package io.guildhall.rest.openbounty;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.money.MoneyFixture.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.Invalid;
import org.junit.jupiter.api.Test;

class AmountTest {

    private final Invalid.Check check = new Invalid.Check();

    @Test
    void centsAreEnough() {
        assertThat(Amount.read("reward", 15_000L, null, Currency.USD, check))
                .isEqualTo(usd(15_000));
        assertThat(Amount.read("reward", 15_000L, null, Currency.USDC, check))
                .isEqualTo(usdc(15_000));
        assertThat(check.problems()).isEmpty();
    }

    @Test
    void unitsAreExact() {
        Money amount = Amount.read("reward", 12L, "123456", Currency.USDC, check);

        assertThat(amount).isEqualTo(new Money(123_456, Currency.USDC));
        assertThat(Amount.units(amount)).isEqualTo("123456");
        assertThat(check.problems()).isEmpty();
    }

    @Test
    void onlyUsdcHasUnitsOfItsOwn() {
        assertThat(Amount.units(usd(15_000))).isNull();
    }

    @Test
    void centsAndUnitsMustBeTheSameAmount() {
        Amount.read("reward", 13L, "123456", Currency.USDC, check);

        assertThat(check.problems())
                .containsExactly(
                        new FieldProblem(
                                "reward_units", "must be the same amount as reward_cents"));
    }

    @Test
    void anAmountIsRequired() {
        Amount.read("amount", null, null, Currency.USD, check);

        assertThat(check.problems())
                .containsExactly(new FieldProblem("amount_cents", "is required"));
    }

    @Test
    void noAmountIsTooLargeToBeRefused() {
        Amount.read("amount", Long.MAX_VALUE, null, Currency.USDC, check);
        Amount.read("amount", null, "9".repeat(30), Currency.USDC, check);

        assertThat(check.problems())
                .containsExactly(
                        new FieldProblem("amount_cents", "is too large"),
                        new FieldProblem("amount_units", "must be a string of 1 to 18 digits"));
    }
}
