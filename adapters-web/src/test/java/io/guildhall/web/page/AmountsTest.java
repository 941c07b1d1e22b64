package io.guildhall.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    150000     | USD  | $1,500.00
                    5          | USD  | $0.05
                    -1250      | USD  | -$12.50
                    1500000    | USDC | 1.50 USDC
                    1500001    | USDC | 1.500001 USDC
                    """)
    void amountsAreExact(long units, Currency currency, String text) {
        assertThat(Amounts.text(new Money(units, currency))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    150      | USD  | 15000
                    150.5    | USD  | 15050
                    $1,500   | USD  | 150000
                    $ 20     | USD  | 2000
                    20 $     | USD  | 2000
                    1,500.25 | USD  | 150025
                    12,345,678.9 | USD | 1234567890
                    0.000001 | USDC | 1
                    12.500000 | USD | 1250
                    """)
    void whatPeopleWriteIsRead(String written, Currency currency, long units) {
        Invalid.Check check = new Invalid.Check();

        assertThat(Amounts.read(written, currency, "reward", check).units()).isEqualTo(units);
        assertThat(check.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "-1",
                "1e3",
                "1.234",
                "1.2.3",
                "9999999999999",
                "12,50",
                "1,5",
                "1,50.00",
                ",5",
                "1,2345",
                "0,125",
                "1234,567",
                "1.500,00",
                "1,,500",
                "1,500,",
                "12$50"
            })
    void otherThingsAreComplainedOf(String written) {
        Invalid.Check check = new Invalid.Check();

        assertThat(Amounts.read(written, Currency.USD, "reward", check).isZero()).isTrue();
        assertThat(check.problems()).hasSize(1);
    }

    @Test
    void decimalCommaIsToldToBeAPoint() {
        Invalid.Check check = new Invalid.Check();

        Amounts.read("12,50", Currency.USD, "reward", check);

        assertThat(check.problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.message()).contains("a point before the cents"));
    }

    @Test
    void plainAmountIsReadAgain() {
        Money amount = new Money(1_234_567, Currency.USDC);

        assertThat(
                        Amounts.read(
                                Amounts.plain(amount),
                                Currency.USDC,
                                "reward",
                                new Invalid.Check()))
                .isEqualTo(amount);
    }
}
