package io.guildhall.web.payment;

import io.guildhall.domain.money.Money;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.PaymentStage;
import io.guildhall.domain.payment.PaymentStage.Ended;
import io.guildhall.domain.payment.PaymentStage.Open;
import io.guildhall.domain.payment.PaymentStage.Received;
import io.guildhall.domain.payment.PaymentStage.Requested;
import io.guildhall.web.page.Amounts;
import io.guildhall.web.page.Chip;
import io.guildhall.web.page.Ids;
import io.guildhall.web.page.Moment;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money that its payer brings in, with what its stage means for it.
 *
 * @param path of its own page
 * @param payAt where to pay; null while that is not known, and afterwards
 * @param closes until when it can be paid; null when it cannot
 * @param bountyPath the page of what it is to fund; null when it is for the balance
 * @param waits whether its page is to look again by itself
 * @param givenBack on its way, or gone, to where it came from; null where nothing is
 * @param chargedBack taken by the payer's bank; null where nothing was
 * @param left what of it can go back, as a form takes it; null where nothing can
 * @param leftSaid the same for people
 */
public record PaymentView(
        String id,
        String path,
        Chip stage,
        String amount,
        String explained,
        @Nullable String payAt,
        @Nullable Moment closes,
        @Nullable String bountyPath,
        boolean waits,
        @Nullable String givenBack,
        @Nullable String chargedBack,
        @Nullable String left,
        String leftSaid,
        Moment begun) {

    /** Of a payment's own page. */
    public static String path(Payment payment) {
        return "/money/payments/" + OpenBountyIds.PAYMENT.on(payment.id().value());
    }

    static PaymentView of(Payment payment, Instant now) {
        PaymentStage stage = payment.stage();
        Open open = stage instanceof Open known ? known : null;
        Money taken =
                stage instanceof Received received
                        ? received.receipt().takenBack()
                        : Money.zero(payment.amount().currency());
        Money left = payment.amount().minus(payment.givenBack()).minus(taken);
        return new PaymentView(
                OpenBountyIds.PAYMENT.on(payment.id().value()),
                path(payment),
                chip(stage),
                Amounts.text(payment.amount()),
                explained(stage, payment.bounty() != null),
                open == null ? null : open.url().toString(),
                open == null ? null : Moment.of(open.expiresAt(), now),
                payment.bounty() == null ? null : "/bounties/" + Ids.of(payment.bounty()),
                stage instanceof Requested || open != null,
                unlessZero(payment.givenBack()),
                unlessZero(taken),
                stage instanceof Received && left.isPositive() ? Amounts.plain(left) : null,
                Amounts.text(left),
                Moment.of(payment.createdAt(), now));
    }

    private static @Nullable String unlessZero(Money sum) {
        return sum.isZero() ? null : Amounts.text(sum);
    }

    private static Chip chip(PaymentStage stage) {
        return switch (stage) {
            case Requested _ -> Chip.busy("Being made");
            case Open _ -> Chip.warn("Waits for you");
            case Received _ -> Chip.good("Received");
            case Ended _ -> Chip.calm("Ended");
        };
    }

    private static String explained(PaymentStage stage, boolean ofBounty) {
        return switch (stage) {
            case Requested _ -> "Stripe is making the page at which you can pay.";
            case Open _ ->
                    ofBounty
                            ? "Pay at Stripe. The bounty opens when the money has come."
                            : "Pay at Stripe. The money is on your balance when it has come.";
            case Received _ ->
                    ofBounty
                            ? "The money has come, for the bounty or, where that is over, to your balance."
                            : "The money is on your balance.";
            case Ended(var _, var reason, var _) ->
                    "No money came (" + reason.replace('_', ' ') + "). You can begin again.";
        };
    }
}
