package io.guildhall.domain.claim;

import static io.guildhall.domain.shared.Decision.accept;
import static io.guildhall.domain.shared.Decision.refuse;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.claim.ClaimError.ClaimNotInState;
import io.guildhall.domain.claim.ClaimError.LeaseEnded;
import io.guildhall.domain.claim.ClaimError.LeaseStillRuns;
import io.guildhall.domain.claim.ClaimError.RequestLapsed;
import io.guildhall.domain.claim.ClaimError.SecondTryMissed;
import io.guildhall.domain.claim.ClaimError.StaleFence;
import io.guildhall.domain.claim.ClaimError.SubmissionsSpent;
import io.guildhall.domain.claim.ClaimEvent.ClaimApproved;
import io.guildhall.domain.claim.ClaimEvent.ClaimCreated;
import io.guildhall.domain.claim.ClaimEvent.ClaimExpired;
import io.guildhall.domain.claim.ClaimEvent.ClaimFailed;
import io.guildhall.domain.claim.ClaimEvent.ClaimLapsed;
import io.guildhall.domain.claim.ClaimEvent.ClaimRejected;
import io.guildhall.domain.claim.ClaimEvent.ClaimReleased;
import io.guildhall.domain.claim.ClaimEvent.ClaimWithdrawn;
import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.claim.ClaimStatus.Expired;
import io.guildhall.domain.claim.ClaimStatus.Failed;
import io.guildhall.domain.claim.ClaimStatus.Fulfilled;
import io.guildhall.domain.claim.ClaimStatus.Lapsed;
import io.guildhall.domain.claim.ClaimStatus.Pending;
import io.guildhall.domain.claim.ClaimStatus.Rejected;
import io.guildhall.domain.claim.ClaimStatus.Released;
import io.guildhall.domain.claim.ClaimStatus.Withdrawn;
import io.guildhall.domain.claim.Lease.Held;
import io.guildhall.domain.claim.Lease.Paused;
import io.guildhall.domain.claim.Lease.Retrying;
import io.guildhall.domain.claim.Lease.Running;
import io.guildhall.domain.claim.Lease.Spent;
import io.guildhall.domain.claim.Lease.Ticking;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.Timer;
import io.guildhall.domain.shared.Timer.Consequence;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent's right to work on a bounty. While it is active it is a lease: nobody else can have the
 * bounty, and only submissions with its fence are taken.
 *
 * @param proposedReward the price the agent asks for under the policy BID; null under the others
 * @param fence 0 until it becomes active; then higher than that of every earlier claim on the
 *     bounty
 * @param submissions how many have been handed in under it
 * @param stake what lies in its stake account at this moment
 */
public record Claim(
        ClaimId id,
        BountyId bounty,
        Parties parties,
        String coverLetter,
        @Nullable Money proposedReward,
        ClaimStatus status,
        long fence,
        int submissions,
        Money stake,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public static final Duration REQUEST_WINDOW = Duration.ofDays(2);

    /**
     * So many can wait for their poster's answer on one bounty: an approval and a cancellation
     * answer all of them at once.
     */
    public static final int PENDING_MAX = 1_000;

    /** So many of them can be of one operator's agents, so that nobody takes all places. */
    public static final int PENDING_OF_OPERATOR_MAX = 50;

    public static final Duration REWORK_MIN = Duration.ofDays(2);

    /**
     * So many submissions may be sent back. The second try after a failed gate is granted even so:
     * it is promised for every submission.
     */
    public static final int SUBMISSIONS_MAX = 3;

    /** What is left of a clock after a dispute, at least. */
    public static final Duration AFTER_DISPUTE_MIN = Duration.ofDays(1);

    /** Progress renews a lease up to so many times its length, and no further. */
    public static final int RENEWED_LEASE_MAX = 3;

    /** Why a claim was taken back that the chain knows no more, as every channel tells it. */
    public static final String CHAIN_REORG = "chain_reorg";

    /** Why a claim is turned down by the bounty's own terms, as every channel tells it. */
    public static final String INSUFFICIENT_REPUTATION = "insufficient_reputation";

    /** A bid lies between a quarter of the reward and twice the reward. */
    private static final int BID_PART_MIN = 4;

    private static final int BID_TIMES_MAX = 2;
    private static final int COVER_LETTER_MAX = 5_000;
    private static final int REASON_MAX = 500;

    private static final String WAIT_FOR_WORD = "wait for the word on it";
    private static final String WAIT_FOR_APPROVAL = "wait until its poster approves it";
    private static final String ASK_AGAIN = "ask for the bounty again if it is open";
    private static final String SEE_DISPUTE =
            "GET /api/disputes lists it, with what you can do there";

    public static Decision<Claim> request(
            ClaimId id,
            Bounty bounty,
            Parties parties,
            String coverLetter,
            @Nullable Money proposedReward,
            Instant now) {
        Invalid.Check check =
                new Invalid.Check().text(coverLetter, "coverLetter", 0, COVER_LETTER_MAX);
        checkPrice(check, bounty.terms(), proposedReward);
        if (!check.problems().isEmpty()) {
            return refuse(new Invalid(check.problems()));
        }
        Pending pending = new Pending(earlier(now.plus(REQUEST_WINDOW), bounty.terms().deadline()));
        return accept(
                new Claim(
                        id,
                        bounty.id(),
                        parties,
                        coverLetter,
                        proposedReward,
                        pending,
                        0,
                        0,
                        Money.zero(bounty.terms().currency()),
                        now,
                        now,
                        0),
                new ClaimCreated(id, bounty.id(), parties));
    }

    /**
     * The contract has given the work to the agent. What it staked lies in the contract and not in
     * our accounts.
     *
     * @param taken the bounty as it is once this claim has taken it
     */
    public static Decision<Claim> recorded(
            ClaimId id,
            Bounty taken,
            Parties parties,
            Instant claimedAt,
            Instant leaseEndsAt,
            Instant now) {
        return accept(
                new Claim(
                        id,
                        taken.id(),
                        parties,
                        "",
                        null,
                        new Active(claimedAt, new Running(leaseEndsAt)),
                        taken.lastFence(),
                        0,
                        Money.zero(taken.terms().currency()),
                        now,
                        now,
                        0),
                new ClaimCreated(id, taken.id(), parties),
                new ClaimApproved(id, taken.id(), parties, leaseEndsAt));
    }

    private static void checkPrice(
            Invalid.Check check, BountyTerms terms, @Nullable Money proposedReward) {
        String field = "proposedReward";
        if (terms.claimPolicy() != ClaimPolicy.BID) {
            check.require(
                    proposedReward == null, field, "is only for bounties with claim_policy bid");
            return;
        }
        if (proposedReward == null) {
            check.require(false, field, "is required: this bounty takes bids");
            return;
        }
        Money asked = terms.reward();
        check.require(
                proposedReward.currency() == asked.currency()
                        && proposedReward.units() >= Math.ceilDiv(asked.units(), BID_PART_MIN)
                        && Math.ceilDiv(proposedReward.units(), BID_TIMES_MAX) <= asked.units()
                        && proposedReward.cents() <= BountyTerms.REWARD_CENTS_MAX,
                field,
                "must be a quarter of the reward ("
                        + asked
                        + ") to twice the reward, and at most "
                        + BountyTerms.REWARD_CENTS_MAX
                        + " cents");
    }

    /** What the bounty is worth to this claim: its own price, or the reward. */
    public Money price(Bounty bounty) {
        return proposedReward == null ? bounty.terms().reward() : proposedReward;
    }

    /** What its agent's operator has locked for it; of a request, what it would lock at most. */
    public Money stakeOn(Bounty asked) {
        return status instanceof Pending
                ? asked.terms().withReward(price(asked)).stakeMax()
                : stake;
    }

    /**
     * Starts the lease; what {@link #stake} then says is to be locked in the same unit of work.
     *
     * @param taken the bounty as it is once this claim has taken it
     */
    public Decision<Claim> approve(Bounty taken, Instant now) {
        return switch (status) {
            case Pending(var lapsesAt) when !now.isBefore(lapsesAt) ->
                    refuse(new RequestLapsed(id, lapsesAt));
            case Pending _ -> {
                Instant endsAt = taken.terms().leaseEndsAt(now);
                yield accept(
                        new Claim(
                                id,
                                bounty,
                                parties,
                                coverLetter,
                                proposedReward,
                                new Active(now, new Running(endsAt)),
                                taken.lastFence(),
                                submissions,
                                taken.terms().stakeFor(Duration.between(now, endsAt)),
                                createdAt,
                                now,
                                version),
                        new ClaimApproved(id, bounty, parties, endsAt));
            }
            case Active _,
                    Fulfilled _,
                    Rejected _,
                    Withdrawn _,
                    Lapsed _,
                    Released _,
                    Expired _,
                    Failed _ ->
                    refuse(new ClaimNotInState(id, "approved", status));
        };
    }

    /**
     * Turns the request down: its poster does, or the bounty's own terms in the instant in which it
     * is made. Nobody can use the word of the terms later, for such a claim does not bind the
     * poster.
     */
    public Decision<Claim> reject(String reason, Instant now) {
        return switch (status) {
            case Pending _ -> {
                var problems =
                        new Invalid.Check()
                                .text(reason, "reason", 1, REASON_MAX)
                                .require(
                                        !reason.equals(INSUFFICIENT_REPUTATION)
                                                || now.equals(createdAt),
                                        "reason",
                                        "must be in your own words")
                                .problems();
                yield problems.isEmpty()
                        ? accept(
                                with(new Rejected(reason, now), now),
                                new ClaimRejected(id, bounty, parties, reason))
                        : refuse(new Invalid(problems));
            }
            case Active _,
                    Fulfilled _,
                    Rejected _,
                    Withdrawn _,
                    Lapsed _,
                    Released _,
                    Expired _,
                    Failed _ ->
                    refuse(new ClaimNotInState(id, "rejected", status));
        };
    }

    public Decision<Claim> withdraw(Instant now) {
        return switch (status) {
            case Pending _ ->
                    accept(with(new Withdrawn(now), now), new ClaimWithdrawn(id, bounty, parties));
            case Active _ ->
                    refuse(
                            new ClaimNotInState(
                                    id,
                                    "withdrawn",
                                    status,
                                    "release it instead, unless work lies under review or in dispute"));
            case Fulfilled _, Rejected _, Withdrawn _, Lapsed _, Released _, Expired _, Failed _ ->
                    refuse(new ClaimNotInState(id, "withdrawn", status));
        };
    }

    /** What time alone does to a request that the poster does not answer. */
    public Decision<Claim> lapse(Instant now) {
        return switch (status) {
            case Pending(var lapsesAt) when now.isBefore(lapsesAt) ->
                    refuse(new LeaseStillRuns(id, status, lapsesAt));
            case Pending _ ->
                    accept(with(new Lapsed(now), now), new ClaimLapsed(id, bounty, parties));
            case Active _,
                    Fulfilled _,
                    Rejected _,
                    Withdrawn _,
                    Lapsed _,
                    Released _,
                    Expired _,
                    Failed _ ->
                    refuse(new ClaimNotInState(id, "lapsed", status));
        };
    }

    /**
     * Counts a submission and stops the lease until the poster has answered. The first one gives
     * the stake back.
     *
     * @param presented the fence the caller believes to have; null means this claim's own
     */
    public Decision<Claim> submit(@Nullable Long presented, Instant now) {
        return switch (status) {
            case Active _ when presented != null && presented != fence ->
                    refuse(new StaleFence(id, presented, fence));
            case Active(var claimedAt, var lease) ->
                    switch (lease) {
                        case Running running when running.isOver(now) ->
                                refuse(new LeaseEnded(id, running.overAt()));
                        case Retrying retrying when retrying.isOver(now) ->
                                refuse(new SecondTryMissed(id, retrying.retryBy()));
                        case Running(var endsAt) -> submitted(claimedAt, endsAt, now);
                        case Retrying(var _, var endsAt) -> submitted(claimedAt, endsAt, now);
                        case Paused _ ->
                                refuse(
                                        new ClaimNotInState(
                                                id,
                                                "submitted to while work is under review or in dispute",
                                                status,
                                                WAIT_FOR_WORD));
                        case Held _ ->
                                refuse(
                                        new ClaimNotInState(
                                                id,
                                                "submitted to during a dispute",
                                                status,
                                                SEE_DISPUTE));
                        case Spent(var endsAt) -> refuse(new SubmissionsSpent(id, endsAt));
                    };
            case Pending _ ->
                    refuse(new ClaimNotInState(id, "submitted to", status, WAIT_FOR_APPROVAL));
            case Fulfilled _, Rejected _, Withdrawn _, Lapsed _, Released _, Expired _, Failed _ ->
                    refuse(new ClaimNotInState(id, "submitted to", status, ASK_AGAIN));
        };
    }

    /**
     * The submission was not taken. The lease goes on with what was left, at least 48 hours, past
     * the deadline if need be; after the last submission it only waits for the claim's end.
     */
    public Decision<Claim> resume(Instant now) {
        return switch (status) {
            case Active(var claimedAt, Paused(var endsAt, var since)) ->
                    accept(with(new Active(claimedAt, resumed(endsAt, since, now)), now));
            case Active _,
                    Pending _,
                    Fulfilled _,
                    Rejected _,
                    Withdrawn _,
                    Lapsed _,
                    Released _,
                    Expired _,
                    Failed _ ->
                    refuse(new ClaimNotInState(id, "resumed", status));
        };
    }

    /**
     * The submission failed the gate. It can be handed in once more until then, and the lease lasts
     * at least as long, past the deadline if need be.
     */
    public Decision<Claim> retry(Instant retryBy, Instant now) {
        return switch (status) {
            case Active(var claimedAt, Paused(var endsAt, var since)) -> {
                Instant shifted = endsAt.plus(Duration.between(since, now));
                Instant end = shifted.isAfter(retryBy) ? shifted : retryBy;
                yield accept(with(new Active(claimedAt, new Retrying(retryBy, end)), now));
            }
            case Active _,
                    Pending _,
                    Fulfilled _,
                    Rejected _,
                    Withdrawn _,
                    Lapsed _,
                    Released _,
                    Expired _,
                    Failed _ ->
                    refuse(new ClaimNotInState(id, "tried again", status));
        };
    }

    /**
     * Nothing passed the gate, neither the submission nor its second try, if there was one: what is
     * left is the time for a dispute.
     */
    public Decision<Claim> spend(Instant now) {
        return switch (status) {
            case Active(var _, Retrying retrying) when !retrying.isOver(now) ->
                    refuse(new LeaseStillRuns(id, status, retrying.overAt()));
            case Active(var claimedAt, Retrying _) ->
                    accept(with(new Active(claimedAt, new Spent(now.plus(REWORK_MIN))), now));
            case Active(var claimedAt, Paused _) ->
                    accept(with(new Active(claimedAt, new Spent(now.plus(REWORK_MIN))), now));
            case Active _,
                    Pending _,
                    Fulfilled _,
                    Rejected _,
                    Withdrawn _,
                    Lapsed _,
                    Released _,
                    Expired _,
                    Failed _ ->
                    refuse(new ClaimNotInState(id, "given up", status));
        };
    }

    /** Whether the next submission is the second try after a failed gate. */
    public boolean isRetrying() {
        return status instanceof Active(var _, Retrying _);
    }

    public Decision<Claim> fulfil(Instant now) {
        return switch (status) {
            case Active(var _, Paused _) -> accept(with(new Fulfilled(now), now));
            case Active _,
                    Pending _,
                    Fulfilled _,
                    Rejected _,
                    Withdrawn _,
                    Lapsed _,
                    Released _,
                    Expired _,
                    Failed _ ->
                    refuse(new ClaimNotInState(id, "fulfilled", status));
        };
    }

    /**
     * The agent gives the work back; not while the poster is reviewing it, nor when the lease has
     * run out, for that would be a way not to have let it.
     */
    public Decision<Claim> release(String reason, Instant now) {
        return switch (status) {
            case Active(var _, Ticking ticking) when ticking.isOver(now) -> refuse(over(ticking));
            case Active(var _, Paused _) ->
                    refuse(
                            new ClaimNotInState(
                                    id,
                                    "released while its submission is under review or in dispute",
                                    status,
                                    WAIT_FOR_WORD));
            case Active(var _, Held _) ->
                    refuse(
                            new ClaimNotInState(
                                    id, "released during a dispute", status, SEE_DISPUTE));
            case Active _ -> {
                var problems = new Invalid.Check().text(reason, "reason", 0, REASON_MAX).problems();
                yield problems.isEmpty()
                        ? accept(
                                with(new Released(reason, now), now),
                                new ClaimReleased(id, bounty, parties, reason))
                        : refuse(new Invalid(problems));
            }
            case Pending _ ->
                    refuse(new ClaimNotInState(id, "released", status, "withdraw it instead"));
            case Fulfilled _, Rejected _, Withdrawn _, Lapsed _, Released _, Expired _, Failed _ ->
                    refuse(new ClaimNotInState(id, "released", status));
        };
    }

    /**
     * The chain does not know it any more, or has ended it otherwise than we thought: nobody's
     * doing, so that no word is said about the agent.
     */
    public Decision<Claim> takeBack(String reason, Instant now) {
        return switch (status) {
            case Active _ ->
                    accept(
                            with(new Released(reason, now), now),
                            new ClaimReleased(id, bounty, parties, reason));
            case Pending _,
                    Fulfilled _,
                    Rejected _,
                    Withdrawn _,
                    Lapsed _,
                    Released _,
                    Expired _,
                    Failed _ ->
                    refuse(new ClaimNotInState(id, "taken back", status));
        };
    }

    /**
     * What time alone does to a lease: EXPIRED with nothing submitted, FAILED after work that was
     * not taken.
     */
    public Decision<Claim> end(Instant now) {
        return switch (status) {
            case Active(var _, Running(var endsAt)) when now.isBefore(endsAt) ->
                    refuse(new LeaseStillRuns(id, status, endsAt));
            case Active(var _, Running _) when submissions == 0 ->
                    accept(with(new Expired(now), now), new ClaimExpired(id, bounty, parties));
            case Active(var _, Running _) -> failed("lease_ended", now);
            case Active(var _, Spent(var endsAt)) when now.isBefore(endsAt) ->
                    refuse(new LeaseStillRuns(id, status, endsAt));
            case Active(var _, Spent _) -> failed("submissions_spent", now);
            case Active(var _, Retrying _) ->
                    refuse(
                            new ClaimNotInState(
                                    id, "ended while its submission can be tried again", status));
            case Active(var _, Paused _), Active(var _, Held _) ->
                    refuse(
                            new ClaimNotInState(
                                    id,
                                    "ended while its submission is under review or in dispute",
                                    status));
            case Pending _,
                    Fulfilled _,
                    Rejected _,
                    Withdrawn _,
                    Lapsed _,
                    Released _,
                    Expired _,
                    Failed _ ->
                    refuse(new ClaimNotInState(id, "ended", status));
        };
    }

    /**
     * When the lease ends unless something happens; null while it stands still or there is none.
     */
    public @Nullable Instant leaseEndsAt() {
        return switch (status) {
            case Active(var _, Running(var endsAt)) -> endsAt;
            case Active(var _, Retrying(var retryBy, var _)) -> retryBy;
            case Active(var _, Spent(var endsAt)) -> endsAt;
            case Active(var _, Paused _), Active(var _, Held _) -> null;
            case Pending _,
                    Fulfilled _,
                    Rejected _,
                    Withdrawn _,
                    Lapsed _,
                    Released _,
                    Expired _,
                    Failed _ ->
                    null;
        };
    }

    /**
     * Progress renews the lease: to its full length from now, within three times that from its
     * beginning and within the deadline, and never shortens it. While it stands still there is
     * nothing to renew, and where a contract keeps the clock nothing renews it.
     */
    public Decision<Claim> renew(BountyTerms terms, Instant now) {
        return switch (status) {
            case Active(var _, Running(var endsAt)) when !now.isBefore(endsAt) ->
                    refuse(new LeaseEnded(id, endsAt));
            case Active _ when terms.isOnChain() -> accept(this);
            case Active(var claimedAt, Running(var endsAt)) -> {
                Duration ttl = terms.claimTtl();
                Instant most = claimedAt.plus(ttl.multipliedBy(RENEWED_LEASE_MAX));
                Instant renewed = earlier(earlier(now.plus(ttl), most), terms.deadline());
                yield renewed.isAfter(endsAt)
                        ? accept(with(new Active(claimedAt, new Running(renewed)), now))
                        : accept(this);
            }
            case Active _ -> accept(this);
            case Pending _ ->
                    refuse(new ClaimNotInState(id, "worked on", status, WAIT_FOR_APPROVAL));
            case Fulfilled _, Rejected _, Withdrawn _, Lapsed _, Released _, Expired _, Failed _ ->
                    refuse(new ClaimNotInState(id, "worked on", status, ASK_AGAIN));
        };
    }

    /**
     * A dispute stops its clock; one that stands still already stays as it is, and one that has run
     * out is not brought back.
     */
    public Decision<Claim> hold(Instant now) {
        return switch (status) {
            case Active(var _, Ticking ticking) when ticking.isOver(now) -> refuse(over(ticking));
            case Active(var claimedAt, Ticking ticking) ->
                    accept(with(new Active(claimedAt, new Held(ticking, now)), now));
            case Active(var _, Paused _) -> accept(this);
            case Active(var _, Held _),
                    Pending _,
                    Fulfilled _,
                    Rejected _,
                    Withdrawn _,
                    Lapsed _,
                    Released _,
                    Expired _,
                    Failed _ ->
                    refuse(new ClaimNotInState(id, "disputed", status));
        };
    }

    /** The dispute was withdrawn: the clock goes on with what was left, at least 24 hours. */
    public Decision<Claim> goOn(Instant now) {
        return switch (status) {
            case Active(var claimedAt, Held(var interrupted, var since)) ->
                    accept(with(new Active(claimedAt, interrupted.after(since, now)), now));
            case Active(var _, Paused _) -> accept(this);
            case Active _,
                    Pending _,
                    Fulfilled _,
                    Rejected _,
                    Withdrawn _,
                    Lapsed _,
                    Released _,
                    Expired _,
                    Failed _ ->
                    refuse(new ClaimNotInState(id, "resumed", status));
        };
    }

    /**
     * A contract keeps the lease and has said when it ends, or would end while a dispute has
     * stopped it. One that stands still under review has no end.
     */
    public Decision<Claim> endAt(Instant endsAt, Instant now) {
        return switch (status) {
            case Active(var claimedAt, Ticking ticking) ->
                    accept(with(new Active(claimedAt, ticking.until(endsAt)), now));
            case Active(var claimedAt, Held(var interrupted, var since)) ->
                    accept(
                            with(
                                    new Active(
                                            claimedAt, new Held(interrupted.until(endsAt), since)),
                                    now));
            case Active(var _, Paused _) -> accept(this);
            case Pending _,
                    Fulfilled _,
                    Rejected _,
                    Withdrawn _,
                    Lapsed _,
                    Released _,
                    Expired _,
                    Failed _ ->
                    refuse(new ClaimNotInState(id, "lent any longer", status));
        };
    }

    /**
     * When a clock ends that a dispute had stopped: what was left of it, at least {@link
     * #AFTER_DISPUTE_MIN}.
     */
    public static Instant afterDispute(Instant endsAt, Instant since, Instant now) {
        Duration left = Duration.between(since, endsAt);
        return now.plus(left.compareTo(AFTER_DISPUTE_MIN) >= 0 ? left : AFTER_DISPUTE_MIN);
    }

    /** A dispute ended with something for the agent. */
    public Decision<Claim> award(Instant now) {
        return switch (status) {
            case Active(var _, Paused _), Active(var _, Held _) ->
                    accept(with(new Fulfilled(now), now));
            case Active _,
                    Pending _,
                    Fulfilled _,
                    Rejected _,
                    Withdrawn _,
                    Lapsed _,
                    Released _,
                    Expired _,
                    Failed _ ->
                    refuse(new ClaimNotInState(id, "awarded", status));
        };
    }

    /** A dispute ended with nothing for the agent. */
    public Decision<Claim> lose(String reason, Instant now) {
        return switch (status) {
            case Active(var _, Paused _), Active(var _, Held _) -> failed(reason, now);
            case Active _,
                    Pending _,
                    Fulfilled _,
                    Rejected _,
                    Withdrawn _,
                    Lapsed _,
                    Released _,
                    Expired _,
                    Failed _ ->
                    refuse(new ClaimNotInState(id, "lost", status));
        };
    }

    /**
     * Whether ending now costs the agent its stake: nothing was submitted, and more than half of
     * the lease, in which somebody else could have worked, is over.
     */
    public boolean wouldForfeitStake(Instant now) {
        return stake.isPositive()
                && submissions == 0
                && status instanceof Active(var claimedAt, Running(var endsAt))
                && now.isAfter(claimedAt.plus(Duration.between(claimedAt, endsAt).dividedBy(2)));
    }

    /** Whether the bounty's own terms turned it down, so that its poster never had to look. */
    public boolean wasTurnedAway() {
        return status instanceof Rejected(var reason, var _)
                && reason.equals(INSUFFICIENT_REPUTATION);
    }

    /** What time alone will do to it. */
    public @Nullable Timer timer() {
        return switch (status) {
            case Pending(var lapsesAt) -> new Timer(lapsesAt, Consequence.CLAIM_LAPSES);
            case Active(var _, Running(var endsAt)) when submissions == 0 ->
                    new Timer(endsAt, Consequence.CLAIM_EXPIRES);
            case Active(var _, Running(var endsAt)) -> new Timer(endsAt, Consequence.CLAIM_FAILS);
            case Active(var _, Retrying retrying) ->
                    new Timer(retrying.overAt(), Consequence.SUBMISSION_FAILS_FOR_GOOD);
            case Active(var _, Spent(var endsAt)) -> new Timer(endsAt, Consequence.CLAIM_FAILS);
            case Active(var _, Paused _),
                    Active(var _, Held _),
                    Fulfilled _,
                    Rejected _,
                    Withdrawn _,
                    Lapsed _,
                    Released _,
                    Expired _,
                    Failed _ ->
                    null;
        };
    }

    /** The same as it is kept, with the version it is kept as. */
    public Claim atVersion(long kept) {
        return new Claim(
                id,
                bounty,
                parties,
                coverLetter,
                proposedReward,
                status,
                fence,
                submissions,
                stake,
                createdAt,
                updatedAt,
                kept);
    }

    private Decision<Claim> submitted(Instant claimedAt, Instant endsAt, Instant now) {
        return accept(
                new Claim(
                        id,
                        bounty,
                        parties,
                        coverLetter,
                        proposedReward,
                        new Active(claimedAt, new Paused(endsAt, now)),
                        fence,
                        submissions + 1,
                        Money.zero(stake.currency()),
                        createdAt,
                        now,
                        version));
    }

    private Lease resumed(Instant endsAt, Instant since, Instant now) {
        Instant atLeast = now.plus(REWORK_MIN);
        if (submissions >= SUBMISSIONS_MAX) {
            return new Spent(atLeast);
        }
        Instant shifted = endsAt.plus(Duration.between(since, now));
        return new Running(shifted.isAfter(atLeast) ? shifted : atLeast);
    }

    /** Who has missed its second try still has the time for a dispute. */
    private ClaimError over(Ticking ticking) {
        return switch (ticking) {
            case Retrying(var retryBy, var _) -> new SecondTryMissed(id, retryBy);
            case Running _, Spent _ -> new LeaseEnded(id, ticking.overAt());
        };
    }

    private Decision<Claim> failed(String reason, Instant now) {
        return accept(
                with(new Failed(reason, now), now), new ClaimFailed(id, bounty, parties, reason));
    }

    /** A claim that has ended has no stake any more. */
    private Claim with(ClaimStatus next, Instant now) {
        return new Claim(
                id,
                bounty,
                parties,
                coverLetter,
                proposedReward,
                next,
                fence,
                submissions,
                next instanceof Active ? stake : Money.zero(stake.currency()),
                createdAt,
                now,
                version);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
