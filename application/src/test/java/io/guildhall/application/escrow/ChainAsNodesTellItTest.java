package io.guildhall.application.escrow;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.application.escrow.ChainMarket.AGENTS;
import static io.guildhall.application.escrow.ChainMarket.NOTHING;
import static io.guildhall.application.escrow.ChainMarket.REWARD;
import static io.guildhall.application.escrow.ChainMarket.STAKE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.guildhall.application.inmemory.ScriptedContract;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.escrow.ChainFact;
import io.guildhall.domain.escrow.ChainReader.Block;
import io.guildhall.domain.escrow.EscrowVault.Site;
import io.guildhall.domain.escrow.HeldClaim.Standing;
import io.guildhall.domain.escrow.VaultOutcome;
import io.guildhall.domain.escrow.VaultStatus;
import io.guildhall.domain.submission.Submission;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nodes that tell little, late or not all, and replicas that hear by turns. */
class ChainAsNodesTellItTest {

    private final ChainMarket chain = new ChainMarket();

    @AfterEach
    void everyDebitHasItsCredit() {
        assertThat(chain.guildhall.ledger.prove().balances()).isTrue();
    }

    @Test
    void manyBlocksAreReadInPiecesUpToTheLastFinalOne() {
        Bounty first = chain.posted();
        chain.fund(first);
        chain.contract.mine(50);
        Bounty second = chain.posted();
        chain.fund(second);
        chain.contract.mine(UseCases.CONFIRMATIONS);

        chain.follow();

        assertThat(cursor().number()).isEqualTo(lastFinal());
        assertThat(chain.status(first)).isEqualTo("open");
        assertThat(chain.status(second)).isEqualTo("open");
        assertThat(chain.use.followChain.handle()).isFalse();
    }

    @Test
    void roundThatFindsMuchEndsBeforeTheNewestBlock() {
        chain.contract.mine(100 + UseCases.CONFIRMATIONS);

        boolean full = chain.use.followChain.handle();

        assertThat(full).isTrue();
        assertThat(cursor().number()).isBetween(1L, lastFinal() / 2);
        chain.follow();
        assertThat(cursor().number()).isEqualTo(lastFinal());
    }

    @Test
    void nodeThatTellsOneBlockAtATimeIsFollowedToo() {
        chain.contract.limit(1);
        Bounty bounty = chain.open();
        chain.claimed(bounty);

        assertThat(chain.status(bounty)).isEqualTo("claimed");
        assertThat(chain.stakeOf(chain.claim(bounty))).isEqualTo(STAKE);
    }

    @Test
    void nodeThatTellsNotEvenOneBlockIsReported() {
        chain.contract.limit(0);
        chain.contract.mine(UseCases.CONFIRMATIONS);

        assertThatIllegalStateException()
                .isThrownBy(chain::follow)
                .withMessageContaining("not tell even one block");
    }

    @Test
    void silentNodeChangesNothing() {
        Bounty bounty = chain.posted();
        chain.fund(bounty);
        chain.contract.mine(UseCases.CONFIRMATIONS);
        chain.contract.beSilent(true);

        assertThat(refusal(chain::follow)).isEqualTo("chain_unavailable");

        chain.contract.beSilent(false);
        chain.follow();

        assertThat(chain.status(bounty)).isEqualTo("open");
    }

    @Test
    void nodeThatIsBehindHasTakenNothingBack() {
        Bounty bounty = chain.open();
        chain.claimBy(AGENTS, bounty, 1);
        chain.follow();
        Block before = cursor();

        chain.contract.lag(UseCases.CONFIRMATIONS + 2);
        chain.contract.mine(1);
        chain.follow();

        assertThat(cursor()).isEqualTo(before);
        assertThat(chain.status(bounty)).isEqualTo("claimed");
        assertThat(chain.isFrozen(bounty)).isFalse();

        chain.contract.lag(0);
        chain.settle();

        assertThat(standing(chain.claim(bounty))).isEqualTo(Standing.FINAL);
    }

    @Test
    void sameFactIsRecordedOnceHoweverOftenItIsRead() {
        Bounty bounty = chain.posted();
        ChainFact funded = chain.fund(bounty);

        chain.use.recordFacts.handle(List.of(funded, funded));
        chain.use.recordFacts.handle(List.of(funded));
        chain.settle();

        assertThat(chain.escrowOf(bounty)).isEqualTo(REWARD);
        assertThat(chain.guildhall.chainFacts.of(chain.hold(bounty).onchainId())).hasSize(1);
    }

    @Test
    void nodeThatLimitsIsAskedForLess() {
        Bounty bounty = chain.posted();
        chain.contract.mine(40);
        chain.fund(bounty);
        chain.contract.mine(10);
        chain.contract.limit(3);

        chain.follow();

        assertThat(chain.status(bounty)).isEqualTo("open");
    }

    @Test
    void nothingIsHeardTwiceByTwoReplicas() {
        Bounty bounty = chain.posted();
        chain.fund(bounty);
        chain.contract.mine(UseCases.CONFIRMATIONS);
        UseCases replica = new UseCases(chain.guildhall.ports());

        chain.follow();
        replica.followChain.handle();
        chain.claimBy(AGENTS, bounty, 1);
        replica.followChain.handle();
        chain.settle();
        replica.followChain.handle();

        assertThat(chain.status(bounty)).isEqualTo("claimed");
        assertThat(chain.escrowOf(bounty)).isEqualTo(REWARD);
        assertThat(chain.stakeOf(chain.claim(bounty))).isEqualTo(STAKE);
    }

    @Test
    void twoReplicasInTurnsHearEverythingOnce() {
        UseCases replica = new UseCases(chain.guildhall.ports());
        Bounty bounty = chain.posted();
        chain.fund(bounty);
        for (int block = 0; block < 10; block++) {
            chain.contract.mine(1);
            (block % 2 == 0 ? chain.use : replica).followChain.handle();
        }
        Submission submission = chain.inReview(bounty);
        chain.say(chain.paid(bounty, VaultOutcome.ACCEPTED));
        for (int block = 0; block < 10; block++) {
            chain.contract.mine(1);
            replica.followChain.handle();
            chain.follow();
        }

        assertThat(chain.now(submission).status().word()).isEqualTo("accepted");
        assertThat(chain.status(bounty)).isEqualTo("paid");
        assertThat(chain.escrowOf(bounty)).isEqualTo(NOTHING);
        assertThat(chain.guildhall.chainFacts.of(chain.hold(bounty).onchainId())).hasSize(4);
        assertThat(chain.isFrozen(bounty)).isFalse();
    }

    @Test
    void whatAnEarlierContractSaidStaysWhenAnotherIsFollowed() {
        Bounty cancelled = chain.open();
        chain.sayForGood(
                chain.endedUnclaimed(cancelled, VaultStatus.CANCELLED, VaultOutcome.CANCELLED));

        chain.contract.moveTo(
                new Site(
                        84_532,
                        ScriptedContract.SITE.contract(),
                        ScriptedContract.SITE.token(),
                        ScriptedContract.SITE.registry()));
        chain.contract.mine(100);
        ChainMarket.follow(new UseCases(chain.guildhall.ports()));

        assertThat(chain.isFrozen(cancelled)).isFalse();
        assertThat(chain.hold(cancelled).holdsMoney()).isFalse();
        assertThat(chain.guildhall.chainFacts.of(chain.hold(cancelled).onchainId())).hasSize(2);
    }

    @Test
    void whatANodeLeftOutIsHeardAWhileLater() {
        Bounty bounty = chain.posted();
        chain.contract.mine(150);
        chain.follow();
        chain.contract.leaveOut(chain.fund(bounty));
        chain.settle();
        chain.contract.leaveOut(null);

        chain.contract.mine(900);
        chain.follow();
        assertThat(chain.status(bounty)).isEqualTo("awaiting_funding");
        chain.contract.mine(300);
        chain.follow();

        assertThat(chain.status(bounty)).isEqualTo("open");
        assertThat(chain.escrowOf(bounty)).isEqualTo(REWARD);
        assertThat(chain.isFrozen(bounty)).isFalse();
    }

    @Test
    void nodeThatLimitsIsAskedForLessWhenItIsAskedAgain() {
        Bounty bounty = chain.posted();
        chain.contract.leaveOut(chain.fund(bounty));
        chain.settle();
        chain.contract.leaveOut(null);
        assertThat(chain.status(bounty)).isEqualTo("awaiting_funding");

        chain.contract.limit(3);
        chain.contract.mine(1_200);
        chain.follow();

        assertThat(chain.status(bounty)).isEqualTo("open");
    }

    private long lastFinal() {
        return chain.contract.head().number() - UseCases.CONFIRMATIONS;
    }

    private Block cursor() {
        return chain.guildhall.chainTrail.last(ScriptedContract.SITE).orElseThrow();
    }

    private Standing standing(Claim claim) {
        return chain.guildhall.escrowHolds.find(claim.id()).orElseThrow().standing();
    }
}
