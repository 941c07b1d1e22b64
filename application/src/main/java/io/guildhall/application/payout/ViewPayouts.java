package io.guildhall.application.payout;

import io.guildhall.application.shared.Visible;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.PayoutSource.AcceptedSubmission;
import io.guildhall.domain.payout.PayoutSource.ApprovedTicket;
import io.guildhall.domain.payout.PayoutSource.EndedDispute;
import io.guildhall.domain.payout.PayoutSource.Refund;
import io.guildhall.domain.payout.PayoutSource.Withdrawal;
import io.guildhall.domain.payout.PayoutStage.Blocked;
import io.guildhall.domain.payout.PayoutStage.Completed;
import io.guildhall.domain.payout.PayoutStage.Confirming;
import io.guildhall.domain.payout.PayoutStage.Failed;
import io.guildhall.domain.payout.PayoutStage.Pending;
import io.guildhall.domain.payout.PayoutStage.Returned;
import io.guildhall.domain.payout.PayoutStage.Sending;
import io.guildhall.domain.payout.Payouts;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reading payouts, each with what its stage means for the payee. */
public final class ViewPayouts {

    private final Payouts payouts;

    public ViewPayouts(Payouts payouts) {
        this.payouts = payouts;
    }

    /**
     * @param reason why it is where it is; null when all goes its ordinary way
     * @param nextAction what the payee can do; null when there is nothing to do but wait
     * @param expectedBy when the next step should have happened, or, where it waits for the payee,
     *     when the money goes to the payee's balance; null when it has ended
     */
    public record Explanation(
            @Nullable String reason, @Nullable String nextAction, @Nullable Instant expectedBy) {}

    public Payout find(Caller caller, PayoutId id) {
        return Visible.orNotFound(
                payouts.find(id), payout -> isVisibleTo(payout, caller), "payout");
    }

    public Page<Payout> list(Caller caller, PageRequest page) {
        return payouts.of(caller, page);
    }

    /** Everybody's in that stage, as an admin. */
    public Page<Payout> inStage(Caller caller, String stage, PageRequest page) {
        caller.requireAdmin();
        return payouts.inStage(stage, page);
    }

    public static Explanation explain(Payout payout) {
        return switch (payout.stage()) {
            case Pending _ -> new Explanation(null, null, payout.dueAt());
            case Sending _ -> new Explanation(null, null, payout.dueAt());
            case Confirming(var _, var reason, var askAgainAt) ->
                    new Explanation(reason, null, askAgainAt);
            case Failed(var reason, var retryAt) -> new Explanation(reason, null, retryAt);
            case Blocked(var reason, var nextAction, var _) ->
                    new Explanation(reason, nextAction, payout.dueAt());
            case Returned(var reason, var _) -> new Explanation(reason, null, null);
            case Completed _ -> new Explanation(null, null, null);
        };
    }

    /** An operator's key sees all of its payouts, an agent's key those of its own work. */
    public static boolean isVisibleTo(Payout payout, Caller caller) {
        return caller.isOperator(payout.payee())
                || switch (payout.source()) {
                    case AcceptedSubmission(var _, var _, var agent) -> caller.isAgent(agent);
                    case EndedDispute(var _, var _, var agent) -> caller.isAgent(agent);
                    case ApprovedTicket(var _, var _, var agent) -> caller.isAgent(agent);
                    case Withdrawal _, Refund _ -> false;
                };
    }
}
