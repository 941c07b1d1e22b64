package io.guildhall.domain.payout;

import static io.guildhall.domain.shared.Decision.accept;
import static io.guildhall.domain.shared.Decision.refuse;

import io.guildhall.domain.money.FeeTerms;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payout.PaymentProvider.Outcome;
import io.guildhall.domain.payout.PayoutError.PayoutNotDue;
import io.guildhall.domain.payout.PayoutError.PayoutNotInStage;
import io.guildhall.domain.payout.PayoutEvent.PayoutCompleted;
import io.guildhall.domain.payout.PayoutEvent.PayoutFailed;
import io.guildhall.domain.payout.PayoutSource.AcceptedSubmission;
import io.guildhall.domain.payout.PayoutSource.Withdrawal;
import io.guildhall.domain.payout.PayoutStage.Blocked;
import io.guildhall.domain.payout.PayoutStage.Completed;
import io.guildhall.domain.payout.PayoutStage.Confirming;
import io.guildhall.domain.payout.PayoutStage.Failed;
import io.guildhall.domain.payout.PayoutStage.Pending;
import io.guildhall.domain.payout.PayoutStage.Sending;
import io.guildhall.domain.shared.Decision;
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
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public static final int ATTEMPTS_MAX = 10;
    private static final Duration SENDING_LEASE = Duration.ofMinutes(2);
    private static final Duration BACK_OFF_FIRST = Duration.ofSeconds(30);
    private static final Duration BACK_OFF_MAX = Duration.ofHours(6);

    public static Payout forSubmission(
            PayoutId id, Submission accepted, Money gross, FeeTerms fees, Instant now) {
        var source =
                new AcceptedSubmission(
                        accepted.id(), accepted.bounty(), accepted.parties().agent());
        return new Payout(
                id,
                source,
                accepted.parties().operator(),
                gross,
                fees.fee(gross),
                Rail.LEDGER,
                new Pending(),
                0,
                now,
                now,
                0);
    }

    public static Payout withdrawal(
            PayoutId id, OperatorId payee, Money amount, Rail rail, Instant now) {
        return new Payout(
                id,
                new Withdrawal(),
                payee,
                amount,
                Money.zero(amount.currency()),
                rail,
                new Pending(),
                0,
                now,
                now,
                0);
    }

    public Money net() {
        return gross.minus(fee);
    }

    /**
     * The LEDGER rail asks nobody outside: the transfers of the same unit of work are the payment.
     */
    public Decision<Payout> settleInside(Instant now) {
        return switch (stage) {
            case Pending _ when rail == Rail.LEDGER ->
                    accept(
                            with(new Completed(now), attempts + 1, now),
                            new PayoutCompleted(id, source, payee, net()));
            case Pending _, Sending _, Confirming _, Completed _, Failed _, Blocked _ ->
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
            case Completed _, Blocked _ -> refuse(new PayoutNotInStage(id, stage));
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
                        case Outcome.Settled _ ->
                                accept(
                                        with(new Completed(now), attempts, now),
                                        new PayoutCompleted(id, source, payee, net()));
                        case Outcome.Unknown(var reason) ->
                                accept(
                                        with(
                                                new Confirming(since, reason, now.plus(backOff())),
                                                attempts,
                                                now));
                        case Outcome.Failed(var reason) when attempts >= ATTEMPTS_MAX ->
                                blocked(
                                        reason,
                                        "Ask this installation's operators to look into it, naming the payout's id",
                                        now);
                        case Outcome.Failed(var reason) ->
                                accept(
                                        with(
                                                new Failed(reason, now.plus(backOff())),
                                                attempts,
                                                now),
                                        new PayoutFailed(id, source, payee, reason, false));
                        case Outcome.Declined(var reason, var nextAction) ->
                                blocked(reason, nextAction, now);
                    };
            case Pending _, Confirming _, Completed _, Failed _, Blocked _ ->
                    refuse(new PayoutNotInStage(id, stage));
        };
    }

    /** When a worker should look at it next; null when there is nothing for one to do. */
    public @Nullable Instant dueAt() {
        return switch (stage) {
            case Pending _ -> createdAt;
            case Sending(var _, var leaseUntil) -> leaseUntil;
            case Confirming(var _, var _, var askAgainAt) -> askAgainAt;
            case Failed(var _, var retryAt) -> retryAt;
            case Completed _, Blocked _ -> null;
        };
    }

    private Decision<Payout> sending(Instant now) {
        return accept(with(new Sending(now, now.plus(SENDING_LEASE)), attempts + 1, now));
    }

    private Decision<Payout> notDue(Instant due) {
        return refuse(new PayoutNotDue(id, stage, due));
    }

    private Decision<Payout> blocked(String reason, String nextAction, Instant now) {
        return accept(
                with(new Blocked(reason, nextAction, now), attempts, now),
                new PayoutFailed(id, source, payee, reason, true));
    }

    /** Doubles from 30 s up to 6 h. */
    private Duration backOff() {
        Duration wait = BACK_OFF_FIRST.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 20));
        return wait.compareTo(BACK_OFF_MAX) < 0 ? wait : BACK_OFF_MAX;
    }

    private Payout with(PayoutStage next, int attemptsNow, Instant now) {
        return new Payout(
                id, source, payee, gross, fee, rail, next, attemptsNow, createdAt, now, version);
    }
}
