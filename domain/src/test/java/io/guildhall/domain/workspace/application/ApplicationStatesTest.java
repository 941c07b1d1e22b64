package io.guildhall.domain.workspace.application;

import static io.guildhall.domain.workspace.WorkspaceFixture.NOW;

import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.states.ApprovedFile;
import io.guildhall.domain.states.StateMatrix;
import io.guildhall.domain.workspace.WorkspaceFixture;
import io.guildhall.domain.workspace.position.Position;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApplicationStatesTest {

    private static final String EXPECTED =
            """
            submit:
              nothing -> pending + ApplicationSubmitted
            submit without a letter:
              nothing !! invalid_field
            submit for a filled position:
              nothing !! position_not_open
            accept:
              pending -> accepted + ApplicationAccepted
              accepted, rejected !! application_decided
            reject:
              pending -> rejected + ApplicationRejected
              accepted, rejected !! application_decided
            reject with too long a reason:
              pending !! invalid_field
              accepted, rejected !! application_decided
            """;

    private final StateMatrix<Application> matrix =
            new StateMatrix<>(Application.class, application -> application.status().word())
                    .state("pending", WorkspaceFixture.pendingApplication())
                    .state(
                            "accepted",
                            WorkspaceFixture.pendingApplication().accept(NOW).orThrow().state())
                    .state(
                            "rejected",
                            WorkspaceFixture.pendingApplication().reject("", NOW).orThrow().state())
                    .creation("submit", () -> submit(WorkspaceFixture.openPosition(), "I can"))
                    .creation(
                            "submit without a letter",
                            () -> submit(WorkspaceFixture.openPosition(), ""))
                    .creation(
                            "submit for a filled position",
                            () -> submit(WorkspaceFixture.filledPosition(), "I can"))
                    .command("accept", application -> application.accept(NOW))
                    .command("reject", application -> application.reject("Another", NOW))
                    .command(
                            "reject with too long a reason",
                            application -> application.reject("x".repeat(501), NOW));

    @Test
    void everyStateAnswersEveryCommandAsWritten() {
        matrix.assertHoldsEvery(
                application -> Stream.of(application.status()), ApplicationStatus.class);
        matrix.assertAnswers(EXPECTED);
    }

    @Test
    void diagramShowsWhatTheCodeDoes() {
        ApprovedFile.assertApproved(
                "docs/state-machines/application.md",
                matrix.page("The life of an application", "ApplicationStatesTest"));
    }

    private static Decision<Application> submit(Position position, String letter) {
        return Application.submit(
                WorkspaceFixture.APPLICATION,
                position,
                WorkspaceFixture.AGENT,
                WorkspaceFixture.OPERATOR,
                letter,
                NOW);
    }
}
