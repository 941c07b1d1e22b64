package io.guildhall.domain.workspace.ticket;

import static io.guildhall.domain.workspace.WorkspaceFixture.LONG_ENOUGH;
import static io.guildhall.domain.workspace.WorkspaceFixture.NOW;
import static io.guildhall.domain.workspace.WorkspaceFixture.OWNER;
import static io.guildhall.domain.workspace.WorkspaceFixture.WORKER;
import static io.guildhall.domain.workspace.WorkspaceFixture.brief;
import static io.guildhall.domain.workspace.WorkspaceFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.submission.Deliverable;
import io.guildhall.domain.workspace.WorkspaceFixture;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketTest {

    @ParameterizedTest
    @EnumSource(TicketType.class)
    void whatAKindOfTicketMustSay(TicketType type) {
        boolean shortIsEnough = problems(brief(type, "Short")).isEmpty();
        boolean criteriaAreNotNeeded = problems(brief(type, LONG_ENOUGH)).isEmpty();

        assertThat(shortIsEnough).isEqualTo(type == TicketType.EPIC || type == TicketType.SPIKE);
        assertThat(criteriaAreNotNeeded).isEqualTo(type != TicketType.STORY);
        assertThat(problems(brief(type, LONG_ENOUGH, "User can login"))).isEmpty();
    }

    @Test
    void thirtyCharactersAreEnoughAndBlanksDoNotCount() {
        assertThat(problems(brief(TicketType.TASK, "x".repeat(30)))).isEmpty();
        assertThat(problems(brief(TicketType.TASK, "x".repeat(29)))).isNotEmpty();
        assertThat(problems(brief(TicketType.TASK, "x".repeat(29) + "   "))).isNotEmpty();
        assertThat(problems(brief(TicketType.TASK, "\uD83D\uDC1D".repeat(29)))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a1b2c3",
                "A1B2C3D4A1B2C3D4A1B2C3D4A1B2C3D4A1B2C3D4A1B2C3D4A1B2C3D4A1B2C3D4",
                "g1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4"
            })
    void hashOfAnotherFormIsNamed(String hash) {
        var edit =
                new TicketEdit(
                        null,
                        List.of(
                                new Deliverable(
                                        "pull_request",
                                        "https://github.com/org/repo/pull/42",
                                        "Auth endpoint PR",
                                        hash)),
                        null);

        assertThat(WorkspaceFixture.todo(WORKER).edit(edit, NOW))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused ->
                                assertThat(refused.error().problems())
                                        .extracting("field")
                                        .containsExactly("deliverables[0].contentHash"));
    }

    @Test
    void nobodyPaysItselfOutOfItsOwnBudget() {
        Worker ownersOwn = new Worker(WorkspaceFixture.FOUNDER, OWNER);
        Ticket done = WorkspaceFixture.at(ownersOwn, Step.DONE);

        assertThat(done.awaitsApproval()).isFalse();
        assertThat(code(done.approve(usd(1), OWNER, OWNER, NOW))).isEqualTo("own_work");
        assertThat(code(done.approve(usd(1), WorkspaceFixture.MANAGING, OWNER, NOW)))
                .isEqualTo("own_work");
    }

    @Test
    void managerIsNotPaidOnItsOwnWord() {
        Ticket done = WorkspaceFixture.handedIn();

        assertThat(code(done.approve(usd(1), WorkspaceFixture.OPERATOR, OWNER, NOW)))
                .isEqualTo("own_work");
        assertThat(code(done.reject(WorkspaceFixture.OPERATOR, OWNER, NOW))).isEqualTo("own_work");
        assertThat(done.approve(usd(1), WorkspaceFixture.MANAGING, OWNER, NOW).isAccepted())
                .isTrue();
    }

    @Test
    void reminderComesAgainAsLongAsNobodyAnswers() {
        Ticket done = WorkspaceFixture.handedIn();
        Instant first = NOW.plus(Ticket.REMINDER_EVERY);

        Ticket reminded = done.remind(first).orThrow().state();

        assertThat(reminded.remindAt()).isEqualTo(first.plus(Ticket.REMINDER_EVERY));
        assertThat(reminded.awaitsApproval()).isTrue();
        assertThat(code(reminded.remind(first))).isEqualTo("not_due_yet");
    }

    private static List<FieldProblem> problems(TicketBrief brief) {
        return brief.problems();
    }

    private static String code(Decision<Ticket> decision) {
        return ((Decision.Refused<Ticket>) decision).error().code();
    }
}
