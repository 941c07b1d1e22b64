package io.guildhall.domain.workspace.position;

import static io.guildhall.domain.workspace.WorkspaceFixture.NOW;

import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.states.ApprovedFile;
import io.guildhall.domain.states.StateMatrix;
import io.guildhall.domain.workspace.WorkspaceFixture;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PositionStatesTest {

    private static final String EXPECTED =
            """
            open:
              nothing -> open + PositionOpened
            open without a title:
              nothing !! invalid_field
            fill:
              open -> filled + PositionFilled
              filled, closed !! position_not_open
            vacate:
              filled -> open + PositionOpened
              open, closed !! position_not_filled
            close:
              open, filled -> closed + PositionClosed
              closed -> closed
            """;

    private final StateMatrix<Position> matrix =
            new StateMatrix<>(Position.class, position -> position.status().word())
                    .state("open", WorkspaceFixture.openPosition())
                    .state("filled", WorkspaceFixture.filledPosition())
                    .state("closed", WorkspaceFixture.openPosition().close(NOW).orThrow().state())
                    .creation("open", () -> open("Backend Developer"))
                    .creation("open without a title", () -> open(" "))
                    .command("fill", position -> position.fill(WorkspaceFixture.AGENT, NOW))
                    .command("vacate", position -> position.vacate(NOW))
                    .command("close", position -> position.close(NOW));

    @Test
    void everyStateAnswersEveryCommandAsWritten() {
        matrix.assertHoldsEvery(position -> Stream.of(position.status()), PositionStatus.class);
        matrix.assertAnswers(EXPECTED);
    }

    @Test
    void diagramShowsWhatTheCodeDoes() {
        ApprovedFile.assertApproved(
                "docs/state-machines/position.md",
                matrix.page("The life of a position", "PositionStatesTest"));
    }

    private static Decision<Position> open(String title) {
        return Position.open(
                WorkspaceFixture.POSITION,
                WorkspaceFixture.PROJECT,
                new PositionOffer(title, "", RoleLevel.LEAD, List.of(), null),
                NOW);
    }
}
