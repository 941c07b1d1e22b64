package io.guildhall.application.contract;

import static io.guildhall.domain.workspace.WorkspaceFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.money.FeeTerms;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.PayoutSource.ApprovedTicket;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.Slice;
import io.guildhall.domain.submission.Deliverable;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.comment.Comment;
import io.guildhall.domain.workspace.comment.CommentId;
import io.guildhall.domain.workspace.ticket.Author;
import io.guildhall.domain.workspace.ticket.Priority;
import io.guildhall.domain.workspace.ticket.Step;
import io.guildhall.domain.workspace.ticket.Ticket;
import io.guildhall.domain.workspace.ticket.TicketEdit;
import io.guildhall.domain.workspace.ticket.TicketFilter;
import io.guildhall.domain.workspace.ticket.TicketType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That every implementation of Tickets and Comments keeps its promises. */
public abstract class TicketsContract extends WorkspacePortContract {

    @Test
    public void ticketIsFoundInEachOfItsStates() {
        Operator owner = operator();
        Project project = project(owner, 0);
        Agent agent = agentOf(operator());
        Ticket todo = ticket(project, Priority.HIGH, agent);
        assertThat(found(todo)).isEqualTo(todo);
        assertThat(found(ticket(project, Priority.LOW, null)).assignee()).isNull();

        Ticket handedIn =
                saved(
                        todo.edit(
                                new TicketEdit(
                                        "Another description that is long enough to be one",
                                        List.of(
                                                new Deliverable(
                                                        "pull_request",
                                                        "https://github.com/org/repo/pull/42",
                                                        "Auth \uD83D\uDC1D PR",
                                                        "ab".repeat(32))),
                                        "feature/auth"),
                                clock.instant()));
        assertThat(found(todo)).isEqualTo(handedIn);
        Ticket review = saved(handedIn.move(Step.IN_REVIEW, owner.id(), clock.instant()));
        assertThat(found(todo)).isEqualTo(review);
        Ticket done = saved(review.move(Step.DONE, owner.id(), clock.instant()));
        assertThat(found(todo)).isEqualTo(done);
        Ticket revised = saved(done.revise(owner.id(), owner.id(), clock.instant()));
        assertThat(found(todo)).isEqualTo(revised);
        Ticket reviewed = saved(revised.move(Step.IN_REVIEW, owner.id(), clock.instant()));
        assertThat(found(todo)).isEqualTo(reviewed);
        Ticket again = saved(reviewed.move(Step.DONE, owner.id(), clock.instant()));
        Ticket approved = saved(again.approve(usd(5_000), owner.id(), owner.id(), clock.instant()));
        assertThat(found(todo)).isEqualTo(approved);
        assertLosesRace(() -> workspace().tickets().save(again));

        Ticket other = ticket(project, Priority.LOW, agent);
        Ticket rejected =
                saved(
                        saved(other.move(Step.DONE, owner.id(), clock.instant()))
                                .reject(owner.id(), owner.id(), clock.instant()));
        assertThat(found(other)).isEqualTo(rejected);
        Ticket free = ticket(project, Priority.LOW, null);
        Ticket unasked = saved(free.move(Step.DONE, owner.id(), clock.instant()));
        assertThat(found(free)).isEqualTo(unasked);
        Ticket dropped = ticket(project, Priority.LOW, agent);
        Ticket cancelled = saved(dropped.cancel(clock.instant()));
        assertThat(found(dropped)).isEqualTo(cancelled);
        Ticket begun = ticket(project, Priority.LOW, agent);
        Ticket begun2 = saved(begun.move(Step.IN_PROGRESS, owner.id(), clock.instant()));
        assertThat(found(begun)).isEqualTo(begun2);
    }

    @Test
    public void unfinishedAndWaitingAreCountedApart() {
        Operator owner = operator();
        Project project = project(owner, 0);
        Agent agent = agentOf(operator());
        Ticket low = ticket(project, Priority.LOW, agent);
        Ticket urgent = ticket(project, Priority.URGENT, agent);
        Ticket high = ticket(project, Priority.HIGH, agent);
        ticket(project, Priority.URGENT, null);
        Ticket done = done(ticket(project, Priority.URGENT, agent), owner);

        assertThat(unit(() -> workspace().tickets().countUnfinishedIn(project.id()))).isEqualTo(4);
        assertThat(unit(() -> workspace().tickets().countAwaitingApprovalIn(project.id())))
                .isEqualTo(1);
        assertThat(unit(() -> workspace().tickets().unfinishedIn(project.id())))
                .extracting(Ticket::number)
                .containsExactly(1, 2, 3, 4);
        assertThat(unit(() -> workspace().tickets().unfinishedOf(agent.id(), 10)))
                .containsExactly(urgent, high, low);
        assertThat(unit(() -> workspace().tickets().unfinishedOf(agent.id(), 2)))
                .containsExactly(urgent, high);
        assertThat(toApprove(project, owner, 10)).containsExactly(done);
    }

    @Test
    public void workOfWhoIsToAnswerTakesNoPlaceFromOthers() {
        Operator owner = operator();
        Project project = project(owner, 0);
        Operator manager = operator();
        Agent sibling = agentOf(manager);
        for (int ticket = 0; ticket < 2; ticket++) {
            done(ticket(project, Priority.URGENT, sibling), owner);
        }
        Ticket first = done(ticket(project, Priority.LOW, agentOf(operator())), owner);
        Ticket second = done(ticket(project, Priority.LOW, agentOf(operator())), owner);

        assertThat(toApprove(project, manager, 1)).containsExactly(first);
        assertThat(toApprove(project, manager, 10)).containsExactly(first, second);
        assertThat(toApprove(project, owner, 10)).hasSize(4);
    }

    @Test
    public void listIsNarrowedByEverythingThatIsAskedFor() {
        Operator owner = operator();
        Project project = project(owner, 0);
        Agent agent = agentOf(operator());
        Ticket free = ticket(project, Priority.LOW, null);
        Ticket own = ticket(project, Priority.HIGH, agent);
        Ticket elsewhere = ticket(project(owner, 0), Priority.HIGH, agent);

        assertThat(listed(TicketFilter.of(project.id()))).containsExactly(own, free);
        assertThat(listed(TicketFilter.assignedTo(agent.id()))).containsExactly(elsewhere, own);
        assertThat(listed(new TicketFilter(project.id(), null, null, Priority.LOW, null)))
                .containsExactly(free);
        assertThat(listed(new TicketFilter(project.id(), null, Step.DONE, null, null))).isEmpty();
        assertThat(
                        listed(
                                new TicketFilter(
                                        project.id(),
                                        agent.id(),
                                        Step.TODO,
                                        Priority.HIGH,
                                        TicketType.STORY)))
                .containsExactly(own);
    }

    @Test
    public void reminderIsDueOnceItsTimeHasCome() {
        Operator owner = operator();
        Project project = project(owner, 0);
        // Long before anything that other tests leave behind is due.
        Instant then = Instant.parse("2001-01-01T00:00:00Z");
        Ticket done =
                saved(
                        ticket(project, Priority.LOW, agentOf(operator()))
                                .move(Step.DONE, owner.id(), then));
        Instant due = then.plus(Ticket.REMINDER_EVERY);

        assertThat(unit(() -> workspace().tickets().takeDue(due.minusMillis(1), 1_000)))
                .doesNotContain(done);
        assertThat(unit(() -> workspace().tickets().takeDue(due, 1_000))).contains(done);
        saved(done.remind(due.plusSeconds(1)));
        assertThat(unit(() -> workspace().tickets().takeDue(due, 1_000))).doesNotContain(done);
        saved(found(done).reject(owner.id(), owner.id(), clock.instant()));
    }

    @Test
    public void commentsAreReadInTheOrderOfTheirWriting() {
        Operator owner = operator();
        Ticket ticket = ticket(project(owner, 0), Priority.LOW, null);
        Agent agent = agentOf(owner);
        List<Comment> written = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            Comment comment =
                    Comment.write(
                                    new CommentId(ids.next()),
                                    ticket.id(),
                                    new Author(owner.id(), number == 2 ? null : agent.id()),
                                    "Comment " + number,
                                    clock.instant())
                            .orThrow()
                            .state();
            unit(() -> workspace().comments().add(comment));
            written.add(comment);
        }

        assertThat(unit(() -> workspace().comments().latestOf(ticket.id(), 10))).isEqualTo(written);
        assertThat(unit(() -> workspace().comments().latestOf(ticket.id(), 2)))
                .isEqualTo(written.subList(1, 3));
    }

    @Test
    public void ticketIsPaidOnce() {
        Operator owner = operator();
        Project project = project(owner, 0);
        Agent agent = agentOf(operator());
        Ticket ticket = ticket(project, Priority.LOW, agent);
        Payout paid = payout(ticket, agent);
        unit(() -> ports().payouts().add(paid));

        assertThat(unit(() -> ports().payouts().find(paid.id()))).contains(paid);
        assertThat(unit(() -> ports().payouts().of(keyOf(agent), PageRequest.first(10))).items())
                .containsExactly(paid);
        assertLosesRace(() -> ports().payouts().add(payout(ticket, agent)));
    }

    private Payout payout(Ticket ticket, Agent agent) {
        return Payout.forTicket(
                        new PayoutId(ids.next()),
                        new ApprovedTicket(ticket.id(), ticket.project(), agent.id()),
                        agent.operator(),
                        usd(5_000),
                        FeeTerms.STANDARD,
                        clock.instant())
                .settleInside(clock.instant())
                .orThrow()
                .state();
    }

    private Ticket done(Ticket ticket, Operator owner) {
        return saved(ticket.move(Step.DONE, owner.id(), clock.instant()));
    }

    private List<Ticket> toApprove(Project project, Operator by, int limit) {
        return unit(() ->
                workspace().tickets().awaitingApprovalIn(Set.of(project.id()), by.id(), limit));
    }

    private List<Ticket> listed(TicketFilter filter) {
        return unit(() -> workspace().tickets().list(filter, Slice.first(10))).items();
    }

    private Ticket found(Ticket ticket) {
        return unit(() -> workspace().tickets().find(ticket.id()).orElseThrow());
    }
}
