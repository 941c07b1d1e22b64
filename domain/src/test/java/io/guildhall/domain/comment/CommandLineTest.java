package io.guildhall.domain.comment;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.comment.CommandLine.Attempt;
import io.guildhall.domain.comment.CommandLine.HandIn;
import io.guildhall.domain.comment.CommandLine.PutUp;
import io.guildhall.domain.comment.CommandLine.Unclear;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @ParameterizedTest
    @CsvSource({
        "/bounty 50, 5000, USD",
        "/bounty $50, 5000, USD",
        "/bounty 50 usd, 5000, USD",
        "/bounty $50.5 USD, 5050, USD",
        "/bounty 50 USDC, 50000000, USDC",
        "/Bounty   50.5 usdc, 50500000, USDC",
        "/bounty 50usdc, 50000000, USDC",
        "/bounty 0.000001 usdc, 1, USDC",
        "/bounty 50.00, 5000, USD",
        "/bounty 99999999, 9999999900, USD"
    })
    void amountIsExact(String line, long units, Currency currency) {
        assertThat(CommandLine.read(line)).isEqualTo(new PutUp(new Money(units, currency)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/bounty",
                "/bounty fifty",
                "/bounty -50",
                "/bounty 0",
                "/bounty 0.00 usdc",
                "/bounty 50.555",
                "/bounty 50.1234567 usdc",
                "/bounty 50 eur",
                "/bounty $50 usdc",
                "/bounty 50 usdc please",
                "/bounty 1e3",
                "/bounty 50,5",
                "/bounty 999999999"
            })
    void whatIsNoAmountIsUnclear(String line) {
        assertThat(CommandLine.read(line)).isEqualTo(new Unclear(CommandLine.PUT_UP_FORM));
    }

    @Test
    void attemptAndClaimAreRead() {
        assertThat(CommandLine.read("/attempt")).isEqualTo(new Attempt());
        assertThat(CommandLine.read("/attempt now"))
                .isEqualTo(new Unclear(CommandLine.ATTEMPT_FORM));
        assertThat(CommandLine.read("/claim")).isEqualTo(new HandIn(null));
        assertThat(CommandLine.read("/CLAIM #12")).isEqualTo(new HandIn(12));
        assertThat(CommandLine.read("/claim 12")).isEqualTo(new Unclear(CommandLine.HAND_IN_FORM));
        assertThat(CommandLine.read("/claim #0")).isEqualTo(new Unclear(CommandLine.HAND_IN_FORM));
    }

    @Test
    void firstLineThatIsACommandCounts() {
        assertThat(CommandLine.in("Nice!\r\n\r\n  /bounty 50 USDC  \r\n/attempt"))
                .contains("/bounty 50 USDC");
        assertThat(CommandLine.in("/bounty")).contains("/bounty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "I would /attempt this",
                "/bountyful",
                "/attempts",
                "> /bounty 50",
                "`/bounty 50`",
                "bounty 50",
                "//bounty 50"
            })
    void otherTextIsNone(String comment) {
        assertThat(CommandLine.in(comment)).isEmpty();
    }

    @Test
    void overlongLineIsNone() {
        assertThat(CommandLine.in("/bounty " + "5".repeat(CommandLine.LENGTH_MAX))).isEmpty();
    }
}
