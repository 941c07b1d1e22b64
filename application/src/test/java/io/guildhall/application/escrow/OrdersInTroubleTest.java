package io.guildhall.application.escrow;

import static io.guildhall.application.escrow.OrdersOnChain.CONFIRMATIONS;
import static io.guildhall.application.escrow.OrdersOnChain.LIMITS;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.Crashes;
import io.guildhall.application.inmemory.Crashes.Crash;
import io.guildhall.application.inmemory.ScriptedChain;
import io.guildhall.application.inmemory.ScriptedChain.Fate;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.ChainReader;
import io.guildhall.domain.escrow.SignerAccount;
import io.guildhall.domain.escrow.VaultCall;
import io.guildhall.domain.escrow.VaultCall.Signer;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOrderStatus.Mined;
import io.guildhall.domain.escrow.VaultOrderStatus.Waiting;
import io.guildhall.domain.escrow.VaultSender;
import io.guildhall.domain.escrow.VaultSender.Price;
import io.guildhall.domain.escrow.VaultSender.Signed;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders on their way to the contract, where the chain, the net or the machine fails them. */
class OrdersInTroubleTest {

    private static final long GWEI = 1_000_000_000L;
    private static final WalletAddress NEW_WALLET = new WalletAddress("0x" + "d4".repeat(20));

    /** More than there are questions and rows in any round of these stories. */
    private static final int CALLS_MAX = 40;

    private final OrdersOnChain story = new OrdersOnChain();
    private final ScriptedChain chain = story.chain;

    @Test
    void revertIsBelievedWhenItsBlockStaysAndTheOrderGetsAnotherNonce() {
        VaultOrder order = story.give(story.bounty(), "submit:1:1");
        story.rounds();
        chain.revertOnce(order.call());

        chain.mine();
        story.rounds();
        assertThat(story.word(order)).isEqualTo("signed");
        story.confirm();

        assertThat(story.now(order).tries()).isEqualTo(1);
        assertThat(story.now(order).status())
                .isEqualTo(
                        new Waiting(story.clock.instant().plusSeconds(5), "reverted in block 1"));
        story.pass(LIMITS.backOff().first());
        story.rounds();
        assertThat(chain.heard()).extracting(Signed::nonce).containsExactly(0L, 1L);
        story.confirmed(order);
    }

    @Test
    void revertThatWasTakenBackIsNone() {
        VaultOrder order = story.give(story.bounty(), "submit:1:1");
        story.rounds();
        chain.revertOnce(order.call());
        chain.mine();
        story.rounds();

        chain.reorganise(1, false);
        story.confirmed(order);

        assertThat(chain.heard()).hasSize(1);
        assertThat(story.now(order).tries()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void minedOrderWhoseBlockIsGoneIsSentAgainAsItWas(boolean isLost) {
        VaultOrder order = story.give(story.bounty(), "submit:1:1");
        story.rounds();
        chain.mine();
        story.rounds();

        chain.reorganise(CONFIRMATIONS - 1, isLost);
        assertThat(chain.effects()).isEmpty();
        story.rounds();

        assertThat(story.word(order)).isEqualTo("signed");
        assertThat(Set.copyOf(chain.heard())).as("the very same text").hasSize(1);
        story.confirmed(order);
    }

    @Test
    void blockThatCameAgainElsewhereIsNoted() {
        VaultOrder order = story.give(story.bounty(), "submit:1:1");
        story.rounds();
        chain.mine();
        story.rounds();

        chain.reorganise(1, false);
        chain.mine();
        story.rounds();

        assertThat(story.now(order).status())
                .isInstanceOfSatisfying(
                        Mined.class, mined -> assertThat(mined.origin().block()).isEqualTo(2));
        story.confirm();
        assertThat(story.word(order)).isEqualTo("done");
        assertThat(chain.heard()).hasSize(1);
    }

    @Test
    void whatThePoolForgotIsSentAgain() {
        VaultOrder first = story.give(story.bounty(), "submit:1:1");
        VaultOrder second = story.give(story.bounty(), "submit:1:1");
        story.rounds();
        chain.forgetPool();

        story.pass(LIMITS.stuckAfter());
        story.rounds();

        chain.mine();
        story.rounds();
        story.confirm();
        assertThat(chain.effects()).containsExactly(first.call(), second.call());
        assertThat(story.word(second)).isEqualTo("done");
    }

    @Test
    void stuckOrderIsSignedAnewUnderItsNonceAtAHigherPrice() {
        VaultOrder order = story.give(story.bounty(), "submit:1:1");
        story.rounds();
        chain.askInSecret(22 * GWEI);
        chain.mine();

        story.pass(LIMITS.stuckAfter().minusSeconds(1));
        assertThat(story.rounds()).isZero();
        story.pass(LIMITS.stuckAfter());
        story.rounds();

        assertThat(chain.heard()).extracting(Signed::nonce).containsExactly(0L, 0L);
        assertThat(chain.heard().getLast().price())
                .isEqualTo(new Price(22 * GWEI + GWEI / 2, GWEI + GWEI / 8));
        story.confirmed(order);
    }

    @Test
    void raiseFollowsTheMarketUpToWhatIsAllowed() {
        VaultOrder order = story.give(story.bounty(), "submit:1:1");
        story.rounds();
        chain.ask(2 * LIMITS.priceMax());
        for (int i = 0; i < 3; i++) {
            story.pass(LIMITS.stuckAfter());
            story.rounds();
        }

        assertThat(chain.heard().getLast().price().most()).isEqualTo(LIMITS.priceMax());
        assertThat(Set.copyOf(chain.heard())).as("it waits for cheaper times").hasSize(2);
        chain.ask(20 * GWEI);
        story.confirmed(order);
    }

    @Test
    void firstPriceIsNoMoreThanAllowed() {
        chain.ask(2 * LIMITS.priceMax());
        story.give(story.bounty(), "submit:1:1");

        story.rounds();

        assertThat(chain.heard().getFirst().price().most()).isEqualTo(LIMITS.priceMax());
    }

    @Test
    void whicheverOfItsTextsIsMinedCounts() {
        VaultOrder order = story.give(story.bounty(), "submit:1:1");
        story.rounds();
        chain.next(Fate.LOST);
        story.pass(LIMITS.stuckAfter());
        story.worker.handle();
        TxHash cheap = chain.heard().getFirst().hash();

        chain.mine();
        story.rounds();

        assertThat(story.now(order).status())
                .isInstanceOfSatisfying(
                        Mined.class,
                        mined -> assertThat(mined.origin().transaction()).isEqualTo(cheap));
    }

    @Test
    void onlyTheFirstOfTheStuckPaysMore() {
        story.give(story.bounty(), "submit:1:1");
        story.give(story.bounty(), "submit:1:1");
        story.rounds();
        chain.askInSecret(22 * GWEI);

        story.pass(LIMITS.stuckAfter());
        story.rounds();

        List<Signed> again = chain.heard().subList(2, 4);
        assertThat(again).extracting(Signed::nonce).containsExactly(0L, 1L);
        assertThat(again.getFirst()).isNotIn(chain.heard().subList(0, 2));
        assertThat(again.getLast()).isEqualTo(chain.heard().get(1));
    }

    @Test
    void nodeThatAsksForMoreGetsMore() {
        VaultOrder order = story.give(story.bounty(), "submit:1:1");
        chain.next(Fate.UNDERPRICED);
        story.rounds();

        story.pass(LIMITS.stuckAfter());
        story.rounds();

        assertThat(chain.heard()).hasSize(2);
        assertThat(chain.heard().getLast().price().most()).isEqualTo(22 * GWEI + GWEI / 2);
        story.confirmed(order);
    }

    @Test
    void walletWithoutFundsWaitsForSomeAndSendsTheSameText() {
        VaultOrder order = story.give(story.bounty(), "submit:1:1");
        chain.refuse("insufficient funds");
        story.rounds();
        for (int i = 0; i < 3; i++) {
            story.pass(LIMITS.stuckAfter());
            story.rounds();
        }
        assertThat(story.word(order)).isEqualTo("signed");

        chain.refuse(null);
        story.pass(LIMITS.stuckAfter());
        story.rounds();

        assertThat(Set.copyOf(chain.heard())).hasSize(1);
        story.confirmed(order);
    }

    @Test
    void whatHoldsASignedOrderIsToldOnceForEachObjection() {
        VaultOrder order = story.give(story.bounty(), "submit:1:1");
        chain.refuse("insufficient funds");
        story.rounds();
        story.pass(LIMITS.stuckAfter());
        story.rounds();
        assertThat(story.held).containsExactly(order.id() + ": insufficient funds");

        chain.refuse("the pool is full");
        story.pass(LIMITS.stuckAfter());
        story.rounds();
        chain.refuse(null);
        story.pass(LIMITS.stuckAfter());
        story.rounds();

        assertThat(story.held)
                .containsExactly(
                        order.id() + ": insufficient funds", order.id() + ": the pool is full");
        story.confirmed(order);
    }

    @Test
    void priceThatIsTooLowIsRaisedAndToldToNobody() {
        story.give(story.bounty(), "submit:1:1");
        chain.next(Fate.UNDERPRICED);

        story.rounds();

        assertThat(story.held).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOST", "ARRIVES_UNANSWERED"})
    void unknownAnswerIsNoFailureAndTheVerySameTextIsSentAgain(String fate) {
        VaultOrder order = story.give(story.bounty(), "submit:1:1");
        chain.next(Fate.valueOf(fate));

        assertThat(story.worker.handle()).as("it is signed, and no more is known").isEqualTo(1);
        story.rounds();

        assertThat(chain.heard()).hasSize(2);
        assertThat(Set.copyOf(chain.heard())).hasSize(1);
        story.confirmed(order);
    }

    @Test
    void nonceThatSomethingElseSpentIsReplacedOnceThatStays() {
        VaultOrder order = story.give(story.bounty(), "submit:1:1");
        chain.next(Fate.LOST);
        story.worker.handle();
        chain.spendNonce(Signer.RELAYER);

        story.rounds();
        assertThat(story.word(order)).isEqualTo("signed");
        chain.mineEmpty(CONFIRMATIONS);
        story.rounds();

        assertThat(chain.heard().getLast().nonce()).isEqualTo(1);
        assertThat(story.now(order).tries()).isZero();
        story.confirmed(order);
    }

    @Test
    void nonceThatCameFreeAgainIsUsedAsItWasMeant() {
        VaultOrder order = story.give(story.bounty(), "submit:1:1");
        story.rounds();
        chain.spendNonce(Signer.RELAYER);
        story.rounds();

        chain.reorganise(1, true);
        story.rounds();
        story.pass(LIMITS.stuckAfter());
        story.rounds();

        assertThat(chain.heard()).extracting(Signed::nonce).containsOnly(0L);
        story.confirmed(order);
    }

    @Test
    void orderThatIsInABlockIsDoneThoughItsKeyWasExchanged() {
        VaultOrder order = story.give(story.bounty(), "submit:1:1");
        story.rounds();
        chain.mine();
        story.rounds();

        chain.exchangeKey(Signer.RELAYER, NEW_WALLET);
        story.confirm();

        assertThat(story.word(order)).isEqualTo("done");
        assertThat(chain.heard()).hasSize(1);
    }

    @Test
    void orderOfAnExchangedKeyComesToItsEndAndThoseBehindItAreTheNewKeys() {
        VaultOrder order = story.give(story.bounty(), "submit:1:1");
        VaultOrder behind = story.give(order.bounty(), "submit:1:2");
        chain.next(Fate.LOST);
        story.worker.handle();

        chain.exchangeKey(Signer.RELAYER, NEW_WALLET);
        story.rounds();
        assertThat(Set.copyOf(chain.heard())).as("the very same text").hasSize(1);
        chain.mine();
        story.rounds();

        assertThat(story.word(order)).isEqualTo("mined");
        assertThat(account(behind).wallet()).isEqualTo(NEW_WALLET);
        assertThat(chain.heard().getLast().nonce()).as("the new wallet's first").isZero();
        story.confirmed(behind);
        assertThat(chain.effects()).containsExactly(order.call(), behind.call());
    }

    @Test
    void orderComesToItsEndWhereNoKeyIsSet() {
        VaultOrder order = story.give(story.bounty(), "submit:1:1");
        story.rounds();

        chain.takeKey(Signer.RELAYER);

        story.confirmed(order);
    }

    @Test
    void nothingIsSignedAnewInTheNameOfAnExchangedKey() {
        VaultOrder order = story.give(story.bounty(), "submit:1:1");
        story.rounds();
        chain.askInSecret(22 * GWEI);
        chain.exchangeKey(Signer.RELAYER, NEW_WALLET);

        for (int i = 0; i < 3; i++) {
            story.pass(LIMITS.stuckAfter());
            story.rounds();
        }

        assertThat(Set.copyOf(chain.heard())).hasSize(1);
        chain.askInSecret(20 * GWEI);
        story.confirmed(order);
    }

    @Test
    void whatAWalletWithoutItsRoleHasSignedIsSignedByTheNewKeyOnceThatStays() {
        VaultOrder order = story.give(story.bounty(), "submit:1:1");
        chain.refuse("insufficient funds");
        story.rounds();
        WalletAddress old = account(order).wallet();
        Signed text = chain.heard().getFirst();
        chain.exchangeKey(Signer.RELAYER, NEW_WALLET);
        chain.refuse(null);

        chain.revoke(old);
        story.rounds();
        assertThat(story.word(order)).isEqualTo("signed");
        assertThat(account(order).wallet()).isEqualTo(old);
        chain.mineEmpty(CONFIRMATIONS);
        story.rounds();

        assertThat(account(order).wallet()).isEqualTo(NEW_WALLET);
        assertThat(story.now(order).tries()).isZero();
        story.confirmed(order);
        chain.broadcast(text);
        chain.mine();
        assertThat(chain.effects()).as("the old text changes nothing").hasSize(1);
    }

    @Test
    void roleThatCameBackLeavesTheOrderAsItIs() {
        VaultOrder order = story.give(story.bounty(), "submit:1:1");
        story.rounds();
        WalletAddress old = account(order).wallet();
        chain.exchangeKey(Signer.RELAYER, NEW_WALLET);
        chain.revoke(old);
        story.rounds();

        chain.grant(old);
        chain.mineEmpty(CONFIRMATIONS);
        story.rounds();

        assertThat(account(order).wallet()).isEqualTo(old);
        story.confirmed(order);
        assertThat(Set.copyOf(chain.heard())).hasSize(1);
    }

    @Test
    void nonceThatTheOldKeySpentElsewhereFreesTheOrderForTheNewOne() {
        VaultOrder order = story.give(story.bounty(), "submit:1:1");
        chain.next(Fate.LOST);
        story.worker.handle();
        chain.spendNonce(Signer.RELAYER);

        chain.exchangeKey(Signer.RELAYER, NEW_WALLET);
        story.rounds();
        chain.mineEmpty(CONFIRMATIONS);
        story.rounds();

        assertThat(account(order).wallet()).isEqualTo(NEW_WALLET);
        story.confirmed(order);
    }

    @Test
    void keyThatIsAnotherSignersNowSignsNothingUnderItsOldNonces() {
        VaultOrder order = story.give(story.bounty(), "submit:1:1");
        story.rounds();
        WalletAddress old = account(order).wallet();
        chain.askInSecret(22 * GWEI);

        chain.exchangeKey(Signer.RELAYER, NEW_WALLET);
        chain.exchangeKey(Signer.ARBITER, old);
        VaultCall ruling =
                new VaultCall.RuleDispute(new OnchainId(Digest.of("disputed").hex()), 1, 5_000);
        story.give(story.bounty(), "rule:1", ruling, story.clock.instant());
        story.pass(LIMITS.stuckAfter());
        story.rounds();

        assertThat(account(order)).isEqualTo(new SignerAccount(ScriptedChain.CHAIN_ID, old));
        assertThat(chain.heard()).filteredOn(text -> text.nonce() == 0).hasSize(2);
        assertThat(Set.copyOf(chain.heard())).hasSize(2);
    }

    @Test
    void walletIsOneReplicasAtATime() {
        VaultOrder order = story.give(story.bounty(), "submit:1:1");
        CarryOutOrders other = story.replica("replica two");
        chain.interrupt(2, () -> assertThat(other.handle()).isZero());

        assertThat(story.worker.handle()).isEqualTo(2);

        assertThat(chain.heard()).hasSize(1);
        story.confirmed(order);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void replicaThatWasAwayTooLongChangesNothingAnyMore(int questions) {
        VaultOrder first = story.give(story.bounty(), "submit:1:1");
        VaultOrder second = story.give(story.bounty(), "submit:1:1");
        CarryOutOrders other = story.replica("replica two");
        chain.interrupt(
                questions,
                () -> {
                    story.pass(LIMITS.leaseFor());
                    other.handle();
                });

        story.worker.handle();

        assertThat(Set.copyOf(chain.heard())).as("one text for each").hasSize(2);
        story.confirmed(first);
        assertThat(story.word(second)).isEqualTo("done");
    }

    @Test
    void crashBetweenAnyTwoStepsRepeatsTheCallAndNotTheEffect() {
        Set<String> reached = new HashSet<>();
        for (int calls = 0; calls < CALLS_MAX; calls++) {
            reached.add(crashAfter(calls, false));
            reached.add(crashAfter(calls, true));
        }
        assertThat(reached)
                .contains(
                        "SignerAccounts.take",
                        "SignerAccounts.reserve",
                        "SignerAccounts.release",
                        "VaultOrders.save",
                        "VaultSender.rehearse",
                        "VaultSender.broadcast",
                        "VaultSender.receipt");
    }

    private SignerAccount account(VaultOrder order) {
        return Objects.requireNonNull(story.now(order).signed()).account();
    }

    /**
     * @param isMined whether the crash is in the round that finds the orders in a block
     * @return where it was
     */
    private static String crashAfter(int calls, boolean isMined) {
        var story = new OrdersOnChain();
        var crashes = new Crashes(story.guildhall.ports());
        ScriptedChain chain = story.chain;
        var sender = crashes.doomed((VaultSender) chain);
        CarryOutOrders doomed =
                story.replica("doomed", crashes.ports(), sender, (ChainReader) sender);
        VaultOrder first = story.give(story.bounty(), "submit:1:1");
        VaultOrder second = story.give(first.bounty(), "submit:1:2");
        VaultOrder other = story.give(story.bounty(), "submit:1:1");
        if (isMined) {
            story.rounds();
            chain.mine();
        }
        String where = "nowhere";
        crashes.after(calls);
        try {
            doomed.handle();
        } catch (Crash crash) {
            where = String.valueOf(crash.getMessage()).replace("Crashed at ", "");
        }
        crashes.noMore();

        story.pass(LIMITS.leaseFor());
        for (int block = 0; block < 3; block++) {
            story.rounds();
            chain.mine();
        }
        story.confirm();

        for (VaultOrder order : List.of(first, second, other)) {
            assertThat(story.word(order)).as(where).isEqualTo("done");
            assertThat(chain.effects()).as(where).containsOnlyOnce(order.call());
        }
        assertThat(chain.effects()).hasSize(3);
        return where;
    }
}
