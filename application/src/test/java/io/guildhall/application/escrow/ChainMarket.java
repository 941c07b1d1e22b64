package io.guildhall.application.escrow;

import static io.guildhall.domain.bounty.TermsFixture.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.guildhall.application.Market;
import io.guildhall.application.bounty.PostBounty;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.ScriptedContract;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus.Disputed;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.bounty.TermsFixture;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.escrow.ChainFact;
import io.guildhall.domain.escrow.ChainFacts;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.SendingLimits;
import io.guildhall.domain.escrow.SentBackAs;
import io.guildhall.domain.escrow.VaultCall;
import io.guildhall.domain.escrow.VaultEvent;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOrderStatus.Failed;
import io.guildhall.domain.escrow.VaultOrderStatus.Waiting;
import io.guildhall.domain.escrow.VaultOrderStatus.Withdrawn;
import io.guildhall.domain.escrow.VaultOutcome;
import io.guildhall.domain.escrow.VaultStatus;
import io.guildhall.domain.escrow.WorkRef;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.money.MoneyFixture;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.submission.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A market with a contract: Ann posts, Bob's agent works, and what the contract says is scripted.
 */
final class ChainMarket {

    static final Money REWARD = MoneyFixture.usdc(50_000);
    static final Money STAKE = MoneyFixture.usdc(2_500);
    static final Money NOTHING = Money.zero(Currency.USDC);

    static final WalletAddress ANNS = new WalletAddress("0x" + "a1".repeat(20));
    static final WalletAddress AGENTS = new WalletAddress("0x" + "b2".repeat(20));
    static final WalletAddress RIVALS = new WalletAddress("0x" + "b3".repeat(20));

    final Market market = new Market();
    final InMemoryGuildhall guildhall = market.guildhall;
    final ScriptedContract contract = guildhall.contract;
    final UseCases use = market.use;
    final Caller ann = market.operator("Ann");
    final Caller agent = agentWith(AGENTS);
    final Caller rival = agentWith(RIVALS);

    ChainMarket() {
        guildhall.transactions.run(
                () -> guildhall.wallets.bind(ann.operator(), ANNS, guildhall.clock.instant()));
    }

    private Caller agentWith(WalletAddress wallet) {
        Caller worker = market.agentOf(market.operator("Bob"));
        AgentId id = Objects.requireNonNull(worker.agent());
        guildhall.transactions.run(
                () -> guildhall.wallets.bind(id, wallet, guildhall.clock.instant()));
        return worker;
    }

    Bounty posted() {
        return posted(terms().onChain());
    }

    Bounty posted(TermsFixture fixture) {
        BountyTerms terms = fixture.build();
        return use.postEscrowBounty.handle(
                new PostBounty.Command(
                        ann,
                        terms.title(),
                        terms.description(),
                        terms.acceptanceCriteria(),
                        terms.category(),
                        terms.capabilities(),
                        terms.reward(),
                        null,
                        terms.aiAgentsAllowed(),
                        terms.deadline(),
                        terms.claimTtl(),
                        terms.reviewWindow(),
                        terms.minReputation(),
                        null,
                        null,
                        terms.issueUrl(),
                        terms.verification()));
    }

    /** Funded, and the chain has forgotten nothing of it. */
    Bounty open() {
        Bounty bounty = posted();
        fund(bounty);
        settle();
        return now(bounty);
    }

    Claim claimed(Bounty bounty) {
        claimBy(AGENTS, bounty, 1);
        settle();
        return claim(bounty);
    }

    Submission inReview(Bounty bounty) {
        Claim claim = claimed(bounty);
        Submission submission = market.submit(agent, bounty);
        say(submitted(bounty, claim, submission));
        settle();
        return submission;
    }

    ChainFact fund(Bounty bounty) {
        EscrowHold hold = hold(bounty);
        return say(
                new VaultEvent.Funded(hold.onchainId(), ANNS, bounty.id(), hold.termsOf(bounty)));
    }

    ChainFact claimBy(WalletAddress wallet, Bounty bounty, long fence) {
        return say(claimed(wallet, bounty, fence));
    }

    VaultEvent claimed(WalletAddress wallet, Bounty bounty, long fence) {
        Instant now = guildhall.clock.instant();
        return new VaultEvent.Claimed(
                hold(bounty).onchainId(),
                wallet,
                fence,
                STAKE,
                now,
                now.plus(bounty.terms().claimTtl()));
    }

    VaultEvent submitted(Bounty bounty, Claim claim, Submission submission) {
        return new VaultEvent.Submitted(
                hold(bounty).onchainId(),
                work(claim, submission),
                submission.round() == 1 ? STAKE : NOTHING,
                guildhall.clock.instant().plus(bounty.terms().reviewWindow()));
    }

    VaultEvent sentBack(Bounty bounty, Submission submission, SentBackAs as) {
        return new VaultEvent.SentBack(
                hold(bounty).onchainId(),
                AGENTS,
                1,
                submission.round(),
                as,
                guildhall.clock.instant().plus(Duration.ofDays(2)));
    }

    private WorkRef work(Claim claim, Submission submission) {
        long fence = guildhall.escrowHolds.find(claim.id()).orElseThrow().fence();
        return new WorkRef(AGENTS, fence, submission.round(), submission.work().digest());
    }

    /** It has shared the reward so and ended the bounty, with its claim. */
    VaultEvent ended(Bounty bounty, VaultStatus status, VaultOutcome outcome, int shareBps) {
        Money gross = REWARD.share(shareBps);
        boolean isFree = outcome == VaultOutcome.ARBITER_SILENT && shareBps == 5_000;
        return new VaultEvent.Ended(
                hold(bounty).onchainId(),
                AGENTS,
                1,
                status,
                outcome,
                shareBps,
                gross,
                isFree ? NOTHING : gross.share(ScriptedContract.FEE_BPS),
                REWARD.minus(gross),
                NOTHING,
                NOTHING);
    }

    VaultEvent paid(Bounty bounty, VaultOutcome outcome) {
        return ended(bounty, VaultStatus.PAID, outcome, 10_000);
    }

    /** The agent also gets its stake back, for nothing was handed in. */
    VaultEvent endedWithStake(Bounty bounty, VaultStatus status, VaultOutcome outcome, int share) {
        var without = (VaultEvent.Ended) ended(bounty, status, outcome, share);
        return new VaultEvent.Ended(
                without.bounty(),
                without.agent(),
                without.fence(),
                status,
                outcome,
                share,
                without.agentGross(),
                without.fee(),
                without.refund(),
                STAKE,
                NOTHING);
    }

    /** The bounty is over, unclaimed. */
    VaultEvent endedUnclaimed(Bounty bounty, VaultStatus status, VaultOutcome outcome) {
        return new VaultEvent.Ended(
                hold(bounty).onchainId(),
                null,
                0,
                status,
                outcome,
                0,
                NOTHING,
                NOTHING,
                REWARD,
                NOTHING,
                NOTHING);
    }

    VaultEvent claimEnded(Bounty bounty, VaultOutcome outcome, Money returned, Money forfeited) {
        return new VaultEvent.ClaimEnded(
                hold(bounty).onchainId(), AGENTS, 1, outcome, returned, forfeited);
    }

    VaultEvent disputeOpened(Bounty bounty, int number, int about, Side by) {
        Instant now = guildhall.clock.instant();
        return new VaultEvent.DisputeOpened(
                hold(bounty).onchainId(),
                AGENTS,
                1,
                number,
                about,
                by,
                now.plus(Dispute.ANSWER_WINDOW),
                now.plus(Dispute.DECISION_WINDOW));
    }

    VaultEvent disputeAnswered(Bounty bounty, int number, Side by, String evidence) {
        return new VaultEvent.DisputeAnswered(
                hold(bounty).onchainId(), number, by, digest(evidence));
    }

    VaultEvent splitOffered(Bounty bounty, int number, Side by, int agentShareBps) {
        return new VaultEvent.SplitOffered(hold(bounty).onchainId(), number, by, agentShareBps);
    }

    VaultEvent disputeWithdrawn(Bounty bounty, int number) {
        return new VaultEvent.DisputeWithdrawn(
                hold(bounty).onchainId(),
                number,
                guildhall.clock.instant().plus(Claim.AFTER_DISPUTE_MIN));
    }

    /** It is final, and heard. */
    void sayForGood(VaultEvent event) {
        say(event);
        settle();
    }

    ChainFact say(VaultEvent event) {
        return contract.say(event);
    }

    /** Nobody funds it in time. */
    void expire(Bounty unfunded) {
        market.pass(Bounty.FUNDING_WINDOW);
        heardUntilNow();
        market.fireTimers();
        assertThat(status(unfunded)).isEqualTo("expired");
    }

    /** A block of this time is final, and heard. */
    void heardUntilNow() {
        contract.mine(1);
        settle();
    }

    /** So many blocks later nobody can take back what was said, and it is heard. */
    void settle() {
        contract.mine(UseCases.CONFIRMATIONS);
        follow();
    }

    void follow() {
        follow(use);
    }

    static void follow(UseCases replica) {
        while (replica.followChain.handle()) {
            // A full round means that more can be read.
        }
    }

    void advance(Duration time) {
        guildhall.clock.advance(time);
    }

    Bounty now(Bounty bounty) {
        return guildhall.bounties.find(bounty.id()).orElseThrow();
    }

    Claim now(Claim claim) {
        return guildhall.claims.find(claim.id()).orElseThrow();
    }

    Submission now(Submission submission) {
        return guildhall.submissions.find(submission.id()).orElseThrow();
    }

    String status(Bounty bounty) {
        return now(bounty).status().word();
    }

    /** The one that is on now. */
    Dispute dispute(Bounty bounty) {
        return now(bounty).status() instanceof Disputed(var id, var _, var _)
                ? guildhall.disputes.find(id).orElseThrow()
                : fail("%s is not disputed", bounty.id());
    }

    Dispute now(Dispute dispute) {
        return guildhall.disputes.find(dispute.id()).orElseThrow();
    }

    /** Of the facts recorded of it, those that contradict ours. */
    List<String> objections(Bounty bounty) {
        return guildhall.chainFacts.of(hold(bounty).onchainId()).stream()
                .map(ChainFacts.Recorded::objection)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    Caller admin() {
        return Caller.operator(market.operator("Ada").operator(), Set.of(Role.ADMIN));
    }

    EscrowHold hold(Bounty bounty) {
        return guildhall.escrowHolds.find(bounty.id()).orElseThrow();
    }

    /** The one that is active now. */
    Claim claim(Bounty bounty) {
        return guildhall
                .claims
                .find(Objects.requireNonNull(now(bounty).activeClaim()))
                .orElseThrow();
    }

    /** What the contract is told, or was to be told before it had said it. */
    List<VaultCall> told(Bounty bounty) {
        return guildhall.vaultOrders.of(bounty.id()).stream().map(VaultOrder::call).toList();
    }

    /** What the contract is told, apart from what was withdrawn. */
    List<VaultCall> orders(Bounty bounty) {
        return guildhall.vaultOrders.of(bounty.id()).stream()
                .filter(order -> !(order.status() instanceof Withdrawn))
                .map(VaultOrder::call)
                .toList();
    }

    /** What the contract is still to be told, in its order. */
    List<VaultOrder> waiting(Bounty bounty) {
        return guildhall.vaultOrders.of(bounty.id()).stream()
                .filter(order -> order.status() instanceof Waiting)
                .toList();
    }

    /** It refuses the order as often as it is tried. */
    void failForGood(VaultOrder order) {
        guildhall.transactions.run(() -> {
            VaultOrder refused = order;
            while (!(refused.status() instanceof Failed)) {
                refused =
                        refused.object(
                                        "LeaseEnded",
                                        SendingLimits.STANDARD,
                                        guildhall.clock.instant())
                                .orThrow()
                                .state();
            }
            use.freezeOnFailure.failed(guildhall.vaultOrders.save(refused), "LeaseEnded");
        });
    }

    void unfreeze(Bounty bounty) {
        use.unfreezeBounty.handle(
                new UnfreezeBounty.Command(
                        admin(), bounty.id(), "The relayer has its role again", "req_1"));
    }

    Money escrowOf(Bounty bounty) {
        return guildhall.ledger.spendable(
                Account.escrow(bounty.id(), bounty.poster(), Currency.USDC));
    }

    Money stakeOf(Claim claim) {
        return guildhall.ledger.spendable(
                Account.stake(claim.id(), claim.parties().operator(), Currency.USDC));
    }

    boolean isFrozen(Bounty bounty) {
        return hold(bounty).frozen() != null;
    }

    static Digest digest(String text) {
        return Digest.of(text);
    }
}
