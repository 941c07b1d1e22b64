package io.guildhall.domain.workspace.ticket;

import static io.guildhall.domain.workspace.WorkspaceFixture.NOW;
import static io.guildhall.domain.workspace.WorkspaceFixture.OWNER;
import static io.guildhall.domain.workspace.WorkspaceFixture.WORKER;
import static io.guildhall.domain.workspace.WorkspaceFixture.at;
import static io.guildhall.domain.workspace.WorkspaceFixture.brief;
import static io.guildhall.domain.workspace.WorkspaceFixture.handedIn;
import static io.guildhall.domain.workspace.WorkspaceFixture.todo;
import static io.guildhall.domain.workspace.WorkspaceFixture.usd;

import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.states.ApprovedFile;
import io.guildhall.domain.states.StateMatrix;
import io.guildhall.domain.workspace.WorkspaceFixture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TicketStatesTest {

    private static final Worker ANOTHER =
            new Worker(WorkspaceFixture.FOUNDER, WorkspaceFixture.OWNER);
    private static final String UNFINISHED =
            "todo, todo unassigned, in_progress, in_review, REVISING";
    private static final String ANSWERED = "done_unasked, done_approved, done_rejected";

    private static final String EXPECTED =
            """
            post:
              nothing -> todo + TicketPosted, TicketAssigned
            post for nobody:
              nothing -> todo + TicketPosted
            post without a description:
              nothing !! invalid_field
            assign:
              UNFINISHED, done_rejected -> todo + TicketAssigned
              done_unasked, done_pending, done_approved, cancelled !! ticket_wrong_state
            assign to who has it:
              todo -> todo
              in_progress -> in_progress
              in_review -> in_review
              REVISING -> in_progress_revising
              todo unassigned, done_rejected -> todo + TicketAssigned
              done_unasked, done_pending, done_approved, cancelled !! ticket_wrong_state
            assign to nobody:
              todo, in_progress, in_review, REVISING -> todo + TicketUpdated
              todo unassigned -> todo
              ANSWERED, done_pending, cancelled !! ticket_wrong_state
            move to todo:
              todo, todo unassigned -> todo
              in_progress, in_review, REVISING -> todo + TicketUpdated
              ANSWERED, done_pending, cancelled !! ticket_wrong_state
            move to in_progress:
              todo, todo unassigned, in_review -> in_progress + TicketUpdated
              in_progress -> in_progress
              REVISING -> in_progress_revising
              ANSWERED, done_pending, cancelled !! ticket_wrong_state
            move to in_review:
              todo, todo unassigned, in_progress -> in_review + TicketUpdated
              in_review -> in_review
              REVISING -> in_review_revising + TicketUpdated
              ANSWERED, done_pending, cancelled !! ticket_wrong_state
            move to done:
              todo, in_progress, in_review, REVISING -> done_pending + TicketUpdated
              todo unassigned -> done_unasked + TicketUpdated
              done_unasked -> done_unasked
              done_approved -> done_approved
              done_rejected -> done_rejected
              done_pending -> done_pending
              cancelled !! ticket_wrong_state
            edit:
              todo, todo unassigned -> todo + TicketUpdated
              in_progress -> in_progress + TicketUpdated
              in_review -> in_review + TicketUpdated
              REVISING -> in_progress_revising + TicketUpdated
              ANSWERED, done_pending, cancelled !! ticket_wrong_state
            edit nothing:
              todo, todo unassigned -> todo
              in_progress -> in_progress
              in_review -> in_review
              REVISING -> in_progress_revising
              done_unasked -> done_unasked
              done_approved -> done_approved
              done_rejected -> done_rejected
              done_pending -> done_pending
              cancelled -> cancelled
            edit badly:
              UNFINISHED !! invalid_field
              ANSWERED, done_pending, cancelled !! ticket_wrong_state
            cancel:
              UNFINISHED -> cancelled + TicketUpdated
              cancelled -> cancelled
              ANSWERED, done_pending !! ticket_wrong_state
            release:
              UNFINISHED -> todo + TicketUpdated
              ANSWERED, done_pending, cancelled !! ticket_wrong_state
            approve:
              done_pending -> done_approved + DeliverableApproved
              UNFINISHED, ANSWERED, cancelled !! approval_not_pending
            approve as the worker's operator:
              todo, in_progress, in_review, REVISING, done_pending, done_approved, done_rejected, cancelled !! own_work
              todo unassigned, done_unasked !! approval_not_pending
            reject:
              done_pending -> done_rejected + DeliverableRejected
              UNFINISHED, ANSWERED, cancelled !! approval_not_pending
            revise:
              done_pending -> in_progress_revising + TicketUpdated
              UNFINISHED, ANSWERED, cancelled !! approval_not_pending
            remind:
              done_pending !! not_due_yet
              UNFINISHED, ANSWERED, cancelled !! approval_not_pending
            remind when due:
              done_pending -> done_pending + ApprovalOverdue
              UNFINISHED, ANSWERED, cancelled !! approval_not_pending
            """
                    .replace("UNFINISHED", UNFINISHED)
                    .replace("ANSWERED", ANSWERED)
                    .replace("REVISING", "in_progress_revising");

    private final StateMatrix<Ticket> matrix =
            new StateMatrix<>(Ticket.class, TicketStatesTest::state)
                    .state("todo", todo(WORKER))
                    .state("todo unassigned", todo(null))
                    .state("in_progress", at(WORKER, Step.IN_PROGRESS))
                    .state("in_review", at(WORKER, Step.IN_REVIEW))
                    .state(
                            "in_progress_revising",
                            handedIn().revise(OWNER, OWNER, NOW).orThrow().state())
                    .state("done_unasked", at(null, Step.DONE))
                    .state("done_pending", handedIn())
                    .state(
                            "done_approved",
                            handedIn().approve(usd(5_000), OWNER, OWNER, NOW).orThrow().state())
                    .state("done_rejected", handedIn().reject(OWNER, OWNER, NOW).orThrow().state())
                    .state("cancelled", todo(WORKER).cancel(NOW).orThrow().state())
                    .creation("post", () -> Decision.accept(todo(WORKER), events(WORKER)))
                    .creation("post for nobody", () -> Decision.accept(todo(null), events(null)))
                    .creation(
                            "post without a description",
                            () -> post(brief(TicketType.BUG, "short"), null))
                    .command("assign", ticket -> ticket.assign(ANOTHER, NOW))
                    .command("assign to who has it", ticket -> ticket.assign(WORKER, NOW))
                    .command("assign to nobody", ticket -> ticket.assign(null, NOW))
                    .command("move to todo", ticket -> ticket.move(Step.TODO, OWNER, NOW))
                    .command(
                            "move to in_progress",
                            ticket -> ticket.move(Step.IN_PROGRESS, OWNER, NOW))
                    .command("move to in_review", ticket -> ticket.move(Step.IN_REVIEW, OWNER, NOW))
                    .command("move to done", ticket -> ticket.move(Step.DONE, OWNER, NOW))
                    .command(
                            "edit",
                            ticket -> ticket.edit(new TicketEdit(null, null, "feature/auth"), NOW))
                    .command("edit nothing", ticket -> ticket.edit(TicketEdit.none(), NOW))
                    .command(
                            "edit badly",
                            ticket -> ticket.edit(new TicketEdit("short", null, null), NOW))
                    .command("cancel", ticket -> ticket.cancel(NOW))
                    .command("release", ticket -> ticket.release(NOW))
                    .command("approve", ticket -> ticket.approve(usd(5_000), OWNER, OWNER, NOW))
                    .command(
                            "approve as the worker's operator",
                            ticket ->
                                    ticket.approve(
                                            usd(5_000), WorkspaceFixture.OPERATOR, OWNER, NOW))
                    .command("reject", ticket -> ticket.reject(OWNER, OWNER, NOW))
                    .command("revise", ticket -> ticket.revise(OWNER, OWNER, NOW))
                    .command("remind", ticket -> ticket.remind(NOW))
                    .command(
                            "remind when due",
                            ticket -> ticket.remind(NOW.plus(Ticket.REMINDER_EVERY)));

    @Test
    void everyStateAnswersEveryCommandAsWritten() {
        matrix.assertHoldsEvery(TicketStatesTest::parts, TicketStatus.class, Approval.class);
        matrix.assertAnswers(EXPECTED);
    }

    @Test
    void diagramShowsWhatTheCodeDoes() {
        ApprovedFile.assertApproved(
                "docs/state-machines/ticket.md",
                matrix.page("The life of a ticket", "TicketStatesTest"));
    }

    private static Decision<Ticket> post(TicketBrief brief, @Nullable Worker assignee) {
        return Ticket.post(
                WorkspaceFixture.TICKET,
                WorkspaceFixture.PROJECT,
                1,
                new Author(OWNER, null),
                brief,
                assignee,
                NOW);
    }

    private static DomainEvent[] events(@Nullable Worker assignee) {
        return post(brief(TicketType.TASK, WorkspaceFixture.LONG_ENOUGH), assignee)
                .orThrow()
                .events()
                .toArray(DomainEvent[]::new);
    }

    private static Stream<?> parts(Ticket ticket) {
        return ticket.status() instanceof TicketStatus.Done(var approval, var _)
                ? Stream.of(ticket.status(), approval)
                : Stream.of(ticket.status());
    }

    private static String state(Ticket ticket) {
        return ticket.status().word()
                + switch (ticket.status()) {
                    case TicketStatus.Done(var approval, var _) ->
                            "_" + (approval.word() == null ? "unasked" : approval.word());
                    case TicketStatus.InProgress(var revising) -> revising ? "_revising" : "";
                    case TicketStatus.InReview(var revising) -> revising ? "_revising" : "";
                    case TicketStatus.Todo _, TicketStatus.Cancelled _ -> "";
                };
    }
}
