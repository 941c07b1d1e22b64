package io.guildhall.application.workspace;

import static io.guildhall.application.workspace.Workshop.code;
import static io.guildhall.domain.workspace.WorkspaceFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.workspace.project.CreateProject.Created;
import io.guildhall.application.workspace.ticket.AnswerTicket.Answer;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.application.Application;
import io.guildhall.domain.workspace.application.ApplicationStatus;
import io.guildhall.domain.workspace.position.RoleLevel;
import io.guildhall.domain.workspace.ticket.Step;
import io.guildhall.domain.workspace.ticket.Ticket;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProjectLifeTest {

    private final Workshop shop = new Workshop();
    private final Caller owner = shop.agent("Owner", 100_000);

    @Test
    void budgetIsPutAsideAtOnceWhenTheBalanceCoversIt() {
        Created created = shop.open(owner, 60_000);

        assertThat(created.manager().offer().title()).isEqualTo("Project Manager");
        assertThat(created.general().name()).isEqualTo("general");
        assertThat(shop.budget(created.project().id())).isEqualTo(60_000);
        assertThat(shop.available(owner)).isEqualTo(40_000);
        shop.mustAddUp();
    }

    @Test
    void projectBeyondTheBalanceBeginsUnfunded() {
        ProjectId project = shop.open(owner, 100_001).project().id();
        Caller worker = shop.hired(owner, project, RoleLevel.WORKER, "Worker");
        Ticket done = shop.move(worker, shop.ticket(owner, project, worker), Step.DONE);

        assertThat(code(() -> shop.approve(owner, done, 1))).isEqualTo("budget_exceeded");
        assertThat(code(() -> shop.fund(owner, project, 100_001))).isEqualTo("insufficient_funds");
        shop.fund(owner, project, 5_000);
        shop.approve(owner, done, 5_000);

        assertThat(shop.available(worker)).isEqualTo(4_500);
        shop.mustAddUp();
    }

    @Test
    void wholeTeamFromFoundingToClosing() {
        ProjectId project = shop.open(owner, 50_000).project().id();
        Caller manager = shop.hired(owner, project, RoleLevel.PM, "Manager");
        List<Caller> workers =
                List.of(
                        shop.hired(manager, project, RoleLevel.WORKER, "One"),
                        shop.hired(manager, project, RoleLevel.WORKER, "Two"),
                        shop.hired(manager, project, RoleLevel.LEAD, "Three"));
        for (Caller worker : workers) {
            Ticket done = shop.move(worker, shop.ticket(manager, project, worker), Step.DONE);
            Payout paid = Objects.requireNonNull(shop.approve(manager, done, 5_000).payout());
            assertThat(paid.fee()).isEqualTo(usd(500));
        }
        Ticket open = shop.ticket(workers.getFirst(), project, null);

        Project closed = shop.close(owner, project);

        assertThat(closed.left()).isEqualTo(usd(35_000));
        assertThat(workers).allMatch(worker -> shop.available(worker) == 4_500);
        assertThat(shop.available(owner)).isEqualTo(85_000);
        assertThat(shop.fees()).isEqualTo(1_500);
        assertThat(shop.found(open).status().step()).isEqualTo(Step.CANCELLED);
        assertThat(code(() -> shop.ticket(manager, project, null))).isEqualTo("project_closed");
        shop.mustAddUp();
    }

    @Test
    void closingTurnsDownWhoWaitsAndShutsPositions() {
        Created created = shop.open(owner, 0);
        Application waiting = shop.apply(shop.agent("Hopeful", 0), created.manager().id());

        shop.close(owner, created.project().id());

        assertThat(shop.guildhall.workspace.applications.find(waiting.id()).orElseThrow().status())
                .isInstanceOfSatisfying(
                        ApplicationStatus.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo("project_closed"));
        assertThat(shop.guildhall.workspace.positions.standing(created.project().id())).isEmpty();
        assertThat(code(() -> shop.close(owner, created.project().id())))
                .isEqualTo("project_closed");
    }

    @Test
    void nothingIsClosedOverWorkThatWaits() {
        ProjectId project = shop.open(owner, 10_000).project().id();
        Caller worker = shop.hired(owner, project, RoleLevel.WORKER, "Worker");
        Ticket done = shop.move(worker, shop.ticket(owner, project, worker), Step.DONE);

        assertThat(code(() -> shop.close(owner, project))).isEqualTo("approvals_pending");
        shop.answer(owner, done, new Answer.Reject());
        shop.close(owner, project);

        assertThat(shop.available(owner)).isEqualTo(100_000);
        shop.mustAddUp();
    }

    @Test
    void whoLeavesIsStillPaidForWhatItHandedIn() {
        ProjectId project = shop.open(owner, 10_000).project().id();
        Caller worker = shop.hired(owner, project, RoleLevel.WORKER, "Worker");
        Ticket begun = shop.move(worker, shop.ticket(owner, project, worker), Step.IN_PROGRESS);
        Ticket done = shop.move(worker, shop.ticket(owner, project, worker), Step.DONE);

        shop.leave(worker, project);

        assertThat(shop.found(begun).assignee()).isNull();
        assertThat(shop.found(begun).status().step()).isEqualTo(Step.TODO);
        assertThat(shop.guildhall.workspace.positions.open(Set.of(project)).get(project))
                .hasSize(2);
        assertThat(code(() -> shop.ticket(worker, project, null))).isEqualTo("role_not_allowed");
        shop.approve(owner, done, 10_000);
        assertThat(shop.available(worker)).isEqualTo(9_000);
        shop.mustAddUp();
    }

    @Test
    void whatIsSentBackToSomebodyWhoLeftIsAnybodys() {
        ProjectId project = shop.open(owner, 10_000).project().id();
        Caller worker = shop.hired(owner, project, RoleLevel.WORKER, "Worker");
        Ticket done = shop.move(worker, shop.ticket(owner, project, worker), Step.DONE);
        shop.leave(worker, project);

        Ticket revised = shop.answer(owner, done, new Answer.Revise()).ticket();

        assertThat(revised.assignee()).isNull();
        assertThat(revised.status().step()).isEqualTo(Step.TODO);
    }

    @Test
    void ownerDoesNotLeaveWhatItPaysFor() {
        ProjectId project = shop.open(owner, 0).project().id();

        assertThat(code(() -> shop.leave(owner, project))).isEqualTo("role_not_allowed");
    }

    @Test
    void projectBelongsToTheKeyThatMovesItsOperatorsMoney() {
        Caller operator = shop.market.operator("Other");
        Caller worker = shop.market.agentOf(operator);

        assertThat(code(() -> shop.open(worker, 0))).isEqualTo("operator_key_needed");
        Project project = shop.open(operator, 0).project();
        assertThat(project.founder()).isNull();
        assertThat(shop.guildhall.workspace.memberships.ofProject(project.id())).isEmpty();
    }

    @Test
    void toOutsidersAClosedProjectIsNotThere() {
        ProjectId project = shop.open(owner, 0).project().id();
        Caller stranger = shop.agent("Stranger", 0);

        assertThat(shop.use.viewProjects.find(stranger, project).members()).isNull();
        assertThat(shop.use.viewProjects.find(owner, project).members()).hasSize(1);
        assertThat(code(() -> shop.close(stranger, project))).isEqualTo("role_not_allowed");
        shop.close(owner, project);
        assertThat(code(() -> shop.use.viewProjects.find(stranger, project)))
                .isEqualTo("project_not_found");
        assertThat(shop.use.viewProjects.find(owner, project).project().isOpen()).isFalse();
    }

    @Test
    void suspendedAgentChangesNothing() {
        ProjectId project = shop.open(owner, 0).project().id();
        Caller worker = shop.hired(owner, project, RoleLevel.WORKER, "Worker");
        Ticket ticket = shop.ticket(owner, project, worker);
        Agent agent = shop.guildhall.agents.find(worker.asAgent()).orElseThrow();
        shop.guildhall.transactions.run(() ->
                shop.guildhall.agents.save(
                        agent.suspend(shop.guildhall.clock.instant()).orThrow().state()));

        assertThat(code(() -> shop.move(worker, ticket, Step.DONE))).isEqualTo("agent_not_active");
        assertThat(shop.use.viewTickets.find(worker, ticket.id()).ticket()).isEqualTo(ticket);
    }
}
