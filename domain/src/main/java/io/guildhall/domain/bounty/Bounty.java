package io.guildhall.domain.bounty;

import static io.guildhall.domain.shared.Decision.accept;
import static io.guildhall.domain.shared.Decision.refuse;

import io.guildhall.domain.bounty.BountyError.BountyNotClaimable;
import io.guildhall.domain.bounty.BountyError.BountyNotInState;
import io.guildhall.domain.bounty.BountyError.ClaimInProgress;
import io.guildhall.domain.bounty.BountyError.DeadlinePassed;
import io.guildhall.domain.bounty.BountyError.FundingClosed;
import io.guildhall.domain.bounty.BountyError.NotDueYet;
import io.guildhall.domain.bounty.BountyError.TermMayOnlyGrow;
import io.guildhall.domain.bounty.BountyError.TermsFrozen;
import io.guildhall.domain.bounty.BountyError.TermsOnChain;
import io.guildhall.domain.bounty.BountyEvent.BountyCancelled;
import io.guildhall.domain.bounty.BountyEvent.BountyEdited;
import io.guildhall.domain.bounty.BountyEvent.BountyExpired;
import io.guildhall.domain.bounty.BountyEvent.BountyFunded;
import io.guildhall.domain.bounty.BountyEvent.BountyOpened;
import io.guildhall.domain.bounty.BountyEvent.BountyPosted;
import io.guildhall.domain.bounty.BountyStatus.AwaitingFunding;
import io.guildhall.domain.bounty.BountyStatus.Cancelled;
import io.guildhall.domain.bounty.BountyStatus.Claimed;
import io.guildhall.domain.bounty.BountyStatus.Completed;
import io.guildhall.domain.bounty.BountyStatus.Disputed;
import io.guildhall.domain.bounty.BountyStatus.Expired;
import io.guildhall.domain.bounty.BountyStatus.InReview;
import io.guildhall.domain.bounty.BountyStatus.Open;
import io.guildhall.domain.bounty.BountyStatus.Paid;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.money.FeeTerms;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.Timer;
import io.guildhall.domain.shared.Timer.Consequence;
import io.guildhall.domain.submission.SubmissionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A piece of paid work. Its reward lies in escrow from the moment it opens until it is paid out,
 * cancelled or expired, and at most one claim is active on it at a time.
 *
 * @param fees frozen at posting
 * @param lastFence how many claims have been active so far; the next one gets the number after it
 * @param openedAt when it was funded; null as long as that has not happened, or if it never did
 */
public record Bounty(
        BountyId id,
        OperatorId poster,
        BountyTerms terms,
        FeeTerms fees,
        BountyStatus status,
        long lastFence,
        Instant createdAt,
        @Nullable Instant openedAt,
        Instant updatedAt,
        long version) {

    public static final Duration FUNDING_WINDOW = Duration.ofDays(7);
    private static final int REASON_LENGTH_MAX = 500;

    /**
     * @param funded whether the reward goes into escrow in the same unit of work, so that it opens
     *     at once
     */
    public static Decision<Bounty> post(
            BountyId id,
            OperatorId poster,
            BountyTerms terms,
            FeeTerms fees,
            boolean funded,
            Instant now) {
        List<FieldProblem> problems = new ArrayList<>(terms.problems());
        problems.addAll(terms.deadlineProblems(now));
        if (!problems.isEmpty()) {
            return refuse(new Invalid(problems));
        }
        BountyPosted posted = new BountyPosted(id, poster, terms.title(), terms.reward());
        if (!funded) {
            return accept(
                    new Bounty(
                            id,
                            poster,
                            terms,
                            fees,
                            new AwaitingFunding(fundBy(terms, now)),
                            0,
                            now,
                            null,
                            now,
                            0),
                    posted);
        }
        return accept(
                new Bounty(id, poster, terms, fees, new Open(), 0, now, now, now, 0),
                posted,
                new BountyFunded(id, poster, terms.reward()),
                opened(id, poster, terms));
    }

    public Decision<Bounty> fund(Instant now) {
        return switch (status) {
            case AwaitingFunding(var fundBy) when !now.isBefore(fundBy) ->
                    refuse(new FundingClosed(id, fundBy));
            case AwaitingFunding _ ->
                    accept(
                            openedAt(now),
                            new BountyFunded(id, poster, terms.reward()),
                            opened(id, poster, terms));
            case Open _,
                    Claimed _,
                    InReview _,
                    Completed _,
                    Paid _,
                    Disputed _,
                    Cancelled _,
                    Expired _ ->
                    refuse(new BountyNotInState(id, "funded", status));
        };
    }

    /**
     * Changes terms. Once a claim exists (it may be pending or ended) an agent has relied on them:
     * then reward and deadline may only grow and the rest stays.
     */
    public Decision<Bounty> edit(BountyChange change, boolean claimsExist, Instant now) {
        return switch (status) {
            case AwaitingFunding _, Open _, Claimed _, InReview _ when terms.isOnChain() ->
                    refuse(new TermsOnChain(id, status));
            case AwaitingFunding _, Open _, Claimed _, InReview _ ->
                    changed(change.appliedTo(terms), claimsExist, now);
            case Completed _, Paid _, Disputed _, Cancelled _, Expired _ ->
                    refuse(new BountyNotInState(id, "edited", status));
        };
    }

    /**
     * @param leaseEndsAt when the active claim ends unless it is renewed, where that is known
     */
    public Decision<Bounty> cancel(String reason, @Nullable Instant leaseEndsAt, Instant now) {
        return switch (status) {
            case AwaitingFunding _, Open _ -> {
                var problems =
                        new Invalid.Check().text(reason, "reason", 1, REASON_LENGTH_MAX).problems();
                yield problems.isEmpty()
                        ? accept(
                                with(new Cancelled(reason, now), now),
                                new BountyCancelled(id, poster, reason))
                        : refuse(new Invalid(problems));
            }
            case Claimed _, InReview _ -> refuse(new ClaimInProgress(id, status, leaseEndsAt));
            case Completed _, Paid _, Disputed _, Cancelled _, Expired _ ->
                    refuse(new BountyNotInState(id, "cancelled", status));
        };
    }

    /** Whether an agent may ask for it now: accepted without any change, or why not. */
    public Decision<Bounty> offer(Instant now) {
        return switch (status) {
            case Open _ when !now.isBefore(terms.deadline()) ->
                    refuse(new DeadlinePassed(id, terms.deadline()));
            case Open _ -> accept(this);
            case AwaitingFunding _,
                    Claimed _,
                    InReview _,
                    Completed _,
                    Paid _,
                    Disputed _,
                    Cancelled _,
                    Expired _ ->
                    refuse(new BountyNotClaimable(id, status));
        };
    }

    /** Gives the work to a claim, which gets {@link #lastFence} of the new state as its fence. */
    public Decision<Bounty> take(ClaimId claim, Instant now) {
        return take(claim, terms.reward(), now);
    }

    /**
     * Gives the work to a claim at a price of its own, which is the reward from then on.
     *
     * @param agreed in the bounty's currency
     */
    public Decision<Bounty> take(ClaimId claim, Money agreed, Instant now) {
        return switch (offer(now)) {
            case Decision.Refused<Bounty> refused -> refused;
            case Decision.Accepted<Bounty> _ -> {
                Bounty taken =
                        new Bounty(
                                id,
                                poster,
                                terms.withReward(agreed),
                                fees,
                                new Claimed(claim),
                                lastFence + 1,
                                createdAt,
                                openedAt,
                                now,
                                version);
                yield agreed.equals(terms.reward())
                        ? accept(taken)
                        : accept(taken, new BountyEdited(id, poster, Set.of(Term.REWARD)));
            }
        };
    }

    public Decision<Bounty> receive(ClaimId by, SubmissionId submission, Instant now) {
        return switch (status) {
            case Claimed(var claim) when claim.equals(by) ->
                    accept(with(new InReview(claim, submission), now));
            case Claimed _,
                    AwaitingFunding _,
                    Open _,
                    InReview _,
                    Completed _,
                    Paid _,
                    Disputed _,
                    Cancelled _,
                    Expired _ ->
                    refuse(new BountyNotInState(id, "submitted to", status));
        };
    }

    /** The submission was not taken and the agent works on. */
    public Decision<Bounty> sendBack(Instant now) {
        return switch (status) {
            case InReview(var claim, var _) -> accept(with(new Claimed(claim), now));
            case AwaitingFunding _,
                    Open _,
                    Claimed _,
                    Completed _,
                    Paid _,
                    Disputed _,
                    Cancelled _,
                    Expired _ ->
                    refuse(new BountyNotInState(id, "sent back", status));
        };
    }

    /**
     * Its claim has ended without accepted work: open again at once, or expired when its deadline
     * has passed. Where a contract holds the reward, that says itself when it gives it back.
     */
    public Decision<Bounty> reopen(Instant now) {
        return switch (status) {
            case Claimed _, InReview _ ->
                    terms.isOnChain() || now.isBefore(terms.deadline())
                            ? accept(with(new Open(), now))
                            : accept(with(new Expired(now), now), new BountyExpired(id, poster));
            case AwaitingFunding _,
                    Open _,
                    Completed _,
                    Paid _,
                    Disputed _,
                    Cancelled _,
                    Expired _ ->
                    refuse(new BountyNotInState(id, "reopened", status));
        };
    }

    public Decision<Bounty> complete(Instant now) {
        return switch (status) {
            case InReview(var claim, var submission) ->
                    accept(with(new Completed(claim, submission, now), now));
            case AwaitingFunding _,
                    Open _,
                    Claimed _,
                    Completed _,
                    Paid _,
                    Disputed _,
                    Cancelled _,
                    Expired _ ->
                    refuse(new BountyNotInState(id, "completed", status));
        };
    }

    public Decision<Bounty> pay(Instant now) {
        return switch (status) {
            case Completed(var claim, var submission, var _) ->
                    accept(with(new Paid(claim, submission, now), now));
            case AwaitingFunding _,
                    Open _,
                    Claimed _,
                    InReview _,
                    Paid _,
                    Disputed _,
                    Cancelled _,
                    Expired _ ->
                    refuse(new BountyNotInState(id, "paid", status));
        };
    }

    /** What time alone does to a bounty that nobody funded or claimed. */
    public Decision<Bounty> expire(Instant now) {
        return switch (status) {
            case AwaitingFunding(var fundBy) -> expireFrom(fundBy, now);
            case Open _ -> expireFrom(terms.deadline(), now);
            case Claimed _, InReview _, Completed _, Paid _, Disputed _, Cancelled _, Expired _ ->
                    refuse(new BountyNotInState(id, "expired", status));
        };
    }

    /** The two sides disagree: nothing goes on until that has ended. */
    public Decision<Bounty> dispute(DisputeId dispute, Instant now) {
        return switch (status) {
            case Claimed claimed -> accept(with(new Disputed(dispute, claimed, now), now));
            case InReview inReview -> accept(with(new Disputed(dispute, inReview, now), now));
            case AwaitingFunding _,
                    Open _,
                    Completed _,
                    Paid _,
                    Disputed _,
                    Cancelled _,
                    Expired _ ->
                    refuse(new BountyNotInState(id, "disputed", status));
        };
    }

    /** The dispute was withdrawn: it goes on where it was interrupted. */
    public Decision<Bounty> goOn(Instant now) {
        return switch (status) {
            case Disputed(var _, var interrupted, var _) -> accept(with(interrupted.status(), now));
            case AwaitingFunding _,
                    Open _,
                    Claimed _,
                    InReview _,
                    Completed _,
                    Paid _,
                    Cancelled _,
                    Expired _ ->
                    refuse(new BountyNotInState(id, "resumed", status));
        };
    }

    /** The dispute ended with something for the agent. */
    public Decision<Bounty> award(Instant now) {
        return switch (status) {
            case Disputed(var _, var interrupted, var _) ->
                    accept(
                            with(
                                    new Completed(
                                            interrupted.claim(), interrupted.underReview(), now),
                                    now));
            case AwaitingFunding _,
                    Open _,
                    Claimed _,
                    InReview _,
                    Completed _,
                    Paid _,
                    Cancelled _,
                    Expired _ ->
                    refuse(new BountyNotInState(id, "awarded", status));
        };
    }

    /** The dispute ended with nothing for the agent: the whole reward goes back. */
    public Decision<Bounty> refund(String reason, Instant now) {
        return switch (status) {
            case Disputed _ ->
                    accept(
                            with(new Cancelled(reason, now), now),
                            new BountyCancelled(id, poster, reason));
            case AwaitingFunding _,
                    Open _,
                    Claimed _,
                    InReview _,
                    Completed _,
                    Paid _,
                    Cancelled _,
                    Expired _ ->
                    refuse(new BountyNotInState(id, "refunded", status));
        };
    }

    /** The contract gave the reward back because time was over, whatever we thought of it. */
    public Decision<Bounty> runOut(Instant now) {
        return isHeldByContract()
                ? accept(with(new Expired(now), now), new BountyExpired(id, poster))
                : refuse(new BountyNotInState(id, "ended by its contract", status));
    }

    /** The contract gave the reward to somebody for another reason, whatever we thought of it. */
    public Decision<Bounty> close(String reason, Instant now) {
        return isHeldByContract()
                ? accept(
                        with(new Cancelled(reason, now), now),
                        new BountyCancelled(id, poster, reason))
                : refuse(new BountyNotInState(id, "ended by its contract", status));
    }

    /** The contract says that nobody has it now, whatever we thought of it. */
    public Decision<Bounty> free(Instant now) {
        return switch (status) {
            case Claimed _, InReview _, Completed _, Disputed _ when terms.isOnChain() ->
                    accept(with(new Open(), now));
            case AwaitingFunding _,
                    Open _,
                    Claimed _,
                    InReview _,
                    Completed _,
                    Paid _,
                    Disputed _,
                    Cancelled _,
                    Expired _ ->
                    refuse(new BountyNotInState(id, "freed by its contract", status));
        };
    }

    private boolean isHeldByContract() {
        return terms.isOnChain() && !status.isTerminal();
    }

    /** What time alone will do to it; its claims, submissions and disputes have their own. */
    public @Nullable Timer timer() {
        return switch (status) {
            case AwaitingFunding(var fundBy) -> new Timer(fundBy, Consequence.BOUNTY_EXPIRES);
            case Open _ -> new Timer(terms.deadline(), Consequence.BOUNTY_EXPIRES);
            case Claimed _, InReview _, Completed _, Paid _, Disputed _, Cancelled _, Expired _ ->
                    null;
        };
    }

    public @Nullable ClaimId activeClaim() {
        return switch (status) {
            case Claimed(var claim) -> claim;
            case InReview(var claim, var _) -> claim;
            case Disputed(var _, var interrupted, var _) -> interrupted.claim();
            case AwaitingFunding _, Open _, Completed _, Paid _, Cancelled _, Expired _ -> null;
        };
    }

    /** Whether others may know of it; what was never opened stays its poster's own affair. */
    public boolean wasOpened() {
        return openedAt != null;
    }

    /** The same as it is kept, with the version it is kept as. */
    public Bounty atVersion(long kept) {
        return new Bounty(
                id, poster, terms, fees, status, lastFence, createdAt, openedAt, updatedAt, kept);
    }

    private Decision<Bounty> changed(BountyTerms next, boolean claimsExist, Instant now) {
        Set<Term> changed = Term.changed(terms, next);
        List<FieldProblem> problems = new ArrayList<>(next.problems());
        if (changed.contains(Term.DEADLINE)) {
            problems.addAll(next.deadlineProblems(now));
        }
        if (next.currency() != terms.currency()) {
            problems.add(new FieldProblem("reward", "must stay in " + terms.currency().word()));
        }
        if (!problems.isEmpty()) {
            return refuse(new Invalid(problems));
        }
        if (claimsExist) {
            Set<Term> frozen =
                    changed.stream()
                            .filter(Term::isFrozenByClaim)
                            .collect(Collectors.toUnmodifiableSet());
            if (!frozen.isEmpty()) {
                return refuse(new TermsFrozen(id, status, frozen));
            }
            if (next.reward().isLessThan(terms.reward())) {
                return refuse(new TermMayOnlyGrow(id, status, Term.REWARD));
            }
            if (next.deadline().isBefore(terms.deadline())) {
                return refuse(new TermMayOnlyGrow(id, status, Term.DEADLINE));
            }
        }
        if (changed.isEmpty()) {
            return accept(this);
        }
        return accept(
                new Bounty(
                        id, poster, next, fees, status, lastFence, createdAt, openedAt, now,
                        version),
                new BountyEdited(id, poster, changed));
    }

    private Decision<Bounty> expireFrom(Instant due, Instant now) {
        return now.isBefore(due)
                ? refuse(new NotDueYet(id, status, due))
                : accept(with(new Expired(now), now), new BountyExpired(id, poster));
    }

    private Bounty openedAt(Instant now) {
        return new Bounty(
                id, poster, terms, fees, new Open(), lastFence, createdAt, now, now, version);
    }

    private Bounty with(BountyStatus next, Instant now) {
        return new Bounty(
                id, poster, terms, fees, next, lastFence, createdAt, openedAt, now, version);
    }

    private static BountyOpened opened(BountyId id, OperatorId poster, BountyTerms terms) {
        return new BountyOpened(id, poster, terms.title(), terms.reward());
    }

    private static Instant fundBy(BountyTerms terms, Instant now) {
        Instant window = now.plus(FUNDING_WINDOW);
        return window.isBefore(terms.deadline()) ? window : terms.deadline();
    }
}
