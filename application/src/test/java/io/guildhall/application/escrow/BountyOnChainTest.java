package io.guildhall.application.escrow;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.application.escrow.ChainMarket.AGENTS;
import static io.guildhall.application.escrow.ChainMarket.ANNS;
import static io.guildhall.application.escrow.ChainMarket.NOTHING;
import static io.guildhall.application.escrow.ChainMarket.REWARD;
import static io.guildhall.application.escrow.ChainMarket.STAKE;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.pullrequest.PullRequestFixture.AUTHOR;
import static io.guildhall.domain.pullrequest.PullRequestFixture.MAINTAINER;
import static io.guildhall.domain.pullrequest.PullRequestFixture.REPOSITORY;
import static io.guildhall.domain.pullrequest.PullRequestFixture.pullRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.bounty.EditBounty;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyChangeFixture;
import io.guildhall.domain.bounty.BountyStatus.Cancelled;
import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.codehost.GithubRepository;
import io.guildhall.domain.codehost.Permission;
import io.guildhall.domain.codehost.PullRequest;
import io.guildhall.domain.escrow.ChainFact;
import io.guildhall.domain.escrow.HeldClaim.Standing;
import io.guildhall.domain.escrow.SentBackAs;
import io.guildhall.domain.escrow.VaultCall;
import io.guildhall.domain.escrow.VaultEvent;
import io.guildhall.domain.escrow.VaultOutcome;
import io.guildhall.domain.escrow.VaultStatus;
import io.guildhall.domain.escrow.WalletCall;
import io.guildhall.domain.escrow.WorkRef;
import io.guildhall.domain.money.MoneyFixture;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentLink;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Reputation;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.pullrequest.PullRequestFixture;
import io.guildhall.domain.pullrequest.PullRequestName;
import io.guildhall.domain.pullrequest.TrackedPullRequest;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionStatus.UnderReview;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BountyOnChainTest {

    private static final int LOOKS_MAX = 100;

    private final ChainMarket chain = new ChainMarket();

    @AfterEach
    void everyDebitHasItsCredit() {
        assertThat(chain.guildhall.ledger.prove().balances()).isTrue();
    }

    @Test
    void bountyOpensWhenItsFundingIsFinal() {
        Bounty bounty = chain.posted();
        chain.fund(bounty);
        chain.follow();

        assertThat(chain.status(bounty)).isEqualTo("awaiting_funding");
        assertThat(chain.escrowOf(bounty)).isEqualTo(NOTHING);

        chain.settle();

        assertThat(chain.status(bounty)).isEqualTo("open");
        assertThat(chain.escrowOf(bounty)).isEqualTo(REWARD);
        assertThat(chain.hold(bounty).fundedBy()).isNotNull();
    }

    @Test
    void bountyThatEndsUnfundedIsShownToNobodyElse() {
        var terms = terms().onChain().issueUrl("https://github.com/org/repo/issues/7");
        Bounty funded = chain.posted(terms);
        chain.fund(funded);
        chain.settle();
        Bounty cancelled = chain.posted(terms);
        chain.market.cancel(chain.ann, cancelled);
        Bounty expired = chain.posted(terms);
        chain.expire(expired);

        assertThat(chain.status(cancelled)).isEqualTo("cancelled");
        assertThat(chain.use.viewEscrow.withIssue(null, PageRequest.first(10)).items())
                .extracting(listed -> listed.bounty().id())
                .containsExactly(funded.id());
        for (Bounty unfunded : List.of(cancelled, expired)) {
            assertThat(refusal(() -> chain.use.viewEscrow.find(unfunded.id())))
                    .isEqualTo("bounty_not_found");
            assertThat(refusal(() -> chain.use.viewEscrow.of(chain.agent, unfunded.id())))
                    .isEqualTo("bounty_not_found");
            assertThat(chain.use.viewEscrow.of(chain.ann, unfunded.id()).calls()).isEmpty();
        }
    }

    @Test
    void acceptedWorkIsPaidWhenTheContractHasPaid() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        Claim claim = chain.claim(bounty);
        assertThat(chain.stakeOf(claim)).isEqualTo(NOTHING);

        chain.market.accept(chain.ann, submission);

        assertThat(chain.status(bounty)).isEqualTo("completed");
        assertThat(chain.told(bounty))
                .extracting(VaultCall::word)
                .containsExactly("submit_work", "accept_work");
        assertThat(chain.escrowOf(bounty)).isEqualTo(REWARD);

        chain.say(chain.paid(bounty, VaultOutcome.MERGED));
        chain.settle();

        assertThat(chain.status(bounty)).isEqualTo("paid");
        assertThat(chain.now(claim).status().word()).isEqualTo("fulfilled");
        assertThat(chain.escrowOf(bounty)).isEqualTo(NOTHING);
        Payout payout =
                chain.guildhall.payouts.of(chain.agent, PageRequest.first(10)).items().getFirst();
        assertThat(payout.rail()).isEqualTo(Rail.ESCROW);
        assertThat(payout.stage().word()).isEqualTo("completed");
        assertThat(payout.net()).isEqualTo(MoneyFixture.usdc(45_000));
        assertThat(score(claim)).isPositive();
        assertThat(chain.isFrozen(bounty)).isFalse();
    }

    @Test
    void paymentThatTheTokenDidNotTakeIsFetchedByItsPayee() {
        Bounty bounty = chain.open();
        chain.market.accept(chain.ann, chain.inReview(bounty));
        chain.say(chain.paid(bounty, VaultOutcome.MERGED));
        chain.sayForGood(
                new VaultEvent.PaymentHeld(
                        chain.hold(bounty).onchainId(), AGENTS, MoneyFixture.usdc(45_000)));
        assertThat(calls(chain.agent, bounty)).isEmpty();

        chain.contract.keep(AGENTS, MoneyFixture.usdc(45_000));

        assertThat(calls(chain.agent, bounty))
                .containsExactly(chain.contract.calldata(new WalletCall.Withdraw(AGENTS)));
        assertThat(calls(chain.ann, bounty)).isEmpty();
        chain.contract.keep(AGENTS, NOTHING);
        assertThat(calls(chain.agent, bounty)).isEmpty();
        chain.contract.beSilent(true);
        assertThat(calls(chain.agent, bounty)).hasSize(1);
    }

    @Test
    void refundThatTheTokenDidNotTakeIsFetchedByThePoster() {
        Bounty bounty = chain.open();
        chain.say(chain.endedUnclaimed(bounty, VaultStatus.CANCELLED, VaultOutcome.CANCELLED));
        chain.sayForGood(new VaultEvent.PaymentHeld(chain.hold(bounty).onchainId(), ANNS, REWARD));
        chain.contract.keep(ANNS, REWARD);

        assertThat(calls(chain.ann, bounty))
                .containsExactly(chain.contract.calldata(new WalletCall.Withdraw(ANNS)));
    }

    /** Its claim lasts until the contract has paid, and there is nothing more to see. */
    @Test
    void mergedPullRequestIsLookedAtNoMoreWhileTheContractPays() {
        AgentId agent = chain.agent.asAgent();
        chain.guildhall.transactions.run(
                () -> chain.guildhall.agentLinks.add(AgentLink.of(agent, null).linked(AUTHOR)));
        chain.guildhall.repositories.serve(REPOSITORY);
        chain.guildhall.transactions.run(() ->
                chain.guildhall.installations.serve(
                        7,
                        List.of(new GithubRepository(1_001, REPOSITORY)),
                        chain.guildhall.clock.instant()));
        chain.guildhall.repositories.put(REPOSITORY, MAINTAINER, Permission.WRITE);
        Bounty bounty =
                chain.posted(
                        terms().onChain()
                                .issueUrl("https://github.com/org/repo/issues/7")
                                .verifiedBy(Proof.MERGE));
        chain.fund(bounty);
        chain.settle();
        Claim claim = chain.claimed(bounty);
        follow(pullRequest());
        assertThat(chain.status(bounty)).isEqualTo("in_review");

        int looks = follow(pullRequest().mergedBy(MAINTAINER, chain.guildhall.clock.instant()));

        assertThat(looks).isLessThan(LOOKS_MAX);
        assertThat(chain.status(bounty)).isEqualTo("completed");
        assertThat(chain.now(claim).status().word()).isEqualTo("active");
        assertThat(chain.guildhall.trackedPullRequests.of(claim.id()))
                .hasValueSatisfying(done -> assertThat(done.dueAt()).isNull());
        assertThat(chain.told(bounty))
                .extracting(VaultCall::word)
                .containsExactly("submit_work", "accept_work");
    }

    /** GitHub has it so from now on, and tells. */
    private int follow(PullRequestFixture fixture) {
        PullRequest shown = fixture.build();
        chain.guildhall.repositories.put(shown);
        PullRequestName name = new PullRequestName(shown.repository(), shown.number());
        Instant now = chain.guildhall.clock.instant();
        chain.guildhall.transactions.run(() -> {
            if (!chain.guildhall.trackedPullRequests.wake(name, now)) {
                chain.guildhall.trackedPullRequests.add(TrackedPullRequest.found(name, now));
            }
        });
        return chain.use.followPullRequests.handle(LOOKS_MAX);
    }

    @Test
    void postersWalletMayAcceptByItself() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);

        chain.say(chain.paid(bounty, VaultOutcome.ACCEPTED));
        chain.settle();

        assertThat(chain.status(bounty)).isEqualTo("paid");
        assertThat(chain.now(submission).status().word()).isEqualTo("accepted");
    }

    @Test
    void silentPosterIsNotAskedAgain() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        chain.advance(Duration.ofDays(7).plusSeconds(1));

        chain.use.fireTimers.handle(10);
        chain.use.fireTimers.handle(10);

        assertThat(chain.status(bounty)).isEqualTo("in_review");
        assertThat(chain.told(bounty))
                .extracting(VaultCall::word)
                .containsExactly("submit_work", "accept_unanswered");

        chain.say(chain.paid(bounty, VaultOutcome.REVIEW_UNANSWERED));
        chain.settle();

        assertThat(chain.status(bounty)).isEqualTo("paid");
        assertThat(chain.now(submission).status().word()).isEqualTo("accepted");
    }

    @Test
    void claimCountsAtOnceAndIsFinalLater() {
        Bounty bounty = chain.open();
        ChainFact claimed = chain.claimBy(AGENTS, bounty, 1);
        chain.follow();
        Claim claim = chain.claim(bounty);

        assertThat(chain.status(bounty)).isEqualTo("claimed");
        assertThat(standing(claim)).isEqualTo(Standing.PENDING);
        assertThat(chain.stakeOf(claim)).isEqualTo(NOTHING);
        assertRefused(() -> chain.market.submit(chain.agent, bounty), "claim_not_final");

        chain.settle();

        assertThat(standing(claim)).isEqualTo(Standing.FINAL);
        assertThat(chain.stakeOf(claim)).isEqualTo(STAKE);
        assertThat(chain.claim(bounty)).isEqualTo(claim);
        assertThat(chain.guildhall.escrowHolds.find(claim.id()).orElseThrow().origin())
                .isEqualTo(claimed.origin());
    }

    @Test
    void refusedWorkIsRefusedAtTheContractToo() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);

        chain.market.requestRevision(chain.ann, submission);

        assertThat(chain.status(bounty)).isEqualTo("claimed");
        assertThat(chain.orders(bounty))
                .last()
                .isInstanceOfSatisfying(
                        VaultCall.SendBack.class,
                        call -> {
                            assertThat(call.as()).isEqualTo(SentBackAs.REVISION_REQUESTED);
                            assertThat(call.work().content()).isEqualTo(submission.work().digest());
                        });

        chain.say(chain.sentBack(bounty, submission, SentBackAs.REVISION_REQUESTED));
        chain.settle();

        assertThat(chain.status(bounty)).isEqualTo("claimed");
        assertThat(chain.isFrozen(bounty)).isFalse();

        Submission second = chain.market.submit(chain.agent, bounty);
        chain.say(chain.submitted(bounty, chain.claim(bounty), second));
        chain.settle();

        assertThat(chain.status(bounty)).isEqualTo("in_review");
        assertThat(chain.isFrozen(bounty)).isFalse();
    }

    @Test
    void sameWorkHandedInAgainIsToldToTheContractAgain() {
        Bounty bounty = chain.open();
        Claim claim = chain.claimed(bounty);
        Submission first = chain.market.submit(chain.agent, bounty);
        chain.market.requestRevision(chain.ann, first);
        Submission second = chain.market.submit(chain.agent, bounty);
        assertThat(second.work()).isEqualTo(first.work());

        chain.sayForGood(chain.submitted(bounty, claim, first));

        assertThat(chain.orders(bounty))
                .extracting(VaultCall::word)
                .containsExactly("send_back", "submit_work");
    }

    @Test
    void workThatWalletsAloneHandedInAndRefusedIsKnownHere() {
        Bounty bounty = chain.open();
        Claim claim = chain.claimed(bounty);
        chain.say(
                new VaultEvent.Submitted(
                        chain.hold(bounty).onchainId(),
                        new WorkRef(AGENTS, 1, 1, ChainMarket.digest("a secret")),
                        STAKE,
                        chain.guildhall.clock.instant().plus(Duration.ofDays(7))));
        chain.settle();

        assertThat(chain.status(bounty)).isEqualTo("in_review");
        Submission submission = chain.guildhall.submissions.ofClaim(claim.id()).getFirst();
        assertThat(submission.work().content()).contains(ChainMarket.digest("a secret").hex());

        chain.say(chain.sentBack(bounty, submission, SentBackAs.REJECTED));
        chain.settle();

        assertThat(chain.now(submission).status().word()).isEqualTo("rejected");
        assertThat(chain.status(bounty)).isEqualTo("claimed");
        assertThat(chain.orders(bounty)).isEmpty();
    }

    @Test
    void workThatAWalletHandedInIsAcceptedAsTheContractKnowsIt() {
        Bounty bounty = chain.open();
        Claim claim = chain.claimed(bounty);
        WorkRef work = new WorkRef(AGENTS, 1, 1, ChainMarket.digest("a secret"));
        Instant reviewBy = chain.guildhall.clock.instant().plus(Duration.ofDays(7));
        chain.sayForGood(
                new VaultEvent.Submitted(chain.hold(bounty).onchainId(), work, STAKE, reviewBy));

        chain.market.accept(chain.ann, chain.guildhall.submissions.ofClaim(claim.id()).getFirst());

        assertThat(chain.orders(bounty))
                .containsExactly(new VaultCall.AcceptWork(chain.hold(bounty).onchainId(), work));
    }

    /** No node answered for six hours. */
    @Test
    void leaseOfWorkThatWasSentBackEndsWhenTheContractSays() {
        Bounty wallets = chain.open();
        Submission first = chain.inReview(wallets);
        Bounty ours = chain.open();
        Submission second = chain.inReview(ours);
        chain.market.reject(chain.ann, second);
        VaultEvent byWallet = chain.sentBack(wallets, first, SentBackAs.REJECTED);
        VaultEvent byUs = chain.sentBack(ours, second, SentBackAs.REJECTED);
        Instant leaseEndsAt = ((VaultEvent.SentBack) byUs).leaseEndsAt();
        chain.say(byWallet);
        chain.say(byUs);
        chain.advance(Duration.ofHours(6));

        chain.settle();

        assertThat(chain.claim(wallets).leaseEndsAt()).isEqualTo(leaseEndsAt);
        assertThat(chain.claim(ours).leaseEndsAt()).isEqualTo(leaseEndsAt);
    }

    @Test
    void reviewEndsWhenTheContractSays() {
        Bounty bounty = chain.open();
        Claim claim = chain.claimed(bounty);
        Submission submission = chain.market.submit(chain.agent, bounty);
        chain.advance(Duration.ofHours(6));
        VaultEvent told = chain.submitted(bounty, claim, submission);
        chain.say(told);
        chain.advance(Duration.ofHours(1));

        chain.settle();

        assertThat(chain.now(submission).status())
                .isEqualTo(new UnderReview(((VaultEvent.Submitted) told).reviewEndsAt()));
    }

    @Test
    void endedLeaseForfeitsItsStakeAndTheBountyIsOpenAgain() {
        Bounty bounty = chain.open();
        Claim claim = chain.claimed(bounty);
        chain.advance(bounty.terms().claimTtl().plusSeconds(1));

        chain.use.fireTimers.handle(10);

        assertThat(chain.status(bounty)).isEqualTo("claimed");
        assertThat(chain.orders(bounty)).extracting(VaultCall::word).containsExactly("expire");

        chain.say(chain.claimEnded(bounty, VaultOutcome.LEASE_ENDED, NOTHING, STAKE));
        chain.settle();

        assertThat(chain.status(bounty)).isEqualTo("open");
        assertThat(chain.now(claim).status().word()).isEqualTo("expired");
        assertThat(chain.stakeOf(claim)).isEqualTo(NOTHING);
        assertThat(chain.escrowOf(bounty)).isEqualTo(REWARD);
    }

    @Test
    void agentsWalletMayReleaseIt() {
        Bounty bounty = chain.open();
        Claim claim = chain.claimed(bounty);
        assertRefused(() -> chain.market.release(chain.agent, claim), "on_chain_only");

        chain.say(chain.claimEnded(bounty, VaultOutcome.RELEASED, STAKE, NOTHING));
        chain.settle();

        assertThat(chain.status(bounty)).isEqualTo("open");
        assertThat(chain.now(claim).status().word()).isEqualTo("released");
    }

    @Test
    void refundOfTheContractEndsTheBounty() {
        Bounty unclaimed = chain.open();
        Bounty cancelled = chain.open();
        Bounty reworked = chain.open();
        Submission submission = chain.inReview(reworked);
        chain.market.requestRevision(chain.ann, submission);
        chain.say(chain.sentBack(reworked, submission, SentBackAs.REVISION_REQUESTED));
        chain.settle();
        Claim claim = chain.claim(reworked);

        chain.say(chain.endedUnclaimed(unclaimed, VaultStatus.EXPIRED, VaultOutcome.UNCLAIMED));
        chain.say(chain.endedUnclaimed(cancelled, VaultStatus.CANCELLED, VaultOutcome.CANCELLED));
        chain.say(chain.ended(reworked, VaultStatus.EXPIRED, VaultOutcome.REWORK_ENDED, 0));
        chain.settle();

        assertThat(chain.status(unclaimed)).isEqualTo("expired");
        assertThat(chain.status(cancelled)).isEqualTo("cancelled");
        assertThat(chain.status(reworked)).isEqualTo("expired");
        assertThat(chain.now(claim).status().word()).isEqualTo("failed");
        for (Bounty bounty : List.of(unclaimed, cancelled, reworked)) {
            assertThat(chain.escrowOf(bounty)).isEqualTo(NOTHING);
            assertThat(chain.isFrozen(bounty)).isFalse();
        }
    }

    @Test
    void deadlineIsTheContracts() {
        Bounty bounty = chain.open();
        chain.advance(Duration.ofDays(60));

        chain.use.fireTimers.handle(10);
        chain.use.fireTimers.handle(10);

        assertThat(chain.status(bounty)).isEqualTo("open");
        assertThat(chain.orders(bounty)).extracting(VaultCall::word).containsExactly("expire");
    }

    @Test
    void onlyWalletsDoWhatOnlyWalletsCan() {
        Bounty posted = chain.posted();
        Bounty bounty = chain.open();

        assertRefused(() -> chain.market.fund(chain.ann, posted), "on_chain_only");
        assertRefused(() -> chain.market.cancel(chain.ann, bounty), "on_chain_only");
        assertRefused(() -> chain.market.claim(chain.agent, bounty), "claimed_on_chain");
        assertRefused(
                () ->
                        chain.use.editBounty.handle(
                                new EditBounty.Command(
                                        chain.ann,
                                        bounty.id(),
                                        BountyChangeFixture.title("Another"))),
                "terms_on_chain");

        chain.market.cancel(chain.ann, posted);

        assertThat(chain.now(posted).status()).isInstanceOf(Cancelled.class);
    }

    @Test
    void progressDoesNotRenewWhatTheContractLent() {
        Bounty bounty = chain.open();
        Claim claim = chain.claimed(bounty);
        chain.advance(Duration.ofHours(30));

        chain.market.report(chain.agent, bounty);

        assertThat(chain.claim(bounty).leaseEndsAt()).isEqualTo(claim.leaseEndsAt());
    }

    private Standing standing(Claim claim) {
        return chain.guildhall.escrowHolds.find(claim.id()).orElseThrow().standing();
    }

    private int score(Claim claim) {
        return Reputation.ofAgent(
                        chain.guildhall
                                .trackRecords
                                .ofAgents(List.of(claim.parties().agent()), 10)
                                .getOrDefault(claim.parties().agent(), List.of()))
                .scoreOrZero();
    }

    private static void assertRefused(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.error().code()).isEqualTo(code));
    }

    @Test
    void termsOfTheContractAreChecked() {
        assertRefused(
                () -> chain.posted(terms().onChain().reward(MoneyFixture.usd(100))),
                "invalid_field");
    }

    private List<String> calls(Caller caller, Bounty bounty) {
        return chain.use.viewEscrow.of(caller, bounty.id()).calls().stream()
                .map(ViewEscrow.OwnCall::calldata)
                .toList();
    }
}
