package io.guildhall.web.money;

import io.guildhall.application.payout.ViewPayouts;
import io.guildhall.application.payout.ViewPayouts.Explanation;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutSource.AcceptedSubmission;
import io.guildhall.domain.payout.PayoutSource.EndedDispute;
import io.guildhall.domain.payout.PayoutSource.Refund;
import io.guildhall.domain.payout.PayoutStage;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.payout.Unanswered;
import io.guildhall.web.page.Amounts;
import io.guildhall.web.page.Chip;
import io.guildhall.web.page.Moment;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Money owed or paid, with what its stage means for whoever waits for it.
 *
 * @param aboutPath the page of what it is paid for; null for a withdrawal
 * @param waits what it waits for; null once it has ended
 * @param reason why it is where it is; null when all goes its ordinary way
 * @param nextAction what the payee can do; null when there is nothing but waiting
 * @param blocked whether it waits for the payee to do something
 * @param accountPath where that can be done; null where it is not a matter of an account
 * @param delayed since when its rail has been silent; null while that is no day
 */
public record PayoutRow(
        String id,
        String what,
        @Nullable String aboutPath,
        Chip stage,
        String gross,
        String fee,
        boolean hasFee,
        String net,
        String rail,
        int attempts,
        @Nullable String waits,
        @Nullable String reason,
        @Nullable String nextAction,
        boolean blocked,
        @Nullable String accountPath,
        @Nullable Moment expectedBy,
        @Nullable Moment delayed,
        Moment begun,
        Moment changed) {

    static PayoutRow of(Payout payout, Instant now) {
        Explanation why = ViewPayouts.explain(payout);
        boolean blocked = payout.stage() instanceof PayoutStage.Blocked;
        Unanswered unanswered = payout.unanswered();
        return new PayoutRow(
                OpenBountyIds.PAYOUT.on(payout.id().value()),
                what(payout.source().word()),
                aboutPath(payout),
                chip(payout.stage()),
                Amounts.text(payout.gross()),
                Amounts.text(payout.fee()),
                payout.fee().isPositive(),
                Amounts.text(payout.net()),
                rail(payout),
                payout.attempts(),
                waits(payout.stage()),
                why.reason(),
                why.nextAction(),
                blocked,
                blocked && payout.rail() == Rail.STRIPE ? "/money/payout-account" : null,
                Moment.ofNullable(why.expectedBy(), now),
                unanswered != null && unanswered.told() ? Moment.of(unanswered.since(), now) : null,
                Moment.of(payout.createdAt(), now),
                Moment.of(payout.updatedAt(), now));
    }

    private static Chip chip(PayoutStage stage) {
        return switch (stage) {
            case PayoutStage.Pending _ -> Chip.busy("Pending");
            case PayoutStage.Sending _ -> Chip.busy("Sending");
            case PayoutStage.Confirming _ -> Chip.warn("Confirming");
            case PayoutStage.Completed _ -> Chip.good("Completed");
            case PayoutStage.Failed _ -> Chip.warn("Failed, tried again");
            case PayoutStage.Blocked _ -> Chip.bad("Waits for you");
            case PayoutStage.Returned _ -> Chip.calm("Returned");
        };
    }

    private static @Nullable String waits(PayoutStage stage) {
        return switch (stage) {
            case PayoutStage.Pending _ -> "It waits for its turn to be given to its rail.";
            case PayoutStage.Sending _ -> "It is being given to its rail at this moment.";
            case PayoutStage.Confirming _ ->
                    "The rail gave no clear answer. It is asked again by the same key, so that nothing"
                            + " is paid twice.";
            case PayoutStage.Completed _ -> null;
            case PayoutStage.Failed _ -> "The rail failed for now, and it is tried again.";
            case PayoutStage.Blocked _ ->
                    "It cannot go on by itself. If nothing is done, it comes back to your balance.";
            case PayoutStage.Returned _ -> null;
        };
    }

    private static String what(String source) {
        String plain = source.replace('_', ' ');
        return switch (source) {
            case "submission" -> "Accepted work";
            case "ruling" -> "End of a dispute";
            case "refund" -> "Back to where it came from";
            default -> plain.substring(0, 1).toUpperCase(Locale.ENGLISH) + plain.substring(1);
        };
    }

    private static @Nullable String aboutPath(Payout payout) {
        if (payout.source() instanceof AcceptedSubmission(var _, var bounty, var _)) {
            return "/bounties/" + OpenBountyIds.BOUNTY.on(bounty.value());
        }
        if (payout.source() instanceof Refund(var payment)) {
            return "/money/payments/" + OpenBountyIds.PAYMENT.on(payment.value());
        }
        return payout.source() instanceof EndedDispute(var dispute, var _, var _)
                ? "/disputes/" + OpenBountyIds.DISPUTE.on(dispute.value())
                : null;
    }

    private static String rail(Payout payout) {
        String word = payout.rail().word();
        return word.equals("ledger") ? "inside this installation" : word;
    }
}
