package io.guildhall.persistence.payout;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.PayoutSource;
import io.guildhall.domain.payout.PayoutSource.AcceptedSubmission;
import io.guildhall.domain.payout.PayoutSource.ApprovedTicket;
import io.guildhall.domain.payout.PayoutSource.EndedDispute;
import io.guildhall.domain.payout.PayoutSource.Refund;
import io.guildhall.domain.payout.PayoutSource.Withdrawal;
import io.guildhall.domain.payout.PayoutStage;
import io.guildhall.domain.payout.PayoutStage.Blocked;
import io.guildhall.domain.payout.PayoutStage.Completed;
import io.guildhall.domain.payout.PayoutStage.Confirming;
import io.guildhall.domain.payout.PayoutStage.Failed;
import io.guildhall.domain.payout.PayoutStage.Pending;
import io.guildhall.domain.payout.PayoutStage.Returned;
import io.guildhall.domain.payout.PayoutStage.Sending;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.payout.Unanswered;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.ticket.TicketId;
import io.guildhall.persistence.shared.Words;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payout as a row. Every stage with a time to look at it again has that time in due_at. */
@Entity
@Table(name = "payout")
@SuppressWarnings("NullAway.Init") // Hibernate fills it in.
class PayoutRow {

    @Id UUID id;
    String source;

    @Column(name = "submission_id")
    @Nullable UUID submissionId;

    @Column(name = "dispute_id")
    @Nullable UUID disputeId;

    @Column(name = "bounty_id")
    @Nullable UUID bountyId;

    @Column(name = "ticket_id")
    @Nullable UUID ticketId;

    @Column(name = "project_id")
    @Nullable UUID projectId;

    @Column(name = "agent_id")
    @Nullable UUID agentId;

    @Column(name = "payment_id")
    @Nullable UUID paymentId;

    @Column(name = "payee_id")
    UUID payeeId;

    @Column(name = "gross_units")
    long grossUnits;

    @Column(name = "fee_units")
    long feeUnits;

    String currency;
    String rail;
    String stage;

    @Column(name = "stage_at")
    @Nullable Instant stageAt;

    @Column(name = "due_at")
    @Nullable Instant dueAt;

    @Nullable String reason;

    @Column(name = "next_action")
    @Nullable String nextAction;

    int attempts;

    @Column(name = "unanswered_since")
    @Nullable Instant unansweredSince;

    @Column(name = "delay_told")
    @Nullable Boolean delayTold;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    long version;

    static PayoutRow of(Payout payout) {
        PayoutRow row = new PayoutRow();
        row.id = payout.id().value();
        row.put(payout.source());
        row.payeeId = payout.payee().value();
        row.grossUnits = payout.gross().units();
        row.feeUnits = payout.fee().units();
        row.currency = payout.gross().currency().word();
        row.rail = Words.of(payout.rail());
        row.put(payout.stage());
        row.dueAt = payout.dueAt();
        row.attempts = payout.attempts();
        row.put(payout.unanswered());
        row.createdAt = payout.createdAt();
        row.updatedAt = payout.updatedAt();
        row.version = payout.version();
        return row;
    }

    Payout payout() {
        Currency counted = Words.parse(Currency.class, currency);
        return new Payout(
                new PayoutId(id),
                readSource(),
                new OperatorId(payeeId),
                new Money(grossUnits, counted),
                new Money(feeUnits, counted),
                Words.parse(Rail.class, rail),
                readStage(),
                attempts,
                unansweredSince == null
                        ? null
                        : new Unanswered(unansweredSince, present(delayTold)),
                createdAt,
                updatedAt,
                version);
    }

    private void put(PayoutSource from) {
        source = from.word();
        switch (from) {
            case AcceptedSubmission(var submission, var bounty, var agent) -> {
                submissionId = submission.value();
                bountyId = bounty.value();
                agentId = agent.value();
            }
            case EndedDispute(var dispute, var bounty, var agent) -> {
                disputeId = dispute.value();
                bountyId = bounty.value();
                agentId = agent.value();
            }
            case ApprovedTicket(var ticket, var project, var agent) -> {
                ticketId = ticket.value();
                projectId = project.value();
                agentId = agent.value();
            }
            case Withdrawal _ -> {
                // Owed for nothing but the balance itself.
            }
            case Refund(var payment) -> paymentId = payment.value();
        }
    }

    private PayoutSource readSource() {
        return switch (source) {
            case "submission" ->
                    new AcceptedSubmission(
                            new SubmissionId(present(submissionId)),
                            new BountyId(present(bountyId)),
                            new AgentId(present(agentId)));
            case "ruling" ->
                    new EndedDispute(
                            new DisputeId(present(disputeId)),
                            new BountyId(present(bountyId)),
                            new AgentId(present(agentId)));
            case "ticket" ->
                    new ApprovedTicket(
                            new TicketId(present(ticketId)),
                            new ProjectId(present(projectId)),
                            new AgentId(present(agentId)));
            case "withdrawal" -> new Withdrawal();
            case "refund" -> new Refund(new PaymentId(present(paymentId)));
            default -> throw new IllegalStateException("No payout is owed for a " + source);
        };
    }

    private void put(PayoutStage reached) {
        stage = reached.word();
        switch (reached) {
            case Pending _ -> {
                // Due from its making on.
            }
            case Sending(var since, var _) -> stageAt = since;
            case Confirming(var since, var why, var _) -> {
                stageAt = since;
                reason = why;
            }
            case Completed(var at) -> stageAt = at;
            case Failed(var why, var _) -> reason = why;
            case Blocked(var why, var next, var at) -> {
                stageAt = at;
                reason = why;
                nextAction = next;
            }
            case Returned(var why, var at) -> {
                stageAt = at;
                reason = why;
            }
        }
    }

    private void put(@Nullable Unanswered unanswered) {
        if (unanswered != null) {
            unansweredSince = unanswered.since();
            delayTold = unanswered.told();
        }
    }

    private PayoutStage readStage() {
        return switch (stage) {
            case "pending" -> new Pending();
            case "sending" -> new Sending(present(stageAt), present(dueAt));
            case "confirming" -> new Confirming(present(stageAt), present(reason), present(dueAt));
            case "completed" -> new Completed(present(stageAt));
            case "failed" -> new Failed(present(reason), present(dueAt));
            case "blocked" -> new Blocked(present(reason), present(nextAction), present(stageAt));
            case "returned" -> new Returned(present(reason), present(stageAt));
            default -> throw new IllegalStateException("No payout is " + stage);
        };
    }

    private static <T> T present(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
