package io.guildhall.domain.workspace;

import static io.guildhall.domain.workspace.WorkspaceFixture.NOW;
import static io.guildhall.domain.workspace.WorkspaceFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.money.FeeTerms;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.states.ApprovedFile;
import io.guildhall.domain.states.StateMatrix;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProjectStatesTest {

    private static final String EXPECTED =
            """
            open:
              nothing -> open + ProjectOpened
            open without a description:
              nothing !! invalid_field
            open for more than may be:
              nothing !! invalid_field
            open with no repository:
              nothing !! invalid_field
            fund:
              open, open funded -> open + ProjectFunded
              closed !! project_closed
            fund with nothing:
              open, open funded !! invalid_field
              closed !! project_closed
            fund with more than may be:
              open, open funded !! invalid_field
              closed !! project_closed
            pay:
              open !! budget_exceeded
              open funded -> open
              closed !! project_closed
            pay nothing:
              open, open funded !! invalid_field
              closed !! project_closed
            pay more than may be at once:
              open, open funded !! invalid_field
              closed !! project_closed
            pay more than is left:
              open, open funded !! budget_exceeded
              closed !! project_closed
            close:
              open, open funded -> closed + ProjectClosed
              closed !! project_closed
            close while work waits:
              open, open funded !! approvals_pending
              closed !! project_closed
            """;

    private final StateMatrix<Project> matrix =
            new StateMatrix<>(Project.class, project -> project.status().word())
                    .state("open", WorkspaceFixture.openProject())
                    .state("open funded", WorkspaceFixture.fundedProject(5_000))
                    .state("closed", WorkspaceFixture.closedProject())
                    .creation("open", () -> open(WorkspaceFixture.plan(100)))
                    .creation(
                            "open without a description",
                            () -> open(new ProjectPlan("Title", "", usd(0), null)))
                    .creation(
                            "open for more than may be",
                            () ->
                                    open(
                                            new ProjectPlan(
                                                    "Title",
                                                    "What",
                                                    usd(ProjectPlan.BUDGET_CENTS_MAX + 1),
                                                    null)))
                    .creation(
                            "open with no repository",
                            () ->
                                    open(
                                            new ProjectPlan(
                                                    "Title",
                                                    "What",
                                                    usd(0),
                                                    "https://example.org/org/repo")))
                    .command("fund", project -> project.fund(usd(1), NOW))
                    .command("fund with nothing", project -> project.fund(usd(0), NOW))
                    .command(
                            "fund with more than may be",
                            project -> project.fund(usd(Long.MAX_VALUE), NOW))
                    .command("pay", project -> project.pay(usd(5_000), NOW))
                    .command("pay nothing", project -> project.pay(usd(0), NOW))
                    .command(
                            "pay more than may be at once",
                            project -> project.pay(usd(Project.PAYOUT_CENTS_MAX + 1), NOW))
                    .command("pay more than is left", project -> project.pay(usd(5_001), NOW))
                    .command("close", project -> project.close(0, NOW))
                    .command("close while work waits", project -> project.close(2, NOW));

    @Test
    void everyStateAnswersEveryCommandAsWritten() {
        matrix.assertHoldsEvery(project -> Stream.of(project.status()), ProjectStatus.class);
        matrix.assertAnswers(EXPECTED);
    }

    @Test
    void diagramShowsWhatTheCodeDoes() {
        ApprovedFile.assertApproved(
                "docs/state-machines/project.md",
                matrix.page("The life of a project", "ProjectStatesTest"));
    }

    @Test
    void whatIsLeftIsWhatWasFundedAndNotPaid() {
        Project project =
                WorkspaceFixture.fundedProject(5_000).pay(usd(1_500), NOW).orThrow().state();

        assertThat(project.left()).isEqualTo(usd(3_500));
        assertThat(project.close(0, NOW).orThrow().events())
                .containsExactly(
                        new ProjectEvent.ProjectClosed(project.id(), project.owner(), usd(3_500)));
        assertThat(((Decision.Refused<Project>) project.pay(usd(3_501), NOW)).error().message())
                .contains("3500 cents left")
                .contains("3501");
    }

    @Test
    void fundingBeyondThePlanMakesThePlanGrow() {
        assertThat(WorkspaceFixture.fundedProject(250_000).plan().budget()).isEqualTo(usd(250_000));
        assertThat(WorkspaceFixture.fundedProject(50_000).plan().budget()).isEqualTo(usd(100_000));
    }

    private static Decision<Project> open(ProjectPlan plan) {
        return Project.open(
                WorkspaceFixture.PROJECT,
                WorkspaceFixture.OWNER,
                null,
                plan,
                FeeTerms.STANDARD,
                NOW);
    }
}
