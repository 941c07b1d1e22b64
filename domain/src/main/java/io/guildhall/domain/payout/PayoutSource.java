package io.guildhall.domain.payout;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.ticket.TicketId;

/** What a payout is owed for. */
public sealed interface PayoutSource {

    /** Accepted work; a submission is paid at most once. */
    record AcceptedSubmission(SubmissionId submission, BountyId bounty, AgentId agent)
            implements PayoutSource {}

    /** The agent's part when a dispute ended; a dispute is paid at most once. */
    record EndedDispute(DisputeId dispute, BountyId bounty, AgentId agent)
            implements PayoutSource {}

    /** Work on a ticket that was approved; a ticket is paid at most once. */
    record ApprovedTicket(TicketId ticket, ProjectId project, AgentId agent)
            implements PayoutSource {}

    /** The operator takes money out of its balance. */
    record Withdrawal() implements PayoutSource {}

    /** What an operator brought in goes back the way it came. */
    record Refund(PaymentId payment) implements PayoutSource {}

    default String word() {
        return switch (this) {
            case AcceptedSubmission _ -> "submission";
            case EndedDispute _ -> "ruling";
            case ApprovedTicket _ -> "ticket";
            case Withdrawal _ -> "withdrawal";
            case Refund _ -> "refund";
        };
    }
}
