package io.guildhall.persistence.race;

import static io.guildhall.domain.workspace.WorkspaceFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.WorkspaceUseCases;
import io.guildhall.application.workspace.application.ApplyForPosition;
import io.guildhall.application.workspace.application.DecideApplication;
import io.guildhall.application.workspace.position.CreatePosition;
import io.guildhall.application.workspace.project.CloseProject;
import io.guildhall.application.workspace.project.CreateProject;
import io.guildhall.application.workspace.ticket.AnswerTicket;
import io.guildhall.application.workspace.ticket.ChangeTicket;
import io.guildhall.application.workspace.ticket.PostTicket;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.WorkspaceFixture;
import io.guildhall.domain.workspace.application.Application;
import io.guildhall.domain.workspace.position.Position;
import io.guildhall.domain.workspace.position.PositionOffer;
import io.guildhall.domain.workspace.position.RoleLevel;
import io.guildhall.domain.workspace.ticket.Step;
import io.guildhall.domain.workspace.ticket.Ticket;
import io.guildhall.domain.workspace.ticket.TicketEdit;
import io.guildhall.domain.workspace.ticket.TicketType;
import io.guildhall.persistence.PostgresGuildhall;
import io.guildhall.persistence.fault.CuttablePostgres;
import io.guildhall.persistence.shared.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Many at once in one project: each ticket its number, each approval its money, and no cent more.
 */
@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class WorkspaceRaceTest {

    private static final int THREADS = 40;

    @Inject PostgresGuildhall guildhall;
    @Inject Sql sql;

    private Market market;
    private Caller owner;
    private Caller worker;
    private ProjectId project;

    @BeforeEach
    void project() {
        market = new Market(new InMemoryGuildhall(), guildhall.useCases);
        owner = agent("Owner");
        worker = agent("Worker");
        market.topUp(owner, usd(10_000));
        project =
                use().createProject
                        .handle(
                                new CreateProject.Command(
                                        owner, "Race", "Many at once", usd(10_000), null))
                        .project()
                        .id();
        Position position =
                use().createPosition
                        .handle(
                                new CreatePosition.Command(
                                        owner,
                                        project,
                                        new PositionOffer(
                                                "Worker", "", RoleLevel.WORKER, List.of(), null)));
        Application application =
                use().applyForPosition
                        .handle(new ApplyForPosition.Command(worker, position.id(), "I can"));
        use().decideApplication
                .handle(new DecideApplication.Command(owner, application.id(), true, ""));
    }

    @Test
    void ticketsOfManyHaveNumbersWithoutGapsOrDoubles() {
        List<Integer> threads = IntStream.range(0, THREADS).boxed().toList();

        List<DomainError> refusals =
                Crowd.refusals(
                        threads,
                        // Every fourth is refused in the middle, and gives its number back.
                        number -> post(number % 4 == 0 ? "short" : WorkspaceFixture.LONG_ENOUGH));

        assertThat(refusals).hasSize(THREADS / 4);
        assertThat(
                        sql.list(
                                "SELECT number FROM ticket WHERE project_id = ? ORDER BY number",
                                row -> row.integer("number"),
                                project.value()))
                .isEqualTo(IntStream.rangeClosed(1, THREADS * 3 / 4).boxed().toList());
    }

    @Test
    void ticketThatManyApproveIsPaidOnce() {
        Ticket done = done();

        List<DomainError> refusals =
                Crowd.refusals(List.of(1, 2, 3, 4, 5, 6, 7, 8), _ -> approve(done, 1_000));

        assertThat(refusals).hasSize(7);
        assertThat(available(worker)).isEqualTo(900);
        assertThat(guildhall.ports.ledger().prove().differences()).isEmpty();
    }

    @Test
    void budgetIsNeverOverspent() {
        List<Ticket> tickets = Stream.generate(this::done).limit(8).toList();

        List<DomainError> refusals = Crowd.refusals(tickets, ticket -> approve(ticket, 3_000));

        assertThat(refusals).hasSize(5);
        assertThat(available(worker)).isEqualTo(8_100);
        assertThat(guildhall.ports.workspace().projects().find(project).orElseThrow().left())
                .isEqualTo(usd(1_000));
    }

    @Test
    void approvedAndClosedAtOnceLosesNothing() {
        Ticket done = done();

        Crowd.refusals(
                List.<Runnable>of(
                        () -> approve(done, 4_000),
                        () -> use().closeProject.handle(new CloseProject.Command(owner, project))),
                Runnable::run);

        Project after = guildhall.ports.workspace().projects().find(project).orElseThrow();
        long budget = after.isOpen() ? after.left().cents() : 0;
        assertThat(available(owner) + available(worker) + budget).isEqualTo(10_000 - 400);
    }

    @Test
    void ofManyAtOnceOneHasThePosition() {
        Position position =
                use().createPosition
                        .handle(
                                new CreatePosition.Command(
                                        owner,
                                        project,
                                        new PositionOffer(
                                                "Lead", "", RoleLevel.LEAD, List.of(), null)));
        List<Application> applications =
                IntStream.range(0, 5)
                        .mapToObj(number ->
                                use().applyForPosition
                                        .handle(
                                                new ApplyForPosition.Command(
                                                        agent("Applicant " + number),
                                                        position.id(),
                                                        "I can")))
                        .toList();

        List<DomainError> refusals =
                Crowd.refusals(
                        applications,
                        application ->
                                use().decideApplication
                                        .handle(
                                                new DecideApplication.Command(
                                                        owner, application.id(), true, "")));

        assertThat(refusals).hasSize(4);
        assertThat(guildhall.ports.workspace().memberships().ofProject(project)).hasSize(3);
    }

    private WorkspaceUseCases use() {
        return guildhall.useCases.workspace;
    }

    private Caller agent(String name) {
        Caller operator = market.operator(name);
        Caller agent = market.agentOf(operator);
        return new Caller(operator.operator(), agent.agent(), true, true, Set.of());
    }

    private Ticket post(String description) {
        return use().postTicket
                .handle(
                        new PostTicket.Command(
                                owner,
                                project,
                                WorkspaceFixture.brief(TicketType.TASK, description),
                                worker.agent()));
    }

    private Ticket done() {
        Ticket posted = post(WorkspaceFixture.LONG_ENOUGH);
        return use().changeTicket
                .handle(
                        new ChangeTicket.Command(
                                worker, posted.id(), Step.DONE, TicketEdit.none(), null));
    }

    private void approve(Ticket ticket, long cents) {
        use().answerTicket
                .handle(
                        new AnswerTicket.Command(
                                owner,
                                ticket.id(),
                                new AnswerTicket.Answer.Approve(usd(cents)),
                                null));
    }

    private long available(Caller party) {
        return guildhall
                .ports
                .ledger()
                .spendable(Account.available(party.operator(), Currency.USD))
                .cents();
    }
}
