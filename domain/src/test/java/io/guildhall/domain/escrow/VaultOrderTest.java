package io.guildhall.domain.escrow;

import static io.guildhall.domain.bounty.BountyFixture.BOUNTY;
import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.escrow.VaultOrderFixture.BLOCK;
import static io.guildhall.domain.escrow.VaultOrderFixture.HIGHER;
import static io.guildhall.domain.escrow.VaultOrderFixture.ORDER;
import static io.guildhall.domain.escrow.VaultOrderFixture.PRICE;
import static io.guildhall.domain.escrow.VaultOrderFixture.mined;
import static io.guildhall.domain.escrow.VaultOrderFixture.origin;
import static io.guildhall.domain.escrow.VaultOrderFixture.signedCall;
import static io.guildhall.domain.escrow.VaultOrderFixture.signedOrder;
import static io.guildhall.domain.escrow.VaultOrderFixture.variant;
import static io.guildhall.domain.escrow.VaultOrderFixture.waitingOrder;
import static io.guildhall.domain.escrow.VaultOrderFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.guildhall.domain.escrow.VaultOrderStatus.Done;
import io.guildhall.domain.escrow.VaultOrderStatus.Failed;
import io.guildhall.domain.escrow.VaultOrderStatus.Signed;
import io.guildhall.domain.escrow.VaultOrderStatus.Waiting;
import io.guildhall.domain.escrow.VaultSender.Broadcast;
import io.guildhall.domain.escrow.VaultSender.Price;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VaultOrderTest {

    private static final SendingLimits LIMITS = SendingLimits.STANDARD;
    private static final Instant LATER = NOW.plusSeconds(30);

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 10", "2, 20", "5, 160", "6, 300", "58, 300"})
    void waitDoublesFromFiveSecondsToFiveMinutes(int triesBefore, long seconds) {
        VaultOrder refused =
                with(waitingOrder(), waitingOrder().status(), triesBefore)
                        .object("NotDue(9)", LIMITS, NOW)
                        .orThrow()
                        .state();

        assertThat(refused.status()).isEqualTo(new Waiting(NOW.plusSeconds(seconds), "NotDue(9)"));
        assertThat(refused.tries()).isEqualTo(triesBefore + 1);
    }

    @Test
    void lastTryFailsItWithTheLastObjection() {
        VaultOrder last = with(waitingOrder(), waitingOrder().status(), LIMITS.triesMax() - 1);

        assertThat(last.object("WrongStatus()", LIMITS, NOW).orThrow().state().status())
                .isEqualTo(new Failed("WrongStatus()", NOW));
        assertThat(last.putOff("no node", LIMITS, NOW).orThrow().state().status())
                .as("nobody's word against it")
                .isEqualTo(new Waiting(NOW.plusSeconds(5), "no node"));
    }

    @Test
    void revertCountsAsATryAndALostNonceDoesNot() {
        VaultOrder reverted = signedOrder().revert("reverted", LIMITS, NOW).orThrow().state();
        VaultOrder lost = signedOrder().loseNonce("spent", NOW).orThrow().state();

        assertThat(reverted.tries()).isEqualTo(1);
        assertThat(reverted.status()).isEqualTo(new Waiting(NOW.plusSeconds(5), "reverted"));
        assertThat(lost.tries()).isZero();
        assertThat(lost.status()).isEqualTo(new Waiting(NOW, "spent"));
    }

    @Test
    void answersAreKept() {
        assertThat(answered(new Broadcast.Taken()))
                .isEqualTo(new Signed(signedCall(3, 1), LATER, null, null));
        assertThat(answered(new Broadcast.NonceSpent()))
                .isEqualTo(new Signed(signedCall(3, 1), LATER, null, null));
        assertThat(answered(new Broadcast.Underpriced()))
                .isEqualTo(new Signed(signedCall(3, 1), LATER, Signed.UNDERPRICED, null));
        assertThat(answered(new Broadcast.Refused("insufficient funds")))
                .isEqualTo(new Signed(signedCall(3, 1), LATER, "insufficient funds", null));
    }

    @Test
    void onlyAPriceIsHelpedByARaise() {
        assertThat(((Signed) signedOrder().status()).mayBeRaised()).as("not sent yet").isFalse();
        assertThat(answered(new Broadcast.Taken()).mayBeRaised()).isTrue();
        assertThat(answered(new Broadcast.Underpriced()).mayBeRaised()).isTrue();
        assertThat(answered(new Broadcast.Refused("insufficient funds")).mayBeRaised()).isFalse();
    }

    @Test
    void raisedTextIsAddedAndIsToBeSent() {
        VaultOrder sent = signedOrder().answer(new Broadcast.Taken(), NOW).orThrow().state();

        VaultOrder raised = sent.raise(variant(3, 2), LATER).orThrow().state();

        assertThat(raised.status()).isEqualTo(new Signed(signedCall(3, 2), null, null, null));
        assertThat(Objects.requireNonNull(raised.signed()).newest()).isEqualTo(variant(3, 2));
        assertThatIllegalArgumentException()
                .as("another nonce")
                .isThrownBy(() -> sent.raise(variant(4, 2), LATER));
    }

    @Test
    void anyOfItsTextsCanComeIntoABlockAndNoOther() {
        VaultOrder raised = signedOrder().raise(variant(3, 2), LATER).orThrow().state();

        assertThat(raised.mine(origin(3, 1), LATER).isAccepted()).isTrue();
        assertThat(raised.mine(origin(3, 2), LATER).isAccepted()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> raised.mine(origin(4, 1), LATER));
    }

    @Test
    void whatAReorganisationTookBackIsToBeSentAsItIs() {
        VaultOrder back = with(waitingOrder(), mined()).reorganise(LATER).orThrow().state();

        assertThat(back.status()).isEqualTo(signedOrder().status());
        assertThat(back.updatedAt()).isEqualTo(LATER);
    }

    @Test
    void endNamesTheTransaction() {
        assertThat(with(waitingOrder(), mined()).finish(LATER).orThrow().state().status())
                .isEqualTo(new Done(origin(3, 1).transaction(), LATER));
    }

    @Test
    void spentNonceIsNotedUntilItIsFreeAgain() {
        VaultOrder noted = signedOrder().noteNonce(BLOCK, LATER).orThrow().state();

        assertThat(((Signed) noted.status()).spentIn()).isEqualTo(BLOCK);
        assertThat(noted.answer(new Broadcast.NonceSpent(), LATER).orThrow().state().status())
                .as("an answer leaves it noted")
                .isEqualTo(new Signed(signedCall(3, 1), LATER, null, BLOCK));
        assertThat(noted.noteNonce(null, LATER).orThrow().state().status())
                .isEqualTo(signedOrder().status());
    }

    @Test
    void longObjectionsAreCut() {
        VaultOrder refused =
                waitingOrder().object("x".repeat(10_000), LIMITS, NOW).orThrow().state();

        assertThat(((Waiting) refused.status()).objection()).hasSize(500);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101})
    void keyHasItsLength(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> waitingOrder(ORDER, BOUNTY, "k".repeat(length)));
    }

    @Test
    void firstPriceIsTheMarketsUpToWhatIsAllowed() {
        long most = LIMITS.priceMax();

        assertThat(LIMITS.first(PRICE)).isEqualTo(PRICE);
        assertThat(LIMITS.first(new Price(most + 1, 5))).isEqualTo(new Price(most, 5));
        assertThat(LIMITS.first(new Price(2 * most, most + 1))).isEqualTo(new Price(most, most));
    }

    @Test
    void raiseIsAnEighthAtLeastAndFollowsTheMarket() {
        Price market = new Price(90_000_000_000L, 3_000_000_000L);

        assertThat(LIMITS.raised(PRICE, PRICE)).contains(HIGHER);
        assertThat(LIMITS.raised(PRICE, market)).contains(market);
        assertThat(LIMITS.raised(new Price(7, 1), new Price(1, 1))).contains(new Price(8, 2));
    }

    @Test
    void raiseGoesToWhatIsAllowedAndNoFurther() {
        long most = LIMITS.priceMax();

        assertThat(LIMITS.raised(PRICE, new Price(2 * most, 2_000_000_000L)))
                .contains(new Price(most, 2_000_000_000L));
        assertThat(LIMITS.raised(new Price(most, 1), PRICE)).isEmpty();
        assertThat(LIMITS.raised(new Price(most / 9 * 8 + 9, 1), PRICE)).isEmpty();
        assertThat(LIMITS.raised(new Price(most / 9 * 8, 1), PRICE)).isPresent();
    }

    @Test
    void textsOfACallShareItsNonce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new SignedCall(
                                VaultOrderFixture.ACCOUNT,
                                3,
                                1,
                                List.of(variant(3, 1), variant(4, 1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SignedCall(VaultOrderFixture.ACCOUNT, 3, 1, List.of()));
    }

    private static Signed answered(Broadcast answer) {
        return (Signed) signedOrder().answer(answer, LATER).orThrow().state().status();
    }
}
