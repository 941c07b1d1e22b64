package io.guildhall.rest.jobtobot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.guildhall.domain.money.MoneyFixture;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTest {

    private record Given(@JsonDeserialize(using = PriceReader.class) @Nullable BigDecimal price) {}

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "12.50, 1250",
                "12.5, 1250",
                "12, 1200",
                "0.29, 29",
                "1.1, 110",
                "4.35, 435",
                "1e1, 1000",
                "1250e-2, 1250",
                "90071992547409.93, 9007199254740993",
                "'\"12.50\"', 1250",
                "'\"12\"', 1200",
                "-3.75, -375",
                "1e300, 9223372036854775807",
                "-1e300, -9223372036854775808",
            })
    void priceIsReadDigitByDigit(String json, long cents) throws JsonProcessingException {
        assertThat(cents(json)).isEqualTo(cents);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.505", "0.001", "12.500", "1e-3", "\"12.505\""})
    void priceHasAtMostTwoDecimals(String json) {
        assertThatThrownBy(() -> cents(json))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("two decimals");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "{}",
                "[12.50]",
                "\"\"",
                "\"12,50\"",
                "\"$12.50\"",
                "\"NaN\"",
                "\"1e1\""
            })
    void whatIsNoNumberIsNoPrice(String json) {
        assertThatThrownBy(() -> cents(json)).isInstanceOf(JsonMappingException.class);
    }

    @Test
    void priceThatIsNotThereStaysAway() throws JsonProcessingException {
        assertThat(cents("null")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1500, 15.00", "1250, 12.50", "7, 0.07", "100000000, 1000000.00"})
    void priceIsWrittenWithTwoDecimals(long cents, String text) {
        assertThat(Price.text(MoneyFixture.usd(cents))).isEqualTo(text);
        assertThat(Price.number(MoneyFixture.usd(cents))).hasToString(text);
    }

    private static @Nullable Long cents(String json) throws JsonProcessingException {
        Given given = new ObjectMapper().readValue("{\"price\": " + json + "}", Given.class);
        return Price.cents("price", given.price(), new Invalid.Check());
    }
}
