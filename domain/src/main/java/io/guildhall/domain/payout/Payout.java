package io.guildhall.domain.payout;

import static io.guildhall.domain.shared.Decision.accept;
import static io.guildhall.domain.shared.Decision.refuse;

import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.money.FeeTerms;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payout.PaymentProvider.Found;
import io.guildhall.domain.payout.PaymentProvider.Outcome;
import io.guildhall.domain.payout.PayoutError.PayoutNotDue;
import io.guildhall.domain.payout.PayoutError.PayoutNotInStage;
import io.guildhall.domain.payout.PayoutEvent.PayoutCompleted;
import io.guildhall.domain.payout.PayoutEvent.PayoutDelayed;
import io.guildhall.domain.payout.PayoutEvent.PayoutFailed;
import io.guildhall.domain.payout.PayoutEvent.PayoutReturned;
import io.guildhall.domain.payout.PayoutSource.AcceptedSubmission;
import io.guildhall.domain.payout.PayoutSource.ApprovedTicket;
import io.guildhall.domain.payout.PayoutSource.EndedDispute;
import io.guildhall.domain.payout.PayoutSource.Withdrawal;
import io.guildhall.domain.payout.PayoutStage.Blocked;
import io.guildhall.domain.payout.PayoutStage.Completed;
import io.guildhall.domain.payout.PayoutStage.Confirming;
import io.guildhall.domain.payout.PayoutStage.Failed;
import io.guildhall.domain.payout.PayoutStage.Pending;
import io.guildhall.domain.payout.PayoutStage.Returned;
import io.guildhall.domain.payout.PayoutStage.Sending;
import io.guildhall.domain.shared.BackOff;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Timer;
import io.guildhall.domain.shared.Timer.Consequence;
import io.guildhall.domain.submission.Submission;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money owed to an operator. Its id is the key under which a rail is asked, so asking again never
 * pays again.
 *
 * @param gross before the fee; the payee gets gross less fee
 * @param attempts how often it was given to its rail
 * @param unanswered since when the rail has given no clear answer; null when it has
 */
public record Payout(
        PayoutId id,
        PayoutSource source,
        OperatorId payee,
        Money gross,
        Money fee,
        Rail rail,
        PayoutStage stage,
        int attempts,
        @Nullable Unanswered unanswered,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public static final int ATTEMPTS_MAX = 10;

    /** How long a payee has to do what a blocked payout asks of it. */
    public static final Duration BLOCKED_MAX = Duration.ofDays(30);

    /** A rail that is silent for longer is told of. */
    public static final Duration ANSWER_EXPECTED = Duration.ofDays(1);

    private static final Duration SENDING_LEASE = Duration.ofMinutes(2);

    /**
     * So long a rail needs at most. Nothing is begun that might not be over when the lease is:
     * whoever takes it up then looks for what has gone, and finds nothing that is still to go.
     */
    private static final Duration SENDING_MAX = Duration.ofMinutes(1);

    private static final Duration LOOKED_FOR_AGAIN = Duration.ofHours(1);
    private static final BackOff BACK_OFF =
            new BackOff(Duration.ofSeconds(30), Duration.ofHours(6));

    /** As each is when it begins to be owed. */
    private static Payout owed(
            PayoutId id,
            PayoutSource source,
            OperatorId payee,
            Money gross,
            Money fee,
            Rail rail,
            Instant now) {
        return new Payout(id, source, payee, gross, fee, rail, new Pending(), 0, null, now, now, 0);
    }

    public static Payout forSubmission(
            PayoutId id, Submission accepted, Money gross, FeeTerms fees, Rail rail, Instant now) {
        var source =
                new AcceptedSubmission(
                        accepted.id(), accepted.bounty(), accepted.parties().agent());
        return owed(id, source, accepted.parties().operator(), gross, fees.fee(gross), rail, now);
    }

    /**
     * The agent's part when a dispute ended.
     *
     * @param fee of its gross; zero when time alone split the reward
     */
    public static Payout forDispute(
            PayoutId id, Dispute ended, Money gross, Money fee, Rail rail, Instant now) {
        return owed(
                id,
                new EndedDispute(ended.id(), ended.bounty(), ended.parties().agent()),
                ended.parties().operator(),
                gross,
                fee,
                rail,
                now);
    }

    /** What approved work on a ticket is paid, inside our own ledger. */
    public static Payout forTicket(
            PayoutId id,
            ApprovedTicket source,
            OperatorId payee,
            Money gross,
            FeeTerms fees,
            Instant now) {
        return owed(id, source, payee, gross, fees.fee(gross), Rail.LEDGER, now);
    }

    public static Payout withdrawal(
            PayoutId id, OperatorId payee, Money amount, Rail rail, Instant now) {
        return owed(id, new Withdrawal(), payee, amount, Money.zero(amount.currency()), rail, now);
    }

    /** What an operator brought in goes back the way it came, out of its balance. */
    public static Payout refund(
            PayoutId id,
            PaymentId payment,
            OperatorId payee,
            Money amount,
            Rail rail,
            Instant now) {
        return owed(
                id,
                new PayoutSource.Refund(payment),
                payee,
                amount,
                Money.zero(amount.currency()),
                rail,
                now);
    }

    public Money net() {
        return gross.minus(fee);
    }

    /**
     * The LEDGER rail asks nobody outside: the transfers of the same unit of work are the payment.
     * Nor does ESCROW: a payout there is written down once the contract has paid.
     */
    public Decision<Payout> settleInside(Instant now) {
        return switch (stage) {
            case Pending _ when rail.settlesInside() ->
                    accept(
                            with(new Completed(now), attempts + 1, null, now),
                            new PayoutCompleted(id, source, payee, net()));
            case Pending _, Sending _, Confirming _, Completed _, Failed _, Blocked _, Returned _ ->
                    refuse(new PayoutNotInStage(id, stage));
        };
    }

    /** Takes it up for one attempt, also after a worker died in the middle of one. */
    public Decision<Payout> attempt(Instant now) {
        return switch (stage) {
            case Pending _ -> sending(now);
            case Sending(var _, var leaseUntil) ->
                    now.isBefore(leaseUntil) ? notDue(leaseUntil) : sending(now);
            case Confirming(var _, var _, var askAgainAt) ->
                    now.isBefore(askAgainAt) ? notDue(askAgainAt) : sending(now);
            case Failed(var _, var retryAt) ->
                    now.isBefore(retryAt) ? notDue(retryAt) : sending(now);
            case Completed _, Blocked _, Returned _ -> refuse(new PayoutNotInStage(id, stage));
        };
    }

    /** Whether there is time enough for its rail before somebody else may take it up. */
    public boolean canBeSent(Instant now) {
        return stage instanceof Sending(var _, var leaseUntil)
                && now.isBefore(leaseUntil.minus(SENDING_MAX));
    }

    /** What its payee was asked for is done: it goes its way again, by the same key. */
    public Decision<Payout> resume(Instant now) {
        return switch (stage) {
            case Blocked _ -> accept(with(new Pending(), attempts, null, now));
            case Pending _, Sending _, Confirming _, Completed _, Failed _, Returned _ ->
                    refuse(new PayoutNotInStage(id, stage));
        };
    }

    /**
     * What time alone does to one that waits for its payee: the money goes to the payee's balance,
     * and it ends. An attempt whose answer came too late to count may have moved the money all the
     * same; then it is done. What the rail does not tell waits a little longer.
     *
     * @param found what the rail knows of it
     */
    public Decision<Payout> giveBack(Found found, Instant now) {
        return switch (stage) {
            case Blocked(var _, var _, var at) when now.isBefore(at.plus(BLOCKED_MAX)) ->
                    notDue(at.plus(BLOCKED_MAX));
            case Blocked(var reason, var nextAction, var _) ->
                    switch (found) {
                        case Found.Gone _ -> completed(now);
                        case Found.Nothing _ ->
                                accept(
                                        with(new Returned(reason, now), attempts, null, now),
                                        new PayoutReturned(id, source, payee, net(), reason));
                        case Found.Unclear _ ->
                                accept(
                                        with(
                                                new Blocked(
                                                        reason,
                                                        nextAction,
                                                        now.minus(BLOCKED_MAX)
                                                                .plus(LOOKED_FOR_AGAIN)),
                                                attempts,
                                                null,
                                                now));
                    };
            case Pending _, Sending _, Confirming _, Completed _, Failed _, Returned _ ->
                    refuse(new PayoutNotInStage(id, stage));
        };
    }

    /** An admin has seen to what was in its way: it is due at once, a blocked one once more. */
    public Decision<Payout> retry(Instant now) {
        return switch (stage) {
            case Confirming(var since, var reason, var _) ->
                    accept(with(new Confirming(since, reason, now), attempts, unanswered, now));
            case Failed(var reason, var _) ->
                    accept(with(new Failed(reason, now), attempts, unanswered, now));
            case Blocked _ -> resume(now);
            case Pending _, Sending _, Completed _, Returned _ ->
                    refuse(new PayoutNotInStage(id, stage));
        };
    }

    /**
     * The rail had carried it and learnt afterwards that nobody takes it there. That happens to
     * what goes back the way it came; what has reached an account of the payee's stays there.
     */
    public Decision<Payout> bounce(String reason, Instant now) {
        return switch (stage) {
            case Completed _ when source instanceof PayoutSource.Refund ->
                    accept(
                            with(new Returned(reason, now), attempts, null, now),
                            new PayoutReturned(id, source, payee, net(), reason));
            case Pending _, Sending _, Confirming _, Completed _, Failed _, Blocked _, Returned _ ->
                    refuse(new PayoutNotInStage(id, stage));
        };
    }

    /**
     * Records what the rail said; late answers of an attempt that was taken over are refused and
     * harmless: whoever took it over asked by the same key.
     *
     * @param attempt the number of {@link #attempts} when it was given to the rail
     */
    public Decision<Payout> record(Outcome outcome, int attempt, Instant now) {
        return switch (stage) {
            case Sending _ when attempt != attempts -> refuse(new PayoutNotInStage(id, stage));
            case Sending(var since, var _) ->
                    switch (outcome) {
                        case Outcome.Settled _ -> completed(now);
                        case Outcome.Unknown(var reason) -> unanswered(since, reason, now);
                        case Outcome.Failed(var reason) when attempts >= ATTEMPTS_MAX ->
                                blocked(
                                        reason,
                                        "Ask this installation's operators to look into it, naming"
                                                + " the payout's id",
                                        now);
                        case Outcome.Failed(var reason) ->
                                accept(
                                        with(
                                                new Failed(
                                                        reason, now.plus(BACK_OFF.after(attempts))),
                                                attempts,
                                                null,
                                                now),
                                        new PayoutFailed(id, source, payee, reason, false));
                        case Outcome.Declined(var reason, var nextAction) ->
                                blocked(reason, nextAction, now);
                    };
            case Pending _, Confirming _, Completed _, Failed _, Blocked _, Returned _ ->
                    refuse(new PayoutNotInStage(id, stage));
        };
    }

    /** What a worker or time alone will do to it; null when it has ended. */
    public @Nullable Timer timer() {
        return switch (stage) {
            case Pending _ -> new Timer(createdAt, Consequence.PAYOUT_IS_SENT);
            case Sending(var _, var leaseUntil) ->
                    new Timer(leaseUntil, Consequence.PAYOUT_IS_SENT);
            case Confirming(var _, var _, var askAgainAt) ->
                    new Timer(askAgainAt, Consequence.PAYOUT_IS_SENT);
            case Failed(var _, var retryAt) -> new Timer(retryAt, Consequence.PAYOUT_IS_SENT);
            case Blocked(var _, var _, var at) ->
                    new Timer(at.plus(BLOCKED_MAX), Consequence.PAYOUT_IS_RETURNED);
            case Completed _, Returned _ -> null;
        };
    }

    /** When a worker should look at it next; null when there is nothing for one to do. */
    public @Nullable Instant dueAt() {
        Timer timer = timer();
        return timer == null ? null : timer.at();
    }

    /** The same as it is kept, with the version it is kept as. */
    public Payout atVersion(long kept) {
        return new Payout(
                id,
                source,
                payee,
                gross,
                fee,
                rail,
                stage,
                attempts,
                unanswered,
                createdAt,
                updatedAt,
                kept);
    }

    private Decision<Payout> sending(Instant now) {
        return accept(
                with(new Sending(now, now.plus(SENDING_LEASE)), attempts + 1, asked(now), now));
    }

    private @Nullable Unanswered asked(Instant now) {
        if (unanswered == null && stage instanceof Sending(var since, var _)) {
            return new Unanswered(since, false);
        }
        if (unanswered == null && stage instanceof Pending && attempts > 0) {
            // It was blocked. By now its payee may have another account and the rail may have
            // forgotten its key, so that nothing of an early attempt that came through after all
            // would be noticed unless it is looked for.
            return new Unanswered(now, false);
        }
        return unanswered;
    }

    /** Asked again later; after a day without an answer the payee is told, once. */
    private Decision<Payout> unanswered(Instant askedAt, String reason, Instant now) {
        Unanswered before = unanswered == null ? new Unanswered(askedAt, false) : unanswered;
        Instant tellAt = before.since().plus(ANSWER_EXPECTED);
        boolean tell = !before.told() && !now.isBefore(tellAt);
        Instant again = now.plus(BACK_OFF.after(attempts));
        Instant next = !before.told() && !tell && tellAt.isBefore(again) ? tellAt : again;
        Payout confirming =
                with(
                        new Confirming(askedAt, reason, next),
                        attempts,
                        new Unanswered(before.since(), before.told() || tell),
                        now);
        return tell
                ? accept(confirming, new PayoutDelayed(id, source, payee, before.since()))
                : accept(confirming);
    }

    private Decision<Payout> notDue(Instant due) {
        return refuse(new PayoutNotDue(id, stage, due));
    }

    private Decision<Payout> completed(Instant now) {
        return accept(
                with(new Completed(now), attempts, null, now),
                new PayoutCompleted(id, source, payee, net()));
    }

    private Decision<Payout> blocked(String reason, String nextAction, Instant now) {
        return accept(
                with(new Blocked(reason, nextAction, now), attempts, null, now),
                new PayoutFailed(id, source, payee, reason, true));
    }

    private Payout with(
            PayoutStage next, int attemptsNow, @Nullable Unanswered unansweredNow, Instant now) {
        return new Payout(
                id,
                source,
                payee,
                gross,
                fee,
                rail,
                next,
                attemptsNow,
                unansweredNow,
                createdAt,
                now,
                version);
    }
}
