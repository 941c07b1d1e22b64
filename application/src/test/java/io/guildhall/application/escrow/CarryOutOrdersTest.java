package io.guildhall.application.escrow;

import static io.guildhall.application.escrow.OrdersOnChain.CONFIRMATIONS;
import static io.guildhall.application.escrow.OrdersOnChain.LIMITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.escrow.VaultCall;
import io.guildhall.domain.escrow.VaultCall.Signer;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOrderStatus.Done;
import io.guildhall.domain.escrow.VaultOrderStatus.Failed;
import io.guildhall.domain.escrow.VaultOrderStatus.Waiting;
import io.guildhall.domain.escrow.VaultSender.Signed;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Orders on their way to the contract, where the chain does what it is asked to. */
class CarryOutOrdersTest {

    private final OrdersOnChain story = new OrdersOnChain();

    @Test
    void orderIsSignedSentMinedAndDone() {
        VaultOrder order = story.give(story.bounty(), "submit:1:1");

        assertThat(story.rounds()).isEqualTo(2);
        assertThat(story.word(order)).isEqualTo("signed");

        story.chain.mine();
        assertThat(story.rounds()).isEqualTo(1);
        assertThat(story.word(order)).isEqualTo("mined");

        story.chain.mineEmpty(CONFIRMATIONS - 1);
        assertThat(story.rounds()).isZero();
        story.chain.mineEmpty(1);
        assertThat(story.rounds()).isEqualTo(1);
        assertThat(story.now(order).status())
                .isEqualTo(new Done(story.chain.heard().getFirst().hash(), story.clock.instant()));
        assertThat(story.rounds()).isZero();
        assertThat(story.chain.effects()).containsExactly(order.call());
        assertThat(story.chain.heard()).hasSize(1);
    }

    @Test
    void nothingIsTriedBeforeItsTime() {
        Instant later = story.clock.instant().plusSeconds(60);
        VaultOrder order = story.give(story.bounty(), "expire:1", later);

        assertThat(story.rounds()).isZero();
        story.clock.set(later);
        story.rounds();

        assertThat(story.word(order)).isEqualTo("signed");
    }

    @Test
    void whatTheContractRefusesIsTriedAgainLater() {
        VaultOrder order = story.give(story.bounty(), "expire:1");
        story.chain.object(order.call(), "NotDue(9)");

        story.rounds();
        Instant first = story.clock.instant().plusSeconds(5);
        assertThat(story.now(order).status()).isEqualTo(new Waiting(first, "NotDue(9)"));

        story.clock.set(first);
        story.rounds();
        Instant second = first.plusSeconds(10);
        assertThat(story.now(order).status()).isEqualTo(new Waiting(second, "NotDue(9)"));
        assertThat(story.chain.heard()).as("no gas is spent in vain").isEmpty();

        story.chain.allow(order.call());
        story.clock.set(second);
        story.rounds();
        story.confirmed(order);
    }

    @Test
    void lastRefusalFailsItAndItIsToldOnce() {
        VaultOrder order = story.give(story.bounty(), "expire:1");
        VaultOrder behind = story.give(order.bounty(), "submit:1:1");
        story.chain.object(order.call(), "WrongStatus()");

        refuseToTheEnd();

        assertThat(story.now(order).status())
                .isEqualTo(new Failed("WrongStatus()", story.clock.instant()));
        assertThat(story.failed).containsExactly(order.id());
        story.rounds();
        assertThat(story.word(behind)).as("the one behind it goes on").isEqualTo("signed");
    }

    @Test
    void failureIsKeptWithWhatFollowsFromItOrNotAtAll() {
        VaultOrder order = story.give(story.bounty(), "expire:1");
        story.chain.object(order.call(), "WrongStatus()");
        story.hearer =
                (_, _) -> {
                    throw new IllegalStateException("no");
                };

        assertThatThrownBy(this::refuseToTheEnd).hasMessage("no");
        assertThat(story.word(order)).isEqualTo("waiting");

        story.hearer =
                (failed, _) ->
                        story.guildhall.vaultOrders.withdrawWaiting(
                                failed.bounty(), story.clock.instant());
        VaultOrder behind = story.give(order.bounty(), "submit:1:1");
        story.rounds();
        assertThat(story.word(order)).isEqualTo("failed");
        assertThat(story.word(behind)).isEqualTo("withdrawn");
    }

    @Test
    void ordersOfABountyGoOneAfterTheOther() {
        BountyId bounty = story.bounty();
        VaultOrder first = story.give(bounty, "submit:1:1");
        VaultOrder second = story.give(bounty, "submit:1:2");

        story.rounds();
        assertThat(story.word(second)).isEqualTo("waiting");

        story.chain.mine();
        story.rounds();
        assertThat(story.word(first)).isEqualTo("mined");
        assertThat(story.word(second)).isEqualTo("signed");

        story.confirmed(second);
        assertThat(story.chain.effects()).containsExactly(first.call(), second.call());
    }

    @Test
    void ordersOfManyBountiesGoTogetherWithoutAGap() {
        for (int i = 0; i < 40; i++) {
            story.give(story.bounty(), "submit:1:1");
        }

        story.rounds();
        assertThat(story.chain.heard())
                .as("a node keeps so many for certain")
                .hasSize(LIMITS.inFlightMax());

        for (int block = 0; block < 3; block++) {
            story.chain.mine();
            story.rounds();
        }
        assertThat(story.chain.effects()).hasSize(40);
        assertThat(story.chain.heard())
                .extracting(Signed::nonce)
                .containsExactlyElementsOf(LongStream.range(0, 40).boxed().toList());
    }

    @Test
    void eachKeyHasItsOwnNonces() {
        VaultOrder submitted = story.give(story.bounty(), "submit:1:1");
        VaultOrder ruled = story.give(story.bounty(), "rule:1", ruling(), story.clock.instant());

        story.rounds();

        assertThat(story.chain.heard()).extracting(Signed::nonce).containsExactly(0L, 0L);
        story.confirmed(submitted);
        assertThat(story.word(ruled)).isEqualTo("done");
    }

    @Test
    void ordersOfAKeyThatIsNotSetWait() {
        story.chain.takeKey(Signer.ARBITER);
        VaultOrder ruled = story.give(story.bounty(), "rule:1", ruling(), story.clock.instant());

        assertThat(story.rounds()).isZero();
        assertThat(story.word(ruled)).isEqualTo("waiting");
    }

    @Test
    void whatIsSignedIsNotWithdrawnAndRunsToItsEnd() {
        BountyId bounty = story.bounty();
        VaultOrder signed = story.give(bounty, "submit:1:1");
        VaultOrder waiting = story.give(bounty, "submit:1:2");
        story.rounds();

        int withdrawn =
                story.guildhall.transactions.run(() ->
                        story.guildhall.vaultOrders.withdrawWaiting(bounty, story.clock.instant()));

        assertThat(withdrawn).isEqualTo(1);
        story.confirmed(signed);
        assertThat(story.word(waiting)).isEqualTo("withdrawn");
        assertThat(story.chain.effects()).containsExactly(signed.call());
    }

    @Test
    void callThatNoNodeUnderstandsHoldsUpNobodyElse() {
        VaultOrder strange = story.give(story.bounty(), "submit:1:1");
        VaultOrder plain = story.give(story.bounty(), "submit:1:1");
        story.chain.doNotUnderstand(strange.call());

        story.rounds();

        assertThat(story.now(strange).tries()).isZero();
        assertThat(story.now(strange).status())
                .isEqualTo(new Waiting(story.clock.instant().plusSeconds(5), "execution error"));
        assertThat(story.word(plain)).isEqualTo("signed");
    }

    @Test
    void silentChainEndsTheRoundAndFreesTheWallet() {
        VaultOrder order = story.give(story.bounty(), "submit:1:1");
        story.chain.beSilent(true);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(story.worker::handle)
                .withMessageContaining("no node answers");

        story.chain.beSilent(false);
        assertThat(story.replica("replica two").handle()).isEqualTo(2);
        assertThat(story.word(order)).isEqualTo("signed");
    }

    @Test
    void withoutOrdersTheChainIsNotAsked() {
        story.chain.beSilent(true);

        assertThat(story.worker.handle()).isZero();
    }

    private void refuseToTheEnd() {
        for (int attempt = 0; attempt < LIMITS.triesMax(); attempt++) {
            story.worker.handle();
            if (story.failed.isEmpty()) {
                story.pass(Duration.ofMinutes(5));
            }
        }
    }

    private static VaultCall ruling() {
        return new VaultCall.RuleDispute(new OnchainId(Digest.of("disputed").hex()), 1, 5_000);
    }
}
