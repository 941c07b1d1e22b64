package io.guildhall.application.escrow;

import io.guildhall.application.inmemory.ScriptedContract;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.escrow.Admission;
import io.guildhall.domain.escrow.EscrowVault.State;
import io.guildhall.domain.escrow.SentBackAs;
import io.guildhall.domain.escrow.VaultEvent;
import io.guildhall.domain.escrow.VaultOutcome;
import io.guildhall.domain.escrow.VaultStatus;
import io.guildhall.domain.escrow.VaultTerms;
import io.guildhall.domain.escrow.WorkRef;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One bounty by the rules of the contract: every method is a function of it, which changes the
 * bounty and says what happened, or reverts.
 */
final class ModelBounty {

    /** The contract does not do this now. */
    static final class Reverts extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Reverts(String why) {
            super(why);
        }
    }

    private static final Money NOTHING = Money.zero(Currency.USDC);
    private static final Duration STAKED_WINDOW_MIN = Duration.ofHours(12);
    private static final int SUBMISSIONS_MAX = 3;
    private static final int HALF_BPS = 5_000;
    private static final Set<VaultStatus> OVER =
            EnumSet.of(VaultStatus.PAID, VaultStatus.CANCELLED, VaultStatus.EXPIRED);

    private final OnchainId id;
    private final VaultTerms terms;
    private VaultStatus status = VaultStatus.OPEN;
    private @Nullable WalletAddress agent;
    private Money stake = NOTHING;
    private int submissions;
    private long fence;
    private Instant claimedAt;
    private Instant dueAt;
    private Duration leaseLeft = Duration.ZERO;
    private @Nullable WorkRef work;
    private int disputes;
    private final Set<String> disputed = new HashSet<>();
    private Side openedBy = Side.POSTER;
    private boolean answered;
    private VaultStatus interrupted = VaultStatus.CLAIMED;
    private Instant answerBy;
    private Duration clockLeft = Duration.ZERO;
    private final Map<Side, Integer> offers = new EnumMap<>(Side.class);

    ModelBounty(OnchainId id, VaultTerms terms, Instant now) {
        require(terms.deadline().isAfter(now), "InvalidTerms");
        this.id = id;
        this.terms = terms;
        this.claimedAt = now;
        this.answerBy = now;
        this.dueAt = terms.deadline();
    }

    ModelBounty(ModelBounty other) {
        id = other.id;
        terms = other.terms;
        status = other.status;
        agent = other.agent;
        stake = other.stake;
        submissions = other.submissions;
        fence = other.fence;
        claimedAt = other.claimedAt;
        dueAt = other.dueAt;
        leaseLeft = other.leaseLeft;
        work = other.work;
        disputes = other.disputes;
        disputed.addAll(other.disputed);
        openedBy = other.openedBy;
        answered = other.answered;
        interrupted = other.interrupted;
        answerBy = other.answerBy;
        clockLeft = other.clockLeft;
        offers.putAll(other.offers);
    }

    State state() {
        boolean isOver = OVER.contains(status);
        return new State(
                status,
                isOver ? NOTHING : terms.amount(),
                agent,
                stake,
                fence,
                submissions,
                isOver ? null : dueAt);
    }

    @Nullable WalletAddress agent() {
        return agent;
    }

    long fence() {
        return fence;
    }

    int submissions() {
        return submissions;
    }

    int disputes() {
        return disputes;
    }

    /** Whether the other side has spoken in the dispute. */
    boolean isAnswered() {
        return answered;
    }

    Side openedBy() {
        return openedBy;
    }

    @Nullable WorkRef work() {
        return work;
    }

    VaultEvent cancel() {
        in(VaultStatus.OPEN);
        return end(VaultOutcome.CANCELLED, 0, 0, false);
    }

    VaultEvent claim(WalletAddress by, Admission admission, Instant now) {
        in(VaultStatus.OPEN);
        require(!isDue(now), "DeadlinePassed");
        require(now.isBefore(admission.expiresAt()), "AdmissionExpired");
        require(
                admission.equals(
                        ScriptedContract.admission(id, by, fence + 1, admission.expiresAt())),
                "NotAdmitted");
        Instant end = now.plus(terms.ttl());
        agent = by;
        fence++;
        claimedAt = now;
        dueAt = end.isBefore(terms.deadline()) ? end : terms.deadline();
        stake =
                dueAt.isBefore(now.plus(STAKED_WINDOW_MIN))
                        ? NOTHING
                        : terms.amount().share(terms.stakeBps());
        status = VaultStatus.CLAIMED;
        return new VaultEvent.Claimed(id, by, fence, stake, claimedAt, dueAt);
    }

    VaultEvent release(Instant now) {
        in(VaultStatus.CLAIMED);
        require(!isDue(now), "LeaseEnded");
        Instant half = claimedAt.plus(Duration.between(claimedAt, dueAt).dividedBy(2));
        boolean forfeits = submissions == 0 && now.isAfter(half);
        return now.isBefore(terms.deadline())
                ? reopen(VaultOutcome.RELEASED, forfeits)
                : end(VaultOutcome.RELEASED, 0, 0, forfeits);
    }

    VaultEvent submit(WalletAddress by, long underFence, Digest content, Instant now) {
        in(VaultStatus.CLAIMED);
        require(by.equals(agent) && underFence == fence, "StaleClaim");
        require(!isDue(now), "LeaseEnded");
        require(submissions < SUBMISSIONS_MAX, "SubmissionsSpent");
        submissions++;
        leaseLeft = Duration.between(now, dueAt);
        dueAt = now.plus(terms.reviewWindow());
        status = VaultStatus.IN_REVIEW;
        work = new WorkRef(by, fence, submissions, content);
        Money returned = stake;
        stake = NOTHING;
        return new VaultEvent.Submitted(id, work, returned, dueAt);
    }

    VaultEvent accept(@Nullable WorkRef accepted, VaultOutcome as) {
        underReview(accepted);
        return end(as, Ruling.WHOLE_BPS, terms.feeBps(), false);
    }

    VaultEvent acceptUnanswered(Instant now) {
        in(VaultStatus.IN_REVIEW);
        require(isDue(now), "NotDue");
        return end(VaultOutcome.REVIEW_UNANSWERED, Ruling.WHOLE_BPS, terms.feeBps(), false);
    }

    VaultEvent sendBack(@Nullable WorkRef judged, SentBackAs as, Instant now) {
        underReview(judged);
        require(!isDue(now), "ReviewEnded");
        boolean isLast = submissions == SUBMISSIONS_MAX;
        boolean isShort = leaseLeft.compareTo(Claim.REWORK_MIN) < 0;
        status = VaultStatus.CLAIMED;
        dueAt = now.plus(isLast || isShort ? Claim.REWORK_MIN : leaseLeft);
        return new VaultEvent.SentBack(id, holder(), fence, submissions, as, dueAt);
    }

    VaultEvent expire(Instant now) {
        require(status == VaultStatus.OPEN || status == VaultStatus.CLAIMED, "WrongStatus");
        require(isDue(now), "NotDue");
        if (status == VaultStatus.OPEN) {
            return end(VaultOutcome.UNCLAIMED, 0, 0, false);
        }
        if (submissions > 0) {
            return end(VaultOutcome.REWORK_ENDED, 0, 0, false);
        }
        return now.isBefore(terms.deadline())
                ? reopen(VaultOutcome.LEASE_ENDED, true)
                : end(VaultOutcome.LEASE_ENDED, 0, 0, true);
    }

    VaultEvent openDispute(
            @Nullable WalletAddress of, long underFence, int about, Side by, Instant now) {
        require(status == VaultStatus.CLAIMED || status == VaultStatus.IN_REVIEW, "WrongStatus");
        require(!isDue(now), status == VaultStatus.CLAIMED ? "LeaseEnded" : "ReviewEnded");
        require(holder().equals(of) && underFence == fence, "StaleClaim");
        require(about <= submissions, "NoSuchSubmission");
        require(disputed.add(about + " " + by), "AlreadyDisputed");
        disputes++;
        openedBy = by;
        answered = false;
        interrupted = status;
        answerBy = now.plus(Dispute.ANSWER_WINDOW);
        clockLeft = Duration.between(now, dueAt);
        offers.clear();
        status = VaultStatus.DISPUTED;
        dueAt = now.plus(Dispute.DECISION_WINDOW);
        return new VaultEvent.DisputeOpened(
                id, holder(), fence, disputes, about, by, answerBy, dueAt);
    }

    VaultEvent answerDispute(int number, Digest evidence, Instant now) {
        undecided(number, now);
        require(!answered, "AlreadyAnswered");
        answered = true;
        return new VaultEvent.DisputeAnswered(id, number, openedBy.other(), evidence);
    }

    VaultEvent offerSplit(Side by, int shareBps, Instant now) {
        undecided(disputes, now);
        offers.put(by, shareBps);
        return new VaultEvent.SplitOffered(id, disputes, by, shareBps);
    }

    VaultEvent acceptSplit(Side by, Instant now) {
        undecided(disputes, now);
        Integer standing = offers.get(by.other());
        if (standing == null) {
            throw new Reverts("OfferNotStanding");
        }
        return end(VaultOutcome.SETTLED, standing, terms.feeBps(), false);
    }

    VaultEvent withdrawDispute(Instant now) {
        undecided(disputes, now);
        boolean isShort = clockLeft.compareTo(Claim.AFTER_DISPUTE_MIN) < 0;
        status = interrupted;
        dueAt = now.plus(isShort ? Claim.AFTER_DISPUTE_MIN : clockLeft);
        return new VaultEvent.DisputeWithdrawn(id, disputes, dueAt);
    }

    VaultEvent ruleDispute(int number, int shareBps, Instant now) {
        undecided(number, now);
        require(answered || !now.isBefore(answerBy), "AnswerStillDue");
        return end(VaultOutcome.RULED, shareBps, terms.feeBps(), false);
    }

    VaultEvent timeOutDispute(Instant now) {
        in(VaultStatus.DISPUTED);
        require(isDue(now), "NotDue");
        if (answered) {
            return end(VaultOutcome.ARBITER_SILENT, HALF_BPS, 0, false);
        }
        int share = openedBy == Side.AGENT ? Ruling.WHOLE_BPS : 0;
        return end(VaultOutcome.ARBITER_SILENT, share, terms.feeBps(), false);
    }

    private VaultEvent reopen(VaultOutcome outcome, boolean forfeits) {
        WalletAddress was = holder();
        Money staked = stake;
        agent = null;
        stake = NOTHING;
        status = VaultStatus.OPEN;
        submissions = 0;
        disputed.clear();
        leaseLeft = Duration.ZERO;
        work = null;
        dueAt = terms.deadline();
        return new VaultEvent.ClaimEnded(
                id, was, fence, outcome, forfeits ? NOTHING : staked, forfeits ? staked : NOTHING);
    }

    private VaultEvent end(VaultOutcome outcome, int shareBps, int feeBps, boolean forfeits) {
        Money gross = terms.amount().share(shareBps);
        Money staked = stake;
        status = gross.isPositive() ? VaultStatus.PAID : unpaid(outcome);
        stake = NOTHING;
        return new VaultEvent.Ended(
                id,
                agent,
                fence,
                status,
                outcome,
                shareBps,
                gross,
                gross.share(feeBps),
                terms.amount().minus(gross),
                forfeits ? NOTHING : staked,
                forfeits ? staked : NOTHING);
    }

    private static VaultStatus unpaid(VaultOutcome outcome) {
        return switch (outcome) {
            case UNCLAIMED, LEASE_ENDED, REWORK_ENDED, RELEASED -> VaultStatus.EXPIRED;
            case ACCEPTED, MERGED, REVIEW_UNANSWERED, RULED, SETTLED, ARBITER_SILENT, CANCELLED ->
                    VaultStatus.CANCELLED;
        };
    }

    private void in(VaultStatus expected) {
        require(status == expected, "WrongStatus");
    }

    private void underReview(@Nullable WorkRef judged) {
        in(VaultStatus.IN_REVIEW);
        require(Objects.equals(judged, work), "StaleSubmission");
    }

    private void undecided(int number, Instant now) {
        in(VaultStatus.DISPUTED);
        require(number == disputes, "StaleDispute");
        require(!isDue(now), "DecisionEnded");
    }

    private WalletAddress holder() {
        return Objects.requireNonNull(agent);
    }

    private boolean isDue(Instant now) {
        return !now.isBefore(dueAt);
    }

    private static void require(boolean condition, String error) {
        if (!condition) {
            throw new Reverts(error);
        }
    }
}
