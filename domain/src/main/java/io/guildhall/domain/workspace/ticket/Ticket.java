package io.guildhall.domain.workspace.ticket;

import static io.guildhall.domain.shared.Decision.accept;
import static io.guildhall.domain.shared.Decision.refuse;

import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.submission.Deliverable;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.ticket.Approval.Approved;
import io.guildhall.domain.workspace.ticket.Approval.NotNeeded;
import io.guildhall.domain.workspace.ticket.Approval.Pending;
import io.guildhall.domain.workspace.ticket.Approval.Rejected;
import io.guildhall.domain.workspace.ticket.TicketError.ApprovalNotPending;
import io.guildhall.domain.workspace.ticket.TicketError.OwnWork;
import io.guildhall.domain.workspace.ticket.TicketError.ReminderNotDue;
import io.guildhall.domain.workspace.ticket.TicketError.TicketNotInState;
import io.guildhall.domain.workspace.ticket.TicketEvent.ApprovalOverdue;
import io.guildhall.domain.workspace.ticket.TicketEvent.DeliverableApproved;
import io.guildhall.domain.workspace.ticket.TicketEvent.DeliverableRejected;
import io.guildhall.domain.workspace.ticket.TicketEvent.TicketAssigned;
import io.guildhall.domain.workspace.ticket.TicketEvent.TicketPosted;
import io.guildhall.domain.workspace.ticket.TicketEvent.TicketUpdated;
import io.guildhall.domain.workspace.ticket.TicketStatus.Cancelled;
import io.guildhall.domain.workspace.ticket.TicketStatus.Done;
import io.guildhall.domain.workspace.ticket.TicketStatus.InProgress;
import io.guildhall.domain.workspace.ticket.TicketStatus.InReview;
import io.guildhall.domain.workspace.ticket.TicketStatus.Todo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work in a project. No sum is promised for it beforehand: what done work is worth is
 * said when it is approved, and paid in the same moment.
 *
 * @param number counts the project's tickets from 1 on
 * @param branchName where the work lies in the project's repository, or null
 */
public record Ticket(
        TicketId id,
        ProjectId project,
        int number,
        Author author,
        TicketBrief brief,
        @Nullable Worker assignee,
        List<Deliverable> deliverables,
        @Nullable String branchName,
        TicketStatus status,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** So many that are not finished one project can have. */
    public static final int UNFINISHED_MAX = 1_000;

    /** Those who are to approve are reminded as often as this. */
    public static final Duration REMINDER_EVERY = Duration.ofDays(7);

    public Ticket {
        deliverables = List.copyOf(deliverables);
    }

    public static Decision<Ticket> post(
            TicketId id,
            ProjectId project,
            int number,
            Author author,
            TicketBrief brief,
            @Nullable Worker assignee,
            Instant now) {
        var problems = brief.problems();
        if (!problems.isEmpty()) {
            return refuse(new Invalid(problems));
        }
        Ticket ticket =
                new Ticket(
                        id,
                        project,
                        number,
                        author,
                        brief,
                        assignee,
                        List.of(),
                        null,
                        new Todo(),
                        now,
                        now,
                        0);
        var posted = new TicketPosted(ticket.facts());
        return assignee == null
                ? accept(ticket, posted)
                : accept(ticket, posted, new TicketAssigned(ticket.facts()));
    }

    /**
     * Whoever it is given to begins anew; also what was rejected can be given to somebody.
     *
     * @param next null gives it to nobody
     */
    public Decision<Ticket> assign(@Nullable Worker next, Instant now) {
        return switch (status) {
            case Todo _, InProgress _, InReview _ ->
                    Objects.equals(next, assignee) ? accept(this) : assigned(next, now);
            case Done(Rejected _, var _) when next != null -> assigned(next, now);
            case Done _, Cancelled _ -> refuse(new TicketNotInState(id, "assigned", status));
        };
    }

    /**
     * Moves it along, or back before it is done. Whoever says that it is done passes the steps in
     * between.
     *
     * @param owner the project's, who owes its own agents nothing
     */
    public Decision<Ticket> move(Step to, OperatorId owner, Instant now) {
        if (to == status.step()) {
            return accept(this);
        }
        return switch (status) {
            case Todo _ -> moved(to, false, owner, now);
            case InProgress(var revising) -> moved(to, revising, owner, now);
            case InReview(var revising) -> moved(to, revising, owner, now);
            case Done _, Cancelled _ -> refuse(new TicketNotInState(id, "moved", status));
        };
    }

    /** What was handed in stands as it is until it is answered. */
    public Decision<Ticket> edit(TicketEdit edit, Instant now) {
        Ticket changed = edited(edit, now);
        if (isTheSameAs(changed)) {
            return accept(this);
        }
        return switch (status) {
            case Todo _, InProgress _, InReview _ -> {
                Invalid.Check check = new Invalid.Check().add(edit.problems());
                if (edit.description() != null) {
                    check.add(changed.brief.problems());
                }
                yield check.problems().isEmpty()
                        ? accept(changed, new TicketUpdated(changed.facts()))
                        : refuse(new Invalid(check.problems()));
            }
            case Done _, Cancelled _ -> refuse(new TicketNotInState(id, "changed", status));
        };
    }

    public Decision<Ticket> cancel(Instant now) {
        return switch (status) {
            case Todo _, InProgress _, InReview _ -> updated(with(new Cancelled(now), now));
            case Cancelled _ -> accept(this);
            case Done _ -> refuse(new TicketNotInState(id, "cancelled", status));
        };
    }

    /** Its worker has left the team, so that nobody has it. */
    public Decision<Ticket> release(Instant now) {
        return switch (status) {
            case Todo _, InProgress _, InReview _ -> assigned(null, now);
            case Done _, Cancelled _ -> refuse(new TicketNotInState(id, "released", status));
        };
    }

    /**
     * Takes the work, for the sum that is paid for it.
     *
     * @param by who says so; never the work's own operator
     * @param owner the project's, out of whose budget it is paid: paying its own agent would only
     *     cost the owner the fee
     */
    public Decision<Ticket> approve(Money payout, OperatorId by, OperatorId owner, Instant now) {
        return answered(
                by,
                owner,
                worker -> {
                    Ticket approved = with(new Done(new Approved(payout, now), now), now);
                    return accept(
                            approved,
                            new DeliverableApproved(approved.facts(), worker.operator(), payout));
                });
    }

    public Decision<Ticket> reject(OperatorId by, OperatorId owner, Instant now) {
        return answered(
                by,
                owner,
                worker -> {
                    Ticket rejected = with(new Done(new Rejected(now), now), now);
                    return accept(
                            rejected, new DeliverableRejected(rejected.facts(), worker.operator()));
                });
    }

    /** The same worker goes on with it. */
    public Decision<Ticket> revise(OperatorId by, OperatorId owner, Instant now) {
        return answered(by, owner, _ -> updated(with(new InProgress(true), now)));
    }

    /** Those who are to approve are told again; nothing is decided by their silence. */
    public Decision<Ticket> remind(Instant now) {
        return switch (status) {
            case Done(Pending(var since, var remindAt), var at) when !now.isBefore(remindAt) ->
                    accept(
                            with(
                                    new Done(new Pending(since, now.plus(REMINDER_EVERY)), at),
                                    updatedAt),
                            new ApprovalOverdue(facts(), since));
            case Done(Pending _, var _) -> refuse(new ReminderNotDue(id, status));
            case Todo _, InProgress _, InReview _, Done _, Cancelled _ ->
                    refuse(new ApprovalNotPending(id, status));
        };
    }

    /** When somebody is to be reminded of it; null when nobody is. */
    public @Nullable Instant remindAt() {
        return status instanceof Done(Pending(var _, var remindAt), var _) ? remindAt : null;
    }

    public boolean isAssignedTo(Caller caller) {
        return assignee != null && assignee.is(caller);
    }

    /** Whether somebody waits for the answer to it. */
    public boolean awaitsApproval() {
        return status instanceof Done(Pending _, var _);
    }

    /** What was paid for it; null when nothing was. */
    public @Nullable Money payout() {
        return status instanceof Done(Approved(var payout, var _), var _) ? payout : null;
    }

    /** The same as it is kept, with the version it is kept as. */
    public Ticket atVersion(long kept) {
        return new Ticket(
                id,
                project,
                number,
                author,
                brief,
                assignee,
                deliverables,
                branchName,
                status,
                createdAt,
                updatedAt,
                kept);
    }

    private Decision<Ticket> moved(Step to, boolean revising, OperatorId owner, Instant now) {
        return switch (to) {
            case TODO -> updated(with(new Todo(), now));
            case IN_PROGRESS -> updated(with(new InProgress(revising), now));
            case IN_REVIEW -> updated(with(new InReview(revising), now));
            case DONE -> updated(with(new Done(asked(owner, now), now), now));
            case CANCELLED -> cancel(now);
        };
    }

    private Approval asked(OperatorId owner, Instant now) {
        return assignee == null || assignee.operator().equals(owner)
                ? new NotNeeded()
                : new Pending(now, now.plus(REMINDER_EVERY));
    }

    private Decision<Ticket> answered(
            OperatorId by, OperatorId owner, Function<Worker, Decision<Ticket>> answer) {
        Worker worker = assignee;
        if (worker != null && (worker.operator().equals(by) || worker.operator().equals(owner))) {
            return refuse(new OwnWork(id));
        }
        return switch (status) {
            case Done(Pending _, var _) when worker != null -> answer.apply(worker);
            case Todo _, InProgress _, InReview _, Done _, Cancelled _ ->
                    refuse(new ApprovalNotPending(id, status));
        };
    }

    private Decision<Ticket> assigned(@Nullable Worker next, Instant now) {
        Ticket changed =
                new Ticket(
                        id,
                        project,
                        number,
                        author,
                        brief,
                        next,
                        deliverables,
                        branchName,
                        new Todo(),
                        createdAt,
                        now,
                        version);
        return accept(
                changed,
                next == null
                        ? new TicketUpdated(changed.facts())
                        : new TicketAssigned(changed.facts()));
    }

    private static Decision<Ticket> updated(Ticket changed) {
        return accept(changed, new TicketUpdated(changed.facts()));
    }

    private TicketFacts facts() {
        return new TicketFacts(
                id,
                project,
                number,
                brief.title(),
                brief.priority(),
                assignee == null ? null : assignee.agent(),
                status.step(),
                status.approvalWord());
    }

    private boolean isTheSameAs(Ticket other) {
        return brief.equals(other.brief)
                && deliverables.equals(other.deliverables)
                && Objects.equals(branchName, other.branchName);
    }

    private Ticket edited(TicketEdit edit, Instant now) {
        String description = edit.description();
        List<Deliverable> handedIn = edit.deliverables();
        return new Ticket(
                id,
                project,
                number,
                author,
                description == null ? brief : brief.withDescription(description),
                assignee,
                handedIn == null ? deliverables : handedIn,
                edit.branchName() == null ? branchName : edit.branchName(),
                status,
                createdAt,
                now,
                version);
    }

    private Ticket with(TicketStatus next, Instant now) {
        return new Ticket(
                id,
                project,
                number,
                author,
                brief,
                assignee,
                deliverables,
                branchName,
                next,
                createdAt,
                now,
                version);
    }
}
