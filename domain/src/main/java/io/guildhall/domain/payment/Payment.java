package io.guildhall.domain.payment;

import static io.guildhall.domain.shared.Decision.accept;
import static io.guildhall.domain.shared.Decision.refuse;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payment.Checkout.Standing;
import io.guildhall.domain.payment.PaymentError.PaymentNotInStage;
import io.guildhall.domain.payment.PaymentError.RefundTooLarge;
import io.guildhall.domain.payment.PaymentEvent.ChargebackReversed;
import io.guildhall.domain.payment.PaymentEvent.PaymentChargedBack;
import io.guildhall.domain.payment.PaymentEvent.PaymentEnded;
import io.guildhall.domain.payment.PaymentEvent.PaymentReceived;
import io.guildhall.domain.payment.PaymentStage.Ended;
import io.guildhall.domain.payment.PaymentStage.Open;
import io.guildhall.domain.payment.PaymentStage.Received;
import io.guildhall.domain.payment.PaymentStage.Requested;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.shared.BackOff;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.DomainEvent;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money that an operator brings in, to its balance or for one bounty. Its id is the key under which
 * the rail is asked. What the rail tells by itself is only a reason to look; what it says when it
 * is asked counts, and so it does not matter what was heard, how often, or in which order.
 *
 * @param bounty that it is to fund; null when it is for the balance
 * @param givenBack how much of it is on its way, or gone, to where it came from
 * @param attempts how often the rail was asked without a step forward
 * @param lookAt when a worker asks the rail about it; null when there is no need
 */
public record Payment(
        PaymentId id,
        OperatorId payer,
        Money amount,
        @Nullable BountyId bounty,
        Rail rail,
        PaymentStage stage,
        Money givenBack,
        int attempts,
        @Nullable Instant lookAt,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final BackOff BACK_OFF =
            new BackOff(Duration.ofSeconds(15), Duration.ofHours(1));

    public static Payment request(
            PaymentId id,
            OperatorId payer,
            Money amount,
            @Nullable BountyId bounty,
            Rail rail,
            Instant now) {
        return new Payment(
                id,
                payer,
                amount,
                bounty,
                rail,
                new Requested(),
                Money.zero(amount.currency()),
                0,
                now,
                now,
                now,
                0);
    }

    /** Something may have happened to it at the rail. */
    public Decision<Payment> ring(Instant now) {
        return switch (stage) {
            case Requested _ -> refuse(new PaymentNotInStage(id, stage));
            case Open _, Received _ -> accept(with(stage, givenBack, 0, now, now));
            case Ended(var page, var _, var _) ->
                    page == null
                            ? refuse(new PaymentNotInStage(id, stage))
                            : accept(with(stage, givenBack, 0, now, now));
        };
    }

    /** Takes it up for one question to the rail, also after a worker died in the middle of one. */
    public Decision<Payment> attempt(Instant now) {
        return switch (stage) {
            case Requested _, Open _, Received _, Ended _ ->
                    lookAt == null || now.isBefore(lookAt)
                            ? refuse(new PaymentNotInStage(id, stage))
                            : accept(with(stage, givenBack, attempts + 1, now.plus(LEASE), now));
        };
    }

    /** Records what the rail says of it now. */
    public Decision<Payment> record(Standing standing, Instant now) {
        return switch (stage) {
            case Requested _ ->
                    switch (standing) {
                        case Standing.Waiting waiting -> accept(open(waiting, now));
                        case Standing.Over(var reason) -> end(null, reason, now);
                        case Standing.Unknown _ -> accept(later(now));
                        case Standing.Processing _, Standing.Paid _ ->
                                refuse(new PaymentNotInStage(id, stage));
                    };
            case Open(var page, var _, var _) ->
                    switch (standing) {
                        case Standing.Waiting waiting -> accept(open(waiting, now));
                        case Standing.Processing _, Standing.Unknown _ -> accept(later(now));
                        case Standing.Over(var reason) -> end(page, reason, now);
                        case Standing.Paid(var receipt, var _) -> receive(page, receipt, now);
                    };
            case Received received ->
                    switch (standing) {
                        case Standing.Paid(var receipt, var _) -> update(received, receipt, now);
                        case Standing.Waiting _,
                                Standing.Processing _,
                                Standing.Over _,
                                Standing.Unknown _ ->
                                accept(later(now));
                    };
            case Ended(var page, var _, var _) ->
                    switch (standing) {
                        // The rail has thought better of it; money that came is never lost.
                        case Standing.Paid(var receipt, var _) when page != null ->
                                receive(page, receipt, now);
                        case Standing.Unknown _ -> accept(later(now));
                        case Standing.Paid _,
                                Standing.Waiting _,
                                Standing.Processing _,
                                Standing.Over _ ->
                                accept(with(stage, givenBack, 0, null, now));
                    };
        };
    }

    /** Some of it is to go back to where it came from. */
    public Decision<Payment> giveBack(Money some, Instant now) {
        return switch (stage) {
            case Received(var _, var receipt, var _) -> {
                Money left = amount.minus(givenBack).minus(receipt.takenBack());
                yield left.isLessThan(some)
                        ? refuse(new RefundTooLarge(id, left))
                        : accept(with(stage, givenBack.plus(some), attempts, lookAt, now));
            }
            case Requested _, Open _, Ended _ -> refuse(new PaymentNotInStage(id, stage));
        };
    }

    /** It could not go back. */
    public Decision<Payment> keep(Money some, Instant now) {
        return switch (stage) {
            case Received _ -> accept(with(stage, givenBack.minus(some), attempts, lookAt, now));
            case Requested _, Open _, Ended _ -> refuse(new PaymentNotInStage(id, stage));
        };
    }

    /** The same as it is kept, with the version it is kept as. */
    public Payment atVersion(long kept) {
        return new Payment(
                id, payer, amount, bounty, rail, stage, givenBack, attempts, lookAt, createdAt,
                updatedAt, kept);
    }

    private Payment open(Standing.Waiting waiting, Instant now) {
        var open = new Open(waiting.reference(), waiting.url(), waiting.expiresAt());
        // It closes by itself, and then the rail has a last word.
        Instant again = now.plus(BACK_OFF.after(attempts));
        Instant closed = waiting.expiresAt().plus(BACK_OFF.first());
        Instant next = closed.isAfter(now) && closed.isBefore(again) ? closed : again;
        return with(open, givenBack, attempts, next, now);
    }

    private Decision<Payment> end(@Nullable String page, String reason, Instant now) {
        return accept(
                with(new Ended(page, reason, now), givenBack, 0, null, now),
                new PaymentEnded(id, payer, reason));
    }

    private Decision<Payment> receive(String page, Receipt receipt, Instant now) {
        var received = new Received(page, receipt, now);
        Payment next = with(received, givenBack, 0, lookFor(receipt, now), now);
        PaymentReceived came = new PaymentReceived(id, payer, amount, bounty);
        return receipt.takenBack().isZero()
                ? accept(next, came)
                : accept(next, came, new PaymentChargedBack(id, payer, receipt.takenBack()));
    }

    private Decision<Payment> update(Received before, Receipt receipt, Instant now) {
        Payment next =
                with(
                        new Received(before.reference(), receipt, before.at()),
                        givenBack,
                        0,
                        lookFor(receipt, now),
                        now);
        Money was = before.receipt().takenBack();
        Money is = receipt.takenBack();
        if (was.equals(is)) {
            return accept(next);
        }
        DomainEvent event =
                was.isLessThan(is)
                        ? new PaymentChargedBack(id, payer, is.minus(was))
                        : new ChargebackReversed(id, payer, was.minus(is));
        return accept(next, event);
    }

    private static @Nullable Instant lookFor(Receipt receipt, Instant now) {
        return receipt.feeKnown() ? null : now.plus(BACK_OFF.most());
    }

    private Payment later(Instant now) {
        return with(stage, givenBack, attempts, now.plus(BACK_OFF.after(attempts)), now);
    }

    private Payment with(
            PaymentStage next, Money given, int attemptsNow, @Nullable Instant look, Instant now) {
        return new Payment(
                id,
                payer,
                amount,
                bounty,
                rail,
                next,
                given,
                attemptsNow,
                look,
                createdAt,
                now,
                version);
    }
}
