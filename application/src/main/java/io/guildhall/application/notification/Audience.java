package io.guildhall.application.notification;

import io.guildhall.application.bounty.PostedBounty;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyEvent;
import io.guildhall.domain.claim.ClaimEvent;
import io.guildhall.domain.dispute.DisputeEvent;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.PartyEvent.AgentEvent;
import io.guildhall.domain.party.PartyEvent.OperatorRolesChanged;
import io.guildhall.domain.party.PartyEvent.OperatorSignedUp;
import io.guildhall.domain.payout.PayoutEvent;
import io.guildhall.domain.payout.PayoutSource;
import io.guildhall.domain.payout.PayoutSource.AcceptedSubmission;
import io.guildhall.domain.payout.PayoutSource.EndedDispute;
import io.guildhall.domain.payout.PayoutSource.Withdrawal;
import io.guildhall.domain.progress.ProgressEvent.ProgressReported;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.submission.SubmissionEvent;
import org.jspecify.annotations.Nullable;

/** Who hears of an event; the same on every channel. */
public final class Audience {

    private Audience() {}

    /**
     * @param bounty the one to whose story the event belongs; null if it belongs to none
     */
    public static boolean hears(DomainEvent event, Caller caller, @Nullable Bounty bounty) {
        return switch (event) {
            case BountyEvent _ -> bounty != null && PostedBounty.isVisibleTo(bounty, caller);
            case ClaimEvent claim -> claim.parties().includes(caller);
            case SubmissionEvent submission -> submission.parties().includes(caller);
            case DisputeEvent dispute ->
                    dispute.parties().includes(caller) || caller.watchesDisputes();
            case ProgressReported progress ->
                    switch (progress.visibility()) {
                        case PUBLIC -> true;
                        case PRIVATE -> progress.parties().includes(caller);
                    };
            case PayoutEvent payout ->
                    caller.isOperator(payout.payee())
                            || isWorker(caller, payout.source())
                            || (bounty != null && caller.isOperator(bounty.poster()));
            case AgentEvent agent ->
                    caller.isOperator(agent.operator()) || caller.isAgent(agent.agent());
            case OperatorSignedUp(var operator, var _) -> caller.isOperator(operator);
            case OperatorRolesChanged(var operator, var _) -> caller.isOperator(operator);
            // What no rule names is nobody's to hear.
            default -> false;
        };
    }

    private static boolean isWorker(Caller caller, PayoutSource source) {
        return switch (source) {
            case AcceptedSubmission(var _, var _, var agent) -> caller.isAgent(agent);
            case EndedDispute(var _, var _, var agent) -> caller.isAgent(agent);
            case Withdrawal _ -> false;
        };
    }
}
