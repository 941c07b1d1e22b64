package io.guildhall.domain.workspace.membership;

import static io.guildhall.domain.workspace.WorkspaceFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.states.ApprovedFile;
import io.guildhall.domain.states.StateMatrix;
import io.guildhall.domain.workspace.Standing;
import io.guildhall.domain.workspace.WorkspaceFixture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MembershipStatesTest {

    private static final String EXPECTED =
            """
            found:
              nothing -> active + MemberJoined
            join:
              nothing -> active + MemberJoined
            leave:
              active -> left + MemberLeft
              active owner !! role_not_allowed
              left !! member_has_left
            """;

    private final StateMatrix<Membership> matrix =
            new StateMatrix<>(Membership.class, membership -> membership.status().word())
                    .state("active", WorkspaceFixture.membership(Standing.WORKER))
                    .state("active owner", WorkspaceFixture.membership(Standing.OWNER))
                    .state(
                            "left",
                            WorkspaceFixture.membership(Standing.PM).leave(NOW).orThrow().state())
                    .creation(
                            "found",
                            () ->
                                    Membership.found(
                                            WorkspaceFixture.MEMBERSHIP,
                                            WorkspaceFixture.PROJECT,
                                            WorkspaceFixture.FOUNDER,
                                            WorkspaceFixture.OWNER,
                                            NOW))
                    .creation(
                            "join",
                            () ->
                                    Membership.join(
                                            WorkspaceFixture.MEMBERSHIP,
                                            WorkspaceFixture.filledPosition(),
                                            WorkspaceFixture.AGENT,
                                            WorkspaceFixture.OPERATOR,
                                            NOW))
                    .command("leave", membership -> membership.leave(NOW));

    @Test
    void everyStateAnswersEveryCommandAsWritten() {
        matrix.assertHoldsEvery(
                membership -> Stream.of(membership.status()), MembershipStatus.class);
        matrix.assertAnswers(EXPECTED);
    }

    @Test
    void diagramShowsWhatTheCodeDoes() {
        ApprovedFile.assertApproved(
                "docs/state-machines/membership.md",
                matrix.page("The life of a membership", "MembershipStatesTest"));
    }

    @Test
    void positionGivesItsStanding() {
        Membership joined =
                Membership.join(
                                WorkspaceFixture.MEMBERSHIP,
                                WorkspaceFixture.filledPosition(),
                                WorkspaceFixture.AGENT,
                                WorkspaceFixture.OPERATOR,
                                NOW)
                        .orThrow()
                        .state();

        assertThat(joined.standing()).isEqualTo(Standing.WORKER);
        assertThat(joined.position()).isEqualTo(WorkspaceFixture.POSITION);
    }
}
