package io.guildhall.application.escrow;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.application.escrow.ChainMarket.AGENTS;
import static io.guildhall.application.escrow.ChainMarket.NOTHING;
import static io.guildhall.application.escrow.ChainMarket.RIVALS;
import static io.guildhall.application.escrow.ChainMarket.STAKE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.escrow.ConfirmClaim.Confirmed;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimEvent.ClaimCreated;
import io.guildhall.domain.escrow.ChainFact;
import io.guildhall.domain.escrow.VaultOutcome;
import io.guildhall.domain.escrow.VaultStatus;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.DomainError.Kind;
import io.guildhall.domain.shared.RefusedException;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConfirmClaimTest {

    private static final TxHash NOWHERE = new TxHash("0x" + "0".repeat(64));

    private final ChainMarket chain = new ChainMarket();

    @AfterEach
    void everyDebitHasItsCreditAndNobodyIsFrozen() {
        assertThat(chain.guildhall.ledger.prove().balances()).isTrue();
        assertThat(chain.guildhall.escrowHolds.frozen()).isEmpty();
    }

    @Test
    void agentThatTellsOfItsClaimHasItAtOnce() {
        Bounty bounty = chain.open();
        ChainFact claimed = chain.claimBy(AGENTS, bounty, 1);

        Confirmed confirmed = confirm(chain.agent, bounty, claimed);

        assertThat(confirmed.isFinal()).isFalse();
        assertThat(chain.claim(bounty).id()).isEqualTo(confirmed.claim());
        assertThat(chain.stakeOf(chain.claim(bounty))).isEqualTo(NOTHING);

        chain.settle();

        assertThat(confirm(chain.agent, bounty, claimed))
                .isEqualTo(new Confirmed(bounty.id(), confirmed.claim(), true));
        assertThat(chain.stakeOf(chain.claim(bounty))).isEqualTo(STAKE);
        assertThat(claimsCreated()).isEqualTo(1);
    }

    @Test
    void outcomeIsTheSameWhenTheChainWasFirst() {
        Bounty bounty = chain.open();
        ChainFact claimed = chain.claimBy(AGENTS, bounty, 1);
        chain.follow();
        Claim claim = chain.claim(bounty);

        assertThat(confirm(chain.agent, bounty, claimed))
                .isEqualTo(new Confirmed(bounty.id(), claim.id(), false));
        assertThat(confirm(chain.agent, bounty, claimed))
                .isEqualTo(new Confirmed(bounty.id(), claim.id(), false));
        assertThat(claimsCreated()).isEqualTo(1);
    }

    @Test
    void whatIsKeptIsNotAskedForAgain() {
        Bounty bounty = chain.open();
        ChainFact claimed = chain.claimBy(AGENTS, bounty, 1);
        Confirmed confirmed = confirm(chain.agent, bounty, claimed);
        chain.contract.beSilent(true);

        assertThat(confirm(chain.agent, bounty, claimed)).isEqualTo(confirmed);
    }

    @Test
    void onlyWhatTheChainSaysCounts() {
        Bounty bounty = chain.open();
        Bounty other = chain.open();
        ChainFact ofOther = chain.claimBy(AGENTS, other, 1);
        ChainFact ofRival = chain.claimBy(RIVALS, bounty, 1);

        assertThat(refusalOf(chain.agent, bounty, NOWHERE)).isEqualTo("transaction_not_found");
        assertThat(refusalOf(chain.agent, bounty, chain.contract.revert()))
                .isEqualTo("transaction_reverted");
        assertThat(refusalOf(chain.agent, bounty, ofOther.origin().transaction()))
                .isEqualTo("no_such_claim");
        assertThat(refusalOf(chain.agent, bounty, ofRival.origin().transaction()))
                .isEqualTo("no_such_claim");
        assertThat(refusalOf(chain.agent, bounty, chain.contract.minedElsewhere()))
                .isEqualTo("no_such_claim");
        assertThat(chain.status(bounty)).isEqualTo("open");
    }

    @Test
    void onlyAnAgentWithAWalletConfirms() {
        Bounty bounty = chain.open();
        Caller poor = chain.market.agentOf(chain.market.operator("Poor"));
        Bounty offChain = chain.market.post(chain.market.operator("Zoe"));

        assertThat(refusalOf(chain.ann, bounty, NOWHERE)).isEqualTo("agent_key_needed");
        assertThat(refusalOf(poor, bounty, NOWHERE)).isEqualTo("agent_not_found");
        assertThat(refusalOf(chain.agent, offChain, NOWHERE)).isEqualTo("bounty_not_found");
    }

    @Test
    void ownBountyIsNotClaimed() {
        Bounty bounty = chain.open();
        Caller own = chain.market.agentOf(chain.ann);
        WalletAddress wallet = new WalletAddress("0x" + "ee".repeat(20));
        chain.guildhall.transactions.run(() ->
                chain.guildhall.wallets.bind(
                        Objects.requireNonNull(own.agent()),
                        wallet,
                        chain.guildhall.clock.instant()));
        ChainFact claimed = chain.claimBy(wallet, bounty, 1);

        assertThat(refusalOf(own, bounty, claimed.origin().transaction())).isEqualTo("own_bounty");
        assertThat(chain.status(bounty)).isEqualTo("open");
    }

    @Test
    void whoeverIsSecondIsToldThatItIsTaken() {
        Bounty bounty = chain.open();
        ChainFact lost = chain.claimBy(AGENTS, bounty, 1);
        confirm(chain.agent, bounty, lost);
        chain.contract.reorganise(1);
        ChainFact won = chain.claimBy(RIVALS, bounty, 1);

        assertThatThrownBy(() -> confirm(chain.rival, bounty, won))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> {
                            assertThat(refused.error().code()).isEqualTo("bounty_not_open");
                            assertThat(refused.error().kind()).isEqualTo(Kind.TAKEN);
                        });

        // The chain is right in the end, whoever was heard first.
        chain.settle();

        assertThat(confirm(chain.rival, bounty, won).isFinal()).isTrue();
        assertThat(refusalOf(chain.agent, bounty, lost.origin().transaction()))
                .isEqualTo("transaction_not_found");
    }

    @Test
    void claimThatWasTakenBackMayBeConfirmedAgain() {
        Bounty bounty = chain.open();
        ChainFact claimed = chain.claimBy(AGENTS, bounty, 1);
        Confirmed first = confirm(chain.agent, bounty, claimed);
        chain.contract.reorganise(1);
        chain.follow();
        assertThat(chain.status(bounty)).isEqualTo("open");

        ChainFact again = chain.contract.sayAgain(claimed);
        Confirmed second = confirm(chain.agent, bounty, again);
        chain.settle();

        assertThat(second.claim()).isNotEqualTo(first.claim());
        assertThat(chain.claim(bounty).id()).isEqualTo(second.claim());
        assertThat(chain.stakeOf(chain.claim(bounty))).isEqualTo(STAKE);
    }

    @Test
    void claimWaitsForWhatWasBeforeIt() {
        Bounty released = chain.open();
        chain.claimed(released);
        Bounty unfunded = chain.posted();
        chain.fund(unfunded);
        ChainFact early = chain.claimBy(AGENTS, unfunded, 1);
        chain.say(chain.claimEnded(released, VaultOutcome.RELEASED, STAKE, NOTHING));
        ChainFact second = chain.claimBy(RIVALS, released, 2);

        assertThat(refusalOf(chain.agent, unfunded, early.origin().transaction()))
                .isEqualTo("earlier_not_final");
        assertThat(refusalOf(chain.rival, released, second.origin().transaction()))
                .isEqualTo("earlier_not_final");

        chain.settle();

        assertThat(confirm(chain.agent, unfunded, early).isFinal()).isTrue();
        assertThat(confirm(chain.rival, released, second).isFinal()).isTrue();
    }

    @Test
    void bountyThatIsOverIsNotClaimed() {
        Bounty bounty = chain.open();
        ChainFact claimed = chain.claimBy(AGENTS, bounty, 1);
        chain.contract.reorganise(1);
        chain.sayForGood(
                chain.endedUnclaimed(bounty, VaultStatus.CANCELLED, VaultOutcome.CANCELLED));
        ChainFact impossible = chain.contract.sayAgain(claimed);

        assertThat(refusalOf(chain.agent, bounty, impossible.origin().transaction()))
                .isEqualTo("bounty_not_open");
    }

    @Test
    void whileNoNodeAnswersNothingIsDone() {
        Bounty bounty = chain.open();
        ChainFact claimed = chain.claimBy(AGENTS, bounty, 1);
        chain.contract.beSilent(true);

        assertThat(refusalOf(chain.agent, bounty, claimed.origin().transaction()))
                .isEqualTo("chain_unavailable");
        assertThat(chain.status(bounty)).isEqualTo("open");
        assertThat(chain.guildhall.escrowHolds.claimsOf(bounty.id())).isEmpty();
    }

    private Confirmed confirm(Caller caller, Bounty bounty, ChainFact claimed) {
        return confirm(caller, bounty, claimed.origin().transaction());
    }

    private Confirmed confirm(Caller caller, Bounty bounty, TxHash transaction) {
        return chain.use.confirmClaim.handle(
                new ConfirmClaim.Command(caller, bounty.id(), transaction));
    }

    private String refusalOf(Caller caller, Bounty bounty, TxHash transaction) {
        return refusal(() -> confirm(caller, bounty, transaction));
    }

    private long claimsCreated() {
        return chain.guildhall.outbox.events().stream()
                .filter(ClaimCreated.class::isInstance)
                .count();
    }
}
