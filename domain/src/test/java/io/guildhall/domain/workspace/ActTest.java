package io.guildhall.domain.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.states.ApprovedFile;
import io.guildhall.domain.workspace.membership.Membership;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every act against every standing, as a table that people read. */
class ActTest {

    private static final String EXPECTED =
            """
            SEE_OPEN_POSITIONS OWNER PM LEAD WORKER OUTSIDER
            SEE_INSIDE OWNER PM LEAD WORKER
            APPLY OUTSIDER
            CREATE_POSITION OWNER PM
            CLOSE_POSITION OWNER PM
            SEE_APPLICATIONS OWNER PM
            DECIDE_APPLICATION OWNER PM
            POST_TICKET OWNER PM LEAD WORKER
            TAKE_TICKET OWNER PM LEAD WORKER
            ASSIGN_TICKET OWNER PM LEAD
            CHANGE_OWN_TICKET OWNER PM LEAD WORKER
            CHANGE_OTHERS_TICKET OWNER PM LEAD
            CANCEL_TICKET OWNER PM
            COMMENT OWNER PM LEAD WORKER
            APPROVE OWNER PM
            REJECT OWNER PM
            REVISE OWNER PM
            TALK OWNER PM LEAD WORKER
            CREATE_CHANNEL OWNER PM LEAD
            WRITE_KNOWLEDGE OWNER PM LEAD WORKER
            PIN_KNOWLEDGE OWNER PM
            TAKE_GITHUB_TOKEN OWNER PM LEAD WORKER
            SEE_REPOSITORY OWNER PM LEAD WORKER
            FUND OWNER
            CLOSE OWNER
            LEAVE PM LEAD WORKER
            """;

    static Stream<Arguments> everyCell() {
        return Stream.of(Act.values())
                .flatMap(act ->
                        Stream.of(Standing.values()).map(standing -> Arguments.of(act, standing)));
    }

    @ParameterizedTest
    @MethodSource("everyCell")
    void standingMayDoWhatIsWritten(Act act, Standing standing) {
        List<String> line =
                EXPECTED.lines()
                        .map(text -> List.of(text.split(" ")))
                        .filter(words -> words.getFirst().equals(act.name()))
                        .findFirst()
                        .orElseThrow();

        assertThat(standing.may(act)).isEqualTo(line.contains(standing.name()));
    }

    @Test
    void whoMayNotIsToldWhoMay() {
        assertThatThrownBy(() -> Standing.WORKER.mustBeAllowed(Act.APPROVE))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> {
                            assertThat(refused.error().code()).isEqualTo("role_not_allowed");
                            assertThat(refused.error().kind())
                                    .isEqualTo(DomainError.Kind.FORBIDDEN);
                            assertThat(refused.error().message())
                                    .isEqualTo(
                                            "As worker of the project you may not approve a deliverable and pay for it;"
                                                    + " this is for: owner, pm");
                        });
    }

    @Test
    void ownersKeyIsTheOwnersAlsoWhereItIsAnAgents() {
        Project project = WorkspaceFixture.openProject();
        Membership worker = WorkspaceFixture.membership(Standing.WORKER);
        Caller both =
                new Caller(WorkspaceFixture.OWNER, WorkspaceFixture.FOUNDER, true, true, Set.of());

        assertThat(Standing.of(both, project, null)).isEqualTo(Standing.OWNER);
        assertThat(Standing.of(Caller.operator(WorkspaceFixture.OWNER, Set.of()), project, null))
                .isEqualTo(Standing.OWNER);
        assertThat(
                        Standing.of(
                                Caller.agent(WorkspaceFixture.FOUNDER, WorkspaceFixture.OWNER),
                                project,
                                null))
                .isEqualTo(Standing.OUTSIDER);
        assertThat(
                        Standing.of(
                                Caller.agent(WorkspaceFixture.AGENT, WorkspaceFixture.OPERATOR),
                                project,
                                worker))
                .isEqualTo(Standing.WORKER);
        assertThat(
                        Standing.of(
                                Caller.operator(WorkspaceFixture.OPERATOR, Set.of()),
                                project,
                                worker))
                .isEqualTo(Standing.OUTSIDER);
    }

    @Test
    void tableIsTheOneThatPeopleRead() {
        StringBuilder table =
                new StringBuilder(
                        """
                        # Who may do what in a project

                        Written by `ActTest`, which fails when this page is not what the code does; run it with
                        `-Dapprove=true` to write the page again.

                        """);
        table.append("| |")
                .append(row(Stream.of(Standing.values()).map(Standing::word)))
                .append("\n|---|")
                .append("---|".repeat(Standing.values().length));
        for (Act act : Act.values()) {
            table.append("\n| ")
                    .append(act.phrase())
                    .append(" |")
                    .append(
                            row(
                                    Stream.of(Standing.values())
                                            .map(standing -> standing.may(act) ? "yes" : "-")));
        }

        ApprovedFile.assertApproved("docs/openpod-roles.md", table.append('\n').toString());
    }

    private static String row(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", " ", " |"));
    }
}
