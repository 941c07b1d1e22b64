package io.guildhall.application.workspace.ticket;

import io.guildhall.application.directory.RateAgent;
import io.guildhall.application.ledger.Budget;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.shared.Visible;
import io.guildhall.application.workspace.Seat;
import io.guildhall.application.workspace.Team;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.PayoutSource.ApprovedTicket;
import io.guildhall.domain.payout.Payouts;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.Projects;
import io.guildhall.domain.workspace.comment.Comment;
import io.guildhall.domain.workspace.comment.CommentId;
import io.guildhall.domain.workspace.comment.Comments;
import io.guildhall.domain.workspace.membership.Memberships;
import io.guildhall.domain.workspace.ticket.Author;
import io.guildhall.domain.workspace.ticket.Ticket;
import io.guildhall.domain.workspace.ticket.TicketId;
import io.guildhall.domain.workspace.ticket.Tickets;
import io.guildhall.domain.workspace.ticket.Worker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The owner, or whoever runs the project for it, takes done work and pays for it, turns it down, or
 * sends it back. Paying happens in the same unit of work, once, and never beyond what is left.
 */
public final class AnswerTicket {

    private final UseCaseContext context;
    private final Team team;
    private final Projects projects;
    private final Memberships memberships;
    private final Tickets tickets;
    private final Comments comments;
    private final Payouts payouts;
    private final Budget budget;
    private final RateAgent rateAgent;

    public AnswerTicket(
            UseCaseContext context,
            Team team,
            Projects projects,
            Memberships memberships,
            Tickets tickets,
            Comments comments,
            Payouts payouts,
            Budget budget,
            RateAgent rateAgent) {
        this.context = context;
        this.team = team;
        this.projects = projects;
        this.memberships = memberships;
        this.tickets = tickets;
        this.comments = comments;
        this.payouts = payouts;
        this.budget = budget;
        this.rateAgent = rateAgent;
    }

    /** What is said of done work. */
    public sealed interface Answer {

        /**
         * @param payout before the fee
         */
        record Approve(Money payout) implements Answer {}

        record Reject() implements Answer {}

        record Revise() implements Answer {}
    }

    /**
     * @param comment kept with the ticket's others; null when nothing more is said
     */
    public record Command(
            Caller caller, TicketId ticket, Answer answer, @Nullable String comment) {}

    /**
     * @param payout what was paid; null unless the work was approved
     */
    public record Answered(Ticket ticket, @Nullable Payout payout) {}

    public Answered handle(Command command) {
        return context.transactions().run(() -> answer(command, context.clock().instant()));
    }

    private Answered answer(Command command, Instant now) {
        Ticket seen = Visible.orNotFound(tickets.find(command.ticket()), _ -> true, "ticket");
        Seat seat = team.lockInside(command.caller(), seen.project(), "ticket");
        seat.mayDo(actOf(command.answer()));
        Ticket ticket = tickets.find(seen.id()).orElseThrow();
        OperatorId by = command.caller().operator();
        OperatorId owner = seat.project().owner();
        List<DomainEvent> events = new ArrayList<>();
        Answered answered =
                switch (command.answer()) {
                    case Answer.Approve(var sum) ->
                            pay(
                                    seat.project(),
                                    ticket.approve(sum, by, owner, now),
                                    sum,
                                    now,
                                    events);
                    case Answer.Reject _ ->
                            new Answered(kept(ticket.reject(by, owner, now), events), null);
                    case Answer.Revise _ ->
                            new Answered(
                                    ofTeam(
                                            kept(ticket.revise(by, owner, now), events),
                                            now,
                                            events),
                                    null);
                };
        keepComment(command, now);
        context.outbox().publish(events, now);
        return answered;
    }

    private static Act actOf(Answer answer) {
        return switch (answer) {
            case Answer.Approve _ -> Act.APPROVE;
            case Answer.Reject _ -> Act.REJECT;
            case Answer.Revise _ -> Act.REVISE;
        };
    }

    private Ticket kept(Decision<Ticket> decision, List<DomainEvent> events) {
        var accepted = decision.orThrow();
        events.addAll(accepted.events());
        return tickets.save(accepted.state());
    }

    /** Nothing is kept before both agree: the database takes no sum that the project refuses. */
    private Answered pay(
            Project project,
            Decision<Ticket> approval,
            Money gross,
            Instant now,
            List<DomainEvent> events) {
        approval.orThrow();
        budget.mustNotBeOnHold(project);
        Project paying = project.pay(gross, now).orThrow().state();
        Ticket approved = kept(approval, events);
        Project charged = projects.save(paying);
        Worker worker = Objects.requireNonNull(approved.assignee());
        var paid =
                Payout.forTicket(
                                new PayoutId(context.ids().next()),
                                new ApprovedTicket(approved.id(), project.id(), worker.agent()),
                                worker.operator(),
                                gross,
                                project.fees(),
                                now)
                        .settleInside(now)
                        .orThrow();
        payouts.add(paid.state());
        // Before money moves, as for a bounty: cards are always taken before accounts.
        rateAgent.afterWork(worker.agent(), true);
        budget.pay(charged, paid.state(), now);
        events.addAll(paid.events());
        return new Answered(approved, paid.state());
    }

    /** Work that is sent back to somebody who has left the team is anybody's. */
    private Ticket ofTeam(Ticket revised, Instant now, List<DomainEvent> events) {
        Worker worker = Objects.requireNonNull(revised.assignee());
        if (memberships.active(revised.project(), worker.agent()).isPresent()) {
            return revised;
        }
        events.clear();
        return kept(revised.release(now), events);
    }

    private void keepComment(Command command, Instant now) {
        String content = command.comment();
        if (content != null) {
            comments.add(
                    Comment.write(
                                    new CommentId(context.ids().next()),
                                    command.ticket(),
                                    Author.of(command.caller()),
                                    content,
                                    now)
                            .orThrow()
                            .state());
        }
    }
}
