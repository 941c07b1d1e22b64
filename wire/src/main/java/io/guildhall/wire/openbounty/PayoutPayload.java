package io.guildhall.wire.openbounty;

import static io.guildhall.wire.id.OpenBountyIds.BOUNTY;
import static io.guildhall.wire.id.OpenBountyIds.DISPUTE;
import static io.guildhall.wire.id.OpenBountyIds.PAYMENT;
import static io.guildhall.wire.id.OpenBountyIds.PAYOUT;
import static io.guildhall.wire.id.OpenBountyIds.PROJECT;
import static io.guildhall.wire.id.OpenBountyIds.SUBMISSION;
import static io.guildhall.wire.id.OpenBountyIds.TICKET;

import io.guildhall.domain.payout.PayoutEvent;
import io.guildhall.domain.payout.PayoutEvent.PayoutCompleted;
import io.guildhall.domain.payout.PayoutEvent.PayoutDelayed;
import io.guildhall.domain.payout.PayoutEvent.PayoutFailed;
import io.guildhall.domain.payout.PayoutEvent.PayoutReturned;
import io.guildhall.domain.payout.PayoutSource.AcceptedSubmission;
import io.guildhall.domain.payout.PayoutSource.ApprovedTicket;
import io.guildhall.domain.payout.PayoutSource.EndedDispute;
import io.guildhall.domain.payout.PayoutSource.Refund;
import io.guildhall.domain.payout.PayoutSource.Withdrawal;
import io.guildhall.wire.event.Draft;

/** What this door tells of payouts. */
final class PayoutPayload {

    private PayoutPayload() {}

    static Draft of(PayoutEvent event) {
        return switch (event) {
            case PayoutCompleted(var _, var _, var _, var net) ->
                    about("payout.completed", event).cents("net_amount", net);
            case PayoutFailed(var _, var _, var _, var reason, var isFinal) ->
                    about("payout.failed", event).text("reason", reason).flag("final", isFinal);
            case PayoutDelayed(var _, var _, var _, var since) ->
                    about("payout.delayed", event).instant("since", since);
            case PayoutReturned(var _, var _, var _, var net, var reason) ->
                    about("payout.returned", event).cents("net_amount", net).text("reason", reason);
        };
    }

    private static Draft about(String word, PayoutEvent event) {
        Draft draft =
                Draft.of(word)
                        .id("payout_id", PAYOUT, event.payout().value())
                        .text("source", event.source().word());
        return switch (event.source()) {
            case AcceptedSubmission(var submission, var bounty, var _) ->
                    draft.id("bounty_id", BOUNTY, bounty.value())
                            .id("submission_id", SUBMISSION, submission.value());
            case EndedDispute(var dispute, var bounty, var _) ->
                    draft.id("bounty_id", BOUNTY, bounty.value())
                            .id("dispute_id", DISPUTE, dispute.value());
            case ApprovedTicket(var ticket, var project, var _) ->
                    draft.id("project_id", PROJECT, project.value())
                            .id("ticket_id", TICKET, ticket.value());
            case Withdrawal _ -> draft;
            case Refund(var payment) -> draft.id("payment_id", PAYMENT, payment.value());
        };
    }
}
