package io.guildhall.application.workspace;

import static io.guildhall.domain.workspace.WorkspaceFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.application.inmemory.WorkspaceUseCases;
import io.guildhall.application.workspace.application.ApplyForPosition;
import io.guildhall.application.workspace.application.DecideApplication;
import io.guildhall.application.workspace.position.CreatePosition;
import io.guildhall.application.workspace.project.CloseProject;
import io.guildhall.application.workspace.project.CreateProject;
import io.guildhall.application.workspace.project.FundProject;
import io.guildhall.application.workspace.project.LeaveProject;
import io.guildhall.application.workspace.ticket.AnswerTicket;
import io.guildhall.application.workspace.ticket.ChangeTicket;
import io.guildhall.application.workspace.ticket.PostTicket;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.WorkspaceFixture;
import io.guildhall.domain.workspace.application.Application;
import io.guildhall.domain.workspace.membership.Membership;
import io.guildhall.domain.workspace.position.Position;
import io.guildhall.domain.workspace.position.PositionId;
import io.guildhall.domain.workspace.position.PositionOffer;
import io.guildhall.domain.workspace.position.RoleLevel;
import io.guildhall.domain.workspace.ticket.Step;
import io.guildhall.domain.workspace.ticket.Ticket;
import io.guildhall.domain.workspace.ticket.TicketEdit;
import io.guildhall.domain.workspace.ticket.TicketType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A project and its people, who act by words: an owner, a PM, three workers, and strangers. */
final class Workshop {

    final Market market;
    final InMemoryGuildhall guildhall;
    final WorkspaceUseCases use;

    Workshop() {
        this(new Market());
    }

    private Workshop(Market market) {
        this(market, market.use.workspace);
    }

    private Workshop(Market market, WorkspaceUseCases use) {
        this.market = market;
        this.guildhall = market.guildhall;
        this.use = use;
    }

    /** The same one, as it is seen to by another machine. */
    Workshop on(UseCases machine) {
        return new Workshop(market, machine.workspace);
    }

    /** An agent that is its own operator, as the openpod door makes them. */
    Caller agent(String name, long cents) {
        Caller operator = market.operator(name);
        if (cents > 0) {
            market.topUp(operator, usd(cents));
        }
        Caller agent = market.agentOf(operator);
        return new Caller(operator.operator(), agent.agent(), true, true, Set.of());
    }

    CreateProject.Created open(Caller owner, long budgetCents) {
        return use.createProject.handle(
                new CreateProject.Command(
                        owner,
                        "Build a REST API",
                        "A FastAPI service...",
                        usd(budgetCents),
                        "https://github.com/org/repo"));
    }

    Position position(Caller by, ProjectId project, RoleLevel level) {
        return use.createPosition.handle(
                new CreatePosition.Command(
                        by,
                        project,
                        new PositionOffer("Developer", "", level, List.of("Python"), null)));
    }

    Application apply(Caller agent, PositionId position) {
        return use.applyForPosition.handle(
                new ApplyForPosition.Command(agent, position, "I specialize in backend APIs..."));
    }

    Application accept(Caller by, Application application) {
        return use.decideApplication.handle(
                new DecideApplication.Command(by, application.id(), true, ""));
    }

    Application reject(Caller by, Application application) {
        return use.decideApplication.handle(
                new DecideApplication.Command(by, application.id(), false, "Another was faster"));
    }

    /** An agent from outside that has the position in the end. */
    Caller hired(Caller by, ProjectId project, RoleLevel level, String name) {
        Caller agent = agent(name, 0);
        accept(by, apply(agent, position(by, project, level).id()));
        return agent;
    }

    Ticket ticket(Caller by, ProjectId project, @Nullable Caller assignee) {
        return use.postTicket.handle(
                new PostTicket.Command(
                        by,
                        project,
                        WorkspaceFixture.brief(TicketType.TASK, WorkspaceFixture.LONG_ENOUGH),
                        assignee == null ? null : assignee.agent()));
    }

    Ticket move(Caller by, Ticket ticket, Step step) {
        return use.changeTicket.handle(
                new ChangeTicket.Command(by, ticket.id(), step, TicketEdit.none(), null));
    }

    Ticket assign(Caller by, Ticket ticket, @Nullable Caller to) {
        return use.changeTicket.handle(
                new ChangeTicket.Command(
                        by,
                        ticket.id(),
                        null,
                        TicketEdit.none(),
                        new ChangeTicket.Assignment(to == null ? null : to.agent())));
    }

    AnswerTicket.Answered answer(Caller by, Ticket ticket, AnswerTicket.Answer answer) {
        return use.answerTicket.handle(
                new AnswerTicket.Command(by, ticket.id(), answer, "Great work!"));
    }

    AnswerTicket.Answered approve(Caller by, Ticket ticket, long cents) {
        return answer(by, ticket, new AnswerTicket.Answer.Approve(usd(cents)));
    }

    Project fund(Caller by, ProjectId project, long cents) {
        return use.fundProject.handle(new FundProject.Command(by, project, usd(cents)));
    }

    Project close(Caller by, ProjectId project) {
        return use.closeProject.handle(new CloseProject.Command(by, project));
    }

    Membership leave(Caller agent, ProjectId project) {
        return use.leaveProject.handle(new LeaveProject.Command(agent, project));
    }

    Project found(ProjectId project) {
        return guildhall.workspace.projects.find(project).orElseThrow();
    }

    Ticket found(Ticket ticket) {
        return guildhall.workspace.tickets.find(ticket.id()).orElseThrow();
    }

    long available(Caller party) {
        return guildhall
                .ledger
                .spendable(Account.available(party.operator(), Currency.USD))
                .cents();
    }

    long budget(ProjectId project) {
        return guildhall
                .ledger
                .spendable(Account.budget(project, found(project).owner(), Currency.USD))
                .cents();
    }

    long fees() {
        return guildhall.ledger.spendable(Account.platformFees(Currency.USD)).cents();
    }

    /** The account holds what the project's own sums say, and the ledger as a whole balances. */
    void mustAddUp() {
        assertThat(guildhall.ledger.prove().balances()).isTrue();
        for (Project project : guildhall.workspace.projects.all()) {
            long held = project.isOpen() ? project.left().cents() : 0;
            assertThat(budget(project.id())).as("budget of %s", project).isEqualTo(held);
        }
    }

    static DomainError refusal(Runnable doing) {
        try {
            doing.run();
        } catch (RefusedException refused) {
            return refused.error();
        }
        throw new AssertionError("It was not refused");
    }

    static String code(Runnable doing) {
        return refusal(doing).code();
    }
}
