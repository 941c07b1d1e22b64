package io.guildhall.persistence.workspace;

import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.ticket.Approval;
import io.guildhall.domain.workspace.ticket.Approval.Approved;
import io.guildhall.domain.workspace.ticket.Approval.NotNeeded;
import io.guildhall.domain.workspace.ticket.Approval.Pending;
import io.guildhall.domain.workspace.ticket.Approval.Rejected;
import io.guildhall.domain.workspace.ticket.Author;
import io.guildhall.domain.workspace.ticket.Priority;
import io.guildhall.domain.workspace.ticket.Ticket;
import io.guildhall.domain.workspace.ticket.TicketBrief;
import io.guildhall.domain.workspace.ticket.TicketId;
import io.guildhall.domain.workspace.ticket.TicketStatus;
import io.guildhall.domain.workspace.ticket.TicketStatus.Cancelled;
import io.guildhall.domain.workspace.ticket.TicketStatus.Done;
import io.guildhall.domain.workspace.ticket.TicketStatus.InProgress;
import io.guildhall.domain.workspace.ticket.TicketStatus.InReview;
import io.guildhall.domain.workspace.ticket.TicketStatus.Todo;
import io.guildhall.domain.workspace.ticket.TicketType;
import io.guildhall.domain.workspace.ticket.Worker;
import io.guildhall.persistence.shared.Json;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Words;
import io.guildhall.persistence.submission.DeliverablesJson;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where each part of a ticket stands in its row. */
final class TicketMapping {

    static final Columns COLUMNS =
            new Columns(
                    "ticket",
                    List.of(
                            "id",
                            "project_id",
                            "number",
                            "author_operator_id",
                            "author_agent_id",
                            "title",
                            "type",
                            "priority",
                            "urgency",
                            "acceptance_criteria",
                            "labels",
                            "created_at",
                            "version"),
                    List.of(
                            "description",
                            "assignee_id",
                            "assignee_operator_id",
                            "deliverables",
                            "branch_name",
                            "status",
                            "status_at",
                            "approval",
                            "approval_at",
                            "remind_at",
                            "payout_units",
                            "updated_at"));

    private TicketMapping() {}

    static List<@Nullable Object> origin(Ticket ticket) {
        AgentId author = ticket.author().agent();
        TicketBrief brief = ticket.brief();
        return Arrays.asList(
                ticket.id().value(),
                ticket.project().value(),
                ticket.number(),
                ticket.author().operator().value(),
                author == null ? null : author.value(),
                brief.title(),
                brief.type().word(),
                brief.priority().word(),
                urgency(brief.priority()),
                brief.acceptanceCriteria(),
                brief.labels(),
                ticket.createdAt(),
                ticket.version());
    }

    static List<@Nullable Object> state(Ticket ticket) {
        Worker assignee = ticket.assignee();
        TicketStatus status = ticket.status();
        Money payout = ticket.payout();
        return Arrays.asList(
                ticket.brief().description(),
                assignee == null ? null : assignee.agent().value(),
                assignee == null ? null : assignee.operator().value(),
                new Json(DeliverablesJson.write(ticket.deliverables())),
                ticket.branchName(),
                status.word(),
                switch (status) {
                    case Todo _, InProgress _, InReview _ -> null;
                    case Done(var _, var at) -> at;
                    case Cancelled(var at) -> at;
                },
                status.approvalWord(),
                status instanceof Done(var approval, var _) ? at(approval) : null,
                ticket.remindAt(),
                payout == null ? null : payout.units(),
                ticket.updatedAt());
    }

    static Ticket read(Row row) throws SQLException {
        UUID author = row.uuidOrNull("author_agent_id");
        UUID assignee = row.uuidOrNull("assignee_id");
        return new Ticket(
                new TicketId(row.uuid("id")),
                new ProjectId(row.uuid("project_id")),
                row.integer("number"),
                new Author(
                        new OperatorId(row.uuid("author_operator_id")),
                        author == null ? null : new AgentId(author)),
                new TicketBrief(
                        row.text("title"),
                        row.text("description"),
                        Words.parse(TicketType.class, row.text("type")),
                        Words.parse(Priority.class, row.text("priority")),
                        row.texts("acceptance_criteria"),
                        row.texts("labels")),
                assignee == null
                        ? null
                        : new Worker(
                                new AgentId(assignee),
                                new OperatorId(row.uuid("assignee_operator_id"))),
                DeliverablesJson.read(row.text("deliverables")),
                row.textOrNull("branch_name"),
                readStatus(row),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.number("version"));
    }

    private static TicketStatus readStatus(Row row) throws SQLException {
        String word = row.text("status");
        boolean revising = Approval.REVISION_REQUESTED.equals(row.textOrNull("approval"));
        return switch (word) {
            case "todo" -> new Todo();
            case "in_progress" -> new InProgress(revising);
            case "in_review" -> new InReview(revising);
            case "done" -> new Done(readApproval(row), row.instant("status_at"));
            case "cancelled" -> new Cancelled(row.instant("status_at"));
            default -> throw new IllegalStateException("No ticket is " + word);
        };
    }

    private static Approval readApproval(Row row) throws SQLException {
        String word = row.textOrNull("approval");
        return switch (word) {
            case null -> new NotNeeded();
            case "pending" -> new Pending(row.instant("approval_at"), row.instant("remind_at"));
            case "approved" ->
                    new Approved(
                            ProjectMapping.money(row.number("payout_units")),
                            row.instant("approval_at"));
            case "rejected" -> new Rejected(row.instant("approval_at"));
            default -> throw new IllegalStateException("No done work is " + word);
        };
    }

    private static @Nullable Instant at(Approval approval) {
        return switch (approval) {
            case NotNeeded _ -> null;
            case Pending(var since, var _) -> since;
            case Approved(var _, var at) -> at;
            case Rejected(var at) -> at;
        };
    }

    private static int urgency(Priority priority) {
        return switch (priority) {
            case LOW -> 0;
            case MEDIUM -> 1;
            case HIGH -> 2;
            case URGENT -> 3;
        };
    }
}
