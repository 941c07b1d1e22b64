package io.guildhall.domain.claim;

import static io.guildhall.domain.shared.Decision.accept;
import static io.guildhall.domain.shared.Decision.refuse;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimError.ClaimNotInState;
import io.guildhall.domain.claim.ClaimError.LeaseEnded;
import io.guildhall.domain.claim.ClaimError.LeaseStillRuns;
import io.guildhall.domain.claim.ClaimError.RequestLapsed;
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
import io.guildhall.domain.claim.Lease.Paused;
import io.guildhall.domain.claim.Lease.Running;
import io.guildhall.domain.claim.Lease.Spent;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Invalid;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent's right to work on a bounty. While it is active it is a lease: nobody else can have the
 * bounty, and only submissions with its fence are taken.
 *
 * @param fence 0 until it becomes active; then higher than that of every earlier claim on the
 *     bounty
 * @param submissions how many have been handed in under it
 */
public record Claim(
        ClaimId id,
        BountyId bounty,
        Parties parties,
        String coverLetter,
        ClaimStatus status,
        long fence,
        int submissions,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public static final Duration REQUEST_WINDOW = Duration.ofDays(2);
    public static final Duration REWORK_MIN = Duration.ofDays(2);
    public static final int SUBMISSIONS_MAX = 3;
    private static final int COVER_LETTER_MAX = 5_000;
    private static final int REASON_MAX = 500;

    public static Decision<Claim> request(
            ClaimId id, Bounty bounty, Parties parties, String coverLetter, Instant now) {
        var problems =
                new Invalid.Check()
                        .text(coverLetter, "coverLetter", 0, COVER_LETTER_MAX)
                        .problems();
        if (!problems.isEmpty()) {
            return refuse(new Invalid(problems));
        }
        Pending pending = new Pending(earlier(now.plus(REQUEST_WINDOW), bounty.terms().deadline()));
        return accept(
                new Claim(id, bounty.id(), parties, coverLetter, pending, 0, 0, now, now, 0),
                new ClaimCreated(id, bounty.id(), parties));
    }

    /**
     * Starts the lease.
     *
     * @param taken the bounty as it is once this claim has taken it
     */
    public Decision<Claim> approve(Bounty taken, Instant now) {
        return switch (status) {
            case Pending(var lapsesAt) when !now.isBefore(lapsesAt) ->
                    refuse(new RequestLapsed(id, lapsesAt));
            case Pending _ -> {
                Instant endsAt =
                        earlier(now.plus(taken.terms().claimTtl()), taken.terms().deadline());
                yield accept(
                        new Claim(
                                id,
                                bounty,
                                parties,
                                coverLetter,
                                new Active(now, new Running(endsAt)),
                                taken.lastFence(),
                                submissions,
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

    public Decision<Claim> reject(String reason, Instant now) {
        return switch (status) {
            case Pending _ -> {
                var problems = new Invalid.Check().text(reason, "reason", 1, REASON_MAX).problems();
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
            case Active _,
                    Fulfilled _,
                    Rejected _,
                    Withdrawn _,
                    Lapsed _,
                    Released _,
                    Expired _,
                    Failed _ ->
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
     * Counts a submission and stops the lease until the poster has answered.
     *
     * @param presented the fence the caller believes to have; null means this claim's own
     */
    public Decision<Claim> submit(@Nullable Long presented, Instant now) {
        return switch (status) {
            case Active _ when presented != null && presented != fence ->
                    refuse(new StaleFence(id, presented, fence));
            case Active(var claimedAt, var lease) ->
                    switch (lease) {
                        case Running(var endsAt) when !now.isBefore(endsAt) ->
                                refuse(new LeaseEnded(id, endsAt));
                        case Running(var endsAt) ->
                                accept(
                                        new Claim(
                                                id,
                                                bounty,
                                                parties,
                                                coverLetter,
                                                new Active(claimedAt, new Paused(endsAt, now)),
                                                fence,
                                                submissions + 1,
                                                createdAt,
                                                now,
                                                version));
                        case Paused _ ->
                                refuse(
                                        new ClaimNotInState(
                                                id,
                                                "submitted to while work is under review",
                                                status));
                        case Spent _ -> refuse(new SubmissionsSpent(id, SUBMISSIONS_MAX));
                    };
            case Pending _,
                    Fulfilled _,
                    Rejected _,
                    Withdrawn _,
                    Lapsed _,
                    Released _,
                    Expired _,
                    Failed _ ->
                    refuse(new ClaimNotInState(id, "submitted to", status));
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

    /** The agent gives the work back; not while the poster is reviewing it. */
    public Decision<Claim> release(String reason, Instant now) {
        return switch (status) {
            case Active(var _, Paused _) ->
                    refuse(
                            new ClaimNotInState(
                                    id, "released while its submission is under review", status));
            case Active _ -> {
                var problems = new Invalid.Check().text(reason, "reason", 0, REASON_MAX).problems();
                yield problems.isEmpty()
                        ? accept(
                                with(new Released(reason, now), now),
                                new ClaimReleased(id, bounty, parties, reason))
                        : refuse(new Invalid(problems));
            }
            case Pending _,
                    Fulfilled _,
                    Rejected _,
                    Withdrawn _,
                    Lapsed _,
                    Released _,
                    Expired _,
                    Failed _ ->
                    refuse(new ClaimNotInState(id, "released", status));
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
            case Active(var _, Paused _) ->
                    refuse(
                            new ClaimNotInState(
                                    id, "ended while its submission is under review", status));
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
            case Active(var _, Spent(var endsAt)) -> endsAt;
            case Active(var _, Paused _) -> null;
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

    private Lease resumed(Instant endsAt, Instant since, Instant now) {
        Instant atLeast = now.plus(REWORK_MIN);
        if (submissions >= SUBMISSIONS_MAX) {
            return new Spent(atLeast);
        }
        Instant shifted = endsAt.plus(Duration.between(since, now));
        return new Running(shifted.isAfter(atLeast) ? shifted : atLeast);
    }

    private Decision<Claim> failed(String reason, Instant now) {
        return accept(
                with(new Failed(reason, now), now), new ClaimFailed(id, bounty, parties, reason));
    }

    private Claim with(ClaimStatus next, Instant now) {
        return new Claim(
                id,
                bounty,
                parties,
                coverLetter,
                next,
                fence,
                submissions,
                createdAt,
                now,
                version);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
