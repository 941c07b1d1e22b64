package io.guildhall.application.escrow;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.application.escrow.ChainMarket.AGENTS;
import static io.guildhall.application.escrow.ChainMarket.NOTHING;
import static io.guildhall.application.escrow.ChainMarket.REWARD;
import static io.guildhall.application.escrow.ChainMarket.STAKE;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.escrow.Reconcile.Difference;
import io.guildhall.application.escrow.Reconcile.Report;
import io.guildhall.application.escrow.Reconcile.Subject;
import io.guildhall.application.inmemory.ScriptedContract;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.escrow.EscrowVault.Site;
import io.guildhall.domain.escrow.EscrowVault.State;
import io.guildhall.domain.escrow.EscrowVault.Totals;
import io.guildhall.domain.escrow.SentBackAs;
import io.guildhall.domain.escrow.VaultEvent;
import io.guildhall.domain.escrow.VaultOutcome;
import io.guildhall.domain.escrow.VaultStatus;
import io.guildhall.domain.escrow.WorkRef;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.submission.Submission;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReconcileTest {

    private final ChainMarket chain = new ChainMarket();

    @Test
    void everyOrdinaryStateAgrees() {
        Bounty open = chain.open();
        be(open, VaultStatus.OPEN, NOTHING);
        Bounty claimed = chain.open();
        chain.claimed(claimed);
        be(claimed, VaultStatus.CLAIMED, STAKE);
        Bounty inReview = chain.open();
        handedIn(inReview, 1);
        be(inReview, VaultStatus.IN_REVIEW, NOTHING);
        Bounty sentBack = chain.open();
        sentBack(sentBack, 1);
        be(sentBack, VaultStatus.CLAIMED, NOTHING);
        Bounty spent = chain.open();
        sentBack(spent, 3);
        be(spent, VaultStatus.CLAIMED, NOTHING);
        Bounty disputed = chain.open();
        chain.claimed(disputed);
        chain.sayForGood(chain.disputeOpened(disputed, 1, 0, Side.AGENT));
        be(disputed, VaultStatus.DISPUTED, STAKE);
        Bounty paid = chain.open();
        handedIn(paid, 1);
        chain.sayForGood(chain.paid(paid, VaultOutcome.ACCEPTED));
        be(paid, VaultStatus.PAID, NOTHING);
        Bounty cancelled = chain.open();
        chain.sayForGood(
                chain.endedUnclaimed(cancelled, VaultStatus.CANCELLED, VaultOutcome.CANCELLED));
        be(cancelled, VaultStatus.CANCELLED, NOTHING);
        Bounty expired = chain.open();
        chain.sayForGood(
                chain.endedUnclaimed(expired, VaultStatus.EXPIRED, VaultOutcome.UNCLAIMED));
        be(expired, VaultStatus.EXPIRED, NOTHING);
        chain.posted();

        Report report = reconcile();

        assertThat(report.differences()).isEmpty();
        assertThat(report.agrees()).isTrue();
        assertThat(report.compared()).isEqualTo(10);
        assertThat(report.underWay()).isZero();
        assertThat(report.block()).isEqualTo(chain.contract.head().number());
    }

    @Test
    void whatIsUnderWayIsNotCompared() {
        Bounty ordered = chain.open();
        Submission submission = chain.inReview(ordered);
        chain.market.accept(chain.ann, submission);
        Bounty notFinal = chain.open();
        Bounty notHeard = chain.open();
        chain.claimBy(AGENTS, notFinal, 1);
        chain.follow();
        chain.claimBy(AGENTS, notHeard, 1);

        Report report = reconcile();

        assertThat(report.agrees()).isTrue();
        assertThat(report.underWay()).isEqualTo(3);
        assertThat(report.compared()).isZero();
    }

    @Test
    void underWayIsFoundHoweverFewBlocksTheNodeTellsAtOnce() {
        Bounty bounty = chain.open();
        chain.claimBy(AGENTS, bounty, 1);
        chain.contract.mine(2);
        chain.contract.limit(1);

        assertThat(reconcile().underWay()).isEqualTo(1);
    }

    @Test
    void otherStatusIsNamed() {
        Bounty bounty = chain.open();
        be(bounty, VaultStatus.DISPUTED, NOTHING);

        assertThat(reconcile().differences())
                .containsExactly(new Difference(Subject.STATUS, bounty.id(), "OPEN", "DISPUTED"));
    }

    @Test
    void otherEscrowIsNamed() {
        Bounty bounty = chain.open();
        Money less = REWARD.share(9_000);
        chain.contract.be(
                chain.hold(bounty).onchainId(), state(VaultStatus.OPEN, less, null, NOTHING));

        assertThat(reconcile().differences())
                .containsExactly(
                        new Difference(
                                Subject.ESCROW, bounty.id(), REWARD.toString(), less.toString()));
    }

    @Test
    void otherStakeIsNamed() {
        Bounty bounty = chain.open();
        chain.claimed(bounty);
        be(bounty, VaultStatus.CLAIMED, NOTHING);

        assertThat(reconcile().differences())
                .containsExactly(
                        new Difference(
                                Subject.STAKE, bounty.id(), STAKE.toString(), NOTHING.toString()));
    }

    @Test
    void contractThatHasLessThanItOwesIsNamed() {
        Bounty bounty = chain.open();
        be(bounty, VaultStatus.OPEN, NOTHING);
        Money less = REWARD.share(1);
        chain.contract.total(new Totals(REWARD, NOTHING, NOTHING, less));

        assertThat(reconcile().differences())
                .containsExactly(
                        new Difference(
                                Subject.CONTRACT_BALANCE,
                                null,
                                REWARD.toString(),
                                less.toString()));

        chain.contract.total(new Totals(REWARD, NOTHING, NOTHING, REWARD.plus(less)));

        assertThat(reconcile().agrees()).isTrue();
    }

    @Test
    void moneyThatCameTooLateIsNoDifferenceWhileItLiesThereInFull() {
        Bounty bounty = chain.posted();
        chain.expire(bounty);
        chain.fund(bounty);
        chain.settle();
        be(bounty, VaultStatus.OPEN, NOTHING);

        assertThat(reconcile().agrees()).isTrue();

        chain.contract.be(
                chain.hold(bounty).onchainId(),
                state(VaultStatus.OPEN, REWARD.share(9_000), null, NOTHING));
        assertThat(reconcile().differences())
                .extracting(Difference::subject)
                .containsExactly(Subject.ESCROW);

        chain.sayForGood(
                chain.endedUnclaimed(bounty, VaultStatus.CANCELLED, VaultOutcome.CANCELLED));
        be(bounty, VaultStatus.OPEN, NOTHING);
        assertThat(reconcile().differences())
                .extracting(Difference::subject)
                .containsExactly(Subject.STATUS, Subject.ESCROW);

        be(bounty, VaultStatus.CANCELLED, NOTHING);

        assertThat(reconcile().agrees()).isTrue();
    }

    @Test
    void whatAnEarlierContractHadIsNotAskedOfAnother() {
        Bounty cancelled = chain.open();
        chain.sayForGood(
                chain.endedUnclaimed(cancelled, VaultStatus.CANCELLED, VaultOutcome.CANCELLED));
        chain.contract.moveTo(
                new Site(
                        1,
                        AGENTS,
                        ScriptedContract.SITE.token(),
                        ScriptedContract.SITE.registry()));

        Report report = reconcile();

        assertThat(report.compared()).isZero();
        assertThat(report.agrees()).isTrue();
    }

    /** A node may leave out an event and say nothing of it. */
    @Test
    void moneyThatNobodyHeardOfIsADifference() {
        Bounty expired = chain.posted();
        chain.expire(expired);
        chain.use.contractTerms.refresh();
        Bounty awaited = chain.posted();
        chain.posted();
        be(expired, VaultStatus.OPEN, NOTHING);
        be(awaited, VaultStatus.OPEN, NOTHING);

        assertThat(reconcile().differences())
                .containsExactlyInAnyOrder(
                        new Difference(Subject.STATUS, expired.id(), "NONE", "OPEN"),
                        new Difference(Subject.STATUS, awaited.id(), "NONE", "OPEN"));

        chain.fund(awaited);
        assertThat(reconcile().differences())
                .as("what is not final yet is under way")
                .containsExactly(new Difference(Subject.STATUS, expired.id(), "NONE", "OPEN"));
    }

    @Test
    void beforeAnythingWasHeardNoMoneyIsMissed() {
        Bounty posted = chain.posted();
        chain.fund(posted);
        be(posted, VaultStatus.OPEN, NOTHING);

        assertThat(reconcile().agrees()).isTrue();
    }

    @Test
    void onlyAnAdminAsks() {
        assertThat(refusal(() -> chain.use.reconcile.handle(chain.ann))).isEqualTo("admin_needed");
        assertThat(chain.use.reconcile.handle(chain.admin()).agrees()).isTrue();

        chain.contract.beSilent(true);

        assertThat(refusal(chain.use.reconcile::handle)).isEqualTo("chain_unavailable");
    }

    private Report reconcile() {
        return chain.use.reconcile.handle();
    }

    /** By its agent's wallet, so that no order of ours is under way. */
    private Submission handedIn(Bounty bounty, int round) {
        if (round == 1) {
            chain.claimed(bounty);
        }
        chain.sayForGood(
                new VaultEvent.Submitted(
                        chain.hold(bounty).onchainId(),
                        new WorkRef(AGENTS, 1, round, ChainMarket.digest("work " + round)),
                        round == 1 ? STAKE : NOTHING,
                        chain.guildhall.clock.instant().plus(Duration.ofDays(7))));
        return chain.guildhall.submissions.ofClaim(chain.claim(bounty).id()).getLast();
    }

    private void sentBack(Bounty bounty, int times) {
        for (int round = 1; round <= times; round++) {
            Submission submission = handedIn(bounty, round);
            chain.sayForGood(chain.sentBack(bounty, submission, SentBackAs.REJECTED));
        }
    }

    private void be(Bounty bounty, VaultStatus status, Money stake) {
        chain.contract.be(chain.hold(bounty).onchainId(), state(status, REWARD, AGENTS, stake));
    }

    private static State state(
            VaultStatus status, Money amount, @Nullable WalletAddress agent, Money stake) {
        return new State(status, amount, agent, stake, 1, 0, null);
    }
}
