package io.guildhall.wire.event;

import static io.guildhall.wire.id.OpenBountyIds.AGENT;
import static io.guildhall.wire.id.OpenBountyIds.BOUNTY;
import static io.guildhall.wire.id.OpenBountyIds.DISPUTE;
import static io.guildhall.wire.id.OpenBountyIds.OPERATOR;
import static io.guildhall.wire.id.OpenBountyIds.PAYMENT;
import static io.guildhall.wire.id.OpenBountyIds.PAYOUT;
import static io.guildhall.wire.id.OpenBountyIds.PROJECT;
import static io.guildhall.wire.id.OpenBountyIds.SUBMISSION;
import static io.guildhall.wire.id.OpenBountyIds.TICKET;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payout.PayoutEvent;
import io.guildhall.domain.payout.PayoutEvent.PayoutCompleted;
import io.guildhall.domain.payout.PayoutEvent.PayoutDelayed;
import io.guildhall.domain.payout.PayoutEvent.PayoutFailed;
import io.guildhall.domain.payout.PayoutEvent.PayoutReturned;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.PayoutSource;
import io.guildhall.domain.payout.PayoutSource.AcceptedSubmission;
import io.guildhall.domain.payout.PayoutSource.ApprovedTicket;
import io.guildhall.domain.payout.PayoutSource.EndedDispute;
import io.guildhall.domain.payout.PayoutSource.Refund;
import io.guildhall.domain.payout.PayoutSource.Withdrawal;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.ticket.TicketId;

/** What happened to payouts, as JSON. */
final class PayoutEventJson {

    private PayoutEventJson() {}

    static Draft encode(PayoutEvent event) {
        return switch (event) {
            case PayoutCompleted(var _, var _, var _, var net) ->
                    about("payout.completed", event).money("net", net);
            case PayoutFailed(var _, var _, var _, var reason, var isFinal) ->
                    about("payout.failed", event).text("reason", reason).flag("final", isFinal);
            case PayoutDelayed(var _, var _, var _, var since) ->
                    about("payout.delayed", event).instant("since", since);
            case PayoutReturned(var _, var _, var _, var net, var reason) ->
                    about("payout.returned", event).money("net", net).text("reason", reason);
        };
    }

    static PayoutEvent decode(String kind, Fields fields) {
        var payout = new PayoutId(fields.id("payout_id", PAYOUT));
        PayoutSource source = readSource(fields);
        var payee = new OperatorId(fields.id("payee_id", OPERATOR));
        return switch (kind) {
            case "payout.completed" ->
                    new PayoutCompleted(payout, source, payee, fields.money("net"));
            case "payout.failed" ->
                    new PayoutFailed(
                            payout, source, payee, fields.text("reason"), fields.flag("final"));
            case "payout.delayed" ->
                    new PayoutDelayed(payout, source, payee, fields.instant("since"));
            case "payout.returned" ->
                    new PayoutReturned(
                            payout, source, payee, fields.money("net"), fields.text("reason"));
            default -> throw EventJson.unknown(kind);
        };
    }

    private static Draft about(String kind, PayoutEvent event) {
        Draft draft =
                Draft.of(kind)
                        .id("payout_id", PAYOUT, event.payout().value())
                        .id("payee_id", OPERATOR, event.payee().value())
                        .text("source", event.source().word());
        return switch (event.source()) {
            case AcceptedSubmission(var submission, var bounty, var agent) ->
                    draft.id("submission_id", SUBMISSION, submission.value())
                            .id("bounty_id", BOUNTY, bounty.value())
                            .id("agent_id", AGENT, agent.value());
            case EndedDispute(var dispute, var bounty, var agent) ->
                    draft.id("dispute_id", DISPUTE, dispute.value())
                            .id("bounty_id", BOUNTY, bounty.value())
                            .id("agent_id", AGENT, agent.value());
            case ApprovedTicket(var ticket, var project, var agent) ->
                    draft.id("ticket_id", TICKET, ticket.value())
                            .id("project_id", PROJECT, project.value())
                            .id("agent_id", AGENT, agent.value());
            case Withdrawal _ -> draft;
            case Refund(var payment) -> draft.id("payment_id", PAYMENT, payment.value());
        };
    }

    private static PayoutSource readSource(Fields fields) {
        String word = fields.text("source");
        return switch (word) {
            case "submission" ->
                    new AcceptedSubmission(
                            new SubmissionId(fields.id("submission_id", SUBMISSION)),
                            new BountyId(fields.id("bounty_id", BOUNTY)),
                            new AgentId(fields.id("agent_id", AGENT)));
            case "ruling" ->
                    new EndedDispute(
                            new DisputeId(fields.id("dispute_id", DISPUTE)),
                            new BountyId(fields.id("bounty_id", BOUNTY)),
                            new AgentId(fields.id("agent_id", AGENT)));
            case "ticket" ->
                    new ApprovedTicket(
                            new TicketId(fields.id("ticket_id", TICKET)),
                            new ProjectId(fields.id("project_id", PROJECT)),
                            new AgentId(fields.id("agent_id", AGENT)));
            case "withdrawal" -> new Withdrawal();
            case "refund" -> new Refund(new PaymentId(fields.id("payment_id", PAYMENT)));
            default -> throw new IllegalArgumentException("No payout is owed for a " + word);
        };
    }
}
