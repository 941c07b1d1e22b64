package io.guildhall.domain.claim;

import static io.guildhall.domain.bounty.BountyFixture.CLAIM;
import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.bounty.BountyFixture.openBounty;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.claim.ClaimFixture.PARTIES;
import static io.guildhall.domain.claim.ClaimFixture.bidding;
import static io.guildhall.domain.claim.ClaimFixture.pendingClaim;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.money.MoneyFixture.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Decision.Refused;
import io.guildhall.domain.shared.FieldProblem;
import java.math.BigInteger;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BidTest {

    @ParameterizedTest
    @CsvSource({
        "15000, 3750, 30000",
        "15001, 3751, 30002",
        "15003, 3751, 30006",
        "3, 1, 6",
        "1, 1, 2"
    })
    void bidLiesBetweenAQuarterOfTheRewardAndTwiceTheReward(long reward, long least, long most) {
        assertThat(isTaken(usd(reward), usd(least))).isTrue();
        assertThat(isTaken(usd(reward), usd(most))).isTrue();

        assertThat(isTaken(usd(reward), usd(least - 1))).isFalse();
        assertThat(isTaken(usd(reward), usd(most + 1))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noRewardIsTooOddOrTooLargeForTheRule(long seed) {
        Random random = new Random(seed);
        long reward = random.nextLong(1, 1L << random.nextInt(1, 40));
        long bid = random.nextLong(0, 3 * reward);

        BigInteger four = BigInteger.valueOf(bid).multiply(BigInteger.valueOf(4));
        assertThat(isTaken(new Money(reward, Currency.USDC), new Money(bid, Currency.USDC)))
                .isEqualTo(four.compareTo(BigInteger.valueOf(reward)) >= 0 && bid <= 2 * reward);
    }

    @Test
    void noBidIsLargerThanARewardMayBe() {
        Money large = usd(BountyTerms.REWARD_CENTS_MAX - 1);

        assertThat(isTaken(large, usd(BountyTerms.REWARD_CENTS_MAX))).isTrue();
        assertThat(isTaken(large, usd(BountyTerms.REWARD_CENTS_MAX + 1))).isFalse();
    }

    @Test
    void noAmountIsSoLargeThatItIsMistakenForASmallOne() {
        Money most = new Money(Long.MAX_VALUE, Currency.USD);

        assertThat(isTaken(usd(15_000), most)).isFalse();
        assertThat(isTaken(most, most)).isFalse();
        assertThat(isTaken(new Money(Long.MAX_VALUE / 2 + 1, Currency.USD), usd(1))).isFalse();
        assertThat(isTaken(usd(15_000), new Money(Long.MIN_VALUE, Currency.USD))).isFalse();
    }

    @Test
    void bidIsInTheCurrencyOfTheReward() {
        assertThat(isTaken(usd(15_000), usdc(15_000))).isFalse();
        assertThat(isTaken(usd(15_000), new Money(15_000, Currency.USDC))).isFalse();
    }

    @Test
    void refusedBidNamesTheRange() {
        var refused = (Refused<Claim>) bid(usd(15_000), usd(1));

        assertThat(refused.error().problems())
                .containsExactly(
                        new FieldProblem(
                                "proposedReward",
                                "must be a quarter of the reward (150.00 usd) to twice the reward, and"
                                        + " at most 1000000000 cents"));
    }

    @Test
    void priceIsTheBidOrTheReward() {
        assertThat(pendingClaim().price(openBounty())).isEqualTo(usd(15_000));
        assertThat(bidding(pendingClaim(), usd(9_000)).price(openBounty())).isEqualTo(usd(9_000));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static boolean isTaken(Money reward, Money proposed) {
        return bid(reward, proposed).isAccepted();
    }

    private static Decision<Claim> bid(Money reward, Money proposed) {
        return Claim.request(
                CLAIM,
                openBounty(terms().takingBids().reward(reward).build()),
                PARTIES,
                "",
                proposed,
                NOW);
    }
}
