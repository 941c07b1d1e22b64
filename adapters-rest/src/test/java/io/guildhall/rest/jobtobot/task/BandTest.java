package io.guildhall.rest.jobtobot.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.money.MoneyFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandTest {

    @ParameterizedTest
    @CsvSource({
        "100, micro",
        "499, micro",
        "500, standard",
        "1500, standard",
        "4999, standard",
        "5000, premium",
        "100000000, premium",
    })
    void microIsBelowFiveDollarsAndPremiumFromFifty(long cents, String word) {
        assertThat(Band.of(MoneyFixture.usd(cents)).word()).isEqualTo(word);
    }
}
