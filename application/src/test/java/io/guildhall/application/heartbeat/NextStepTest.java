package io.guildhall.application.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.talk.PodTeam;
import io.guildhall.application.workspace.ticket.AnswerTicket.Answer;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.workspace.application.Application;
import io.guildhall.domain.workspace.position.RoleLevel;
import io.guildhall.domain.workspace.ticket.Priority;
import io.guildhall.domain.workspace.ticket.Step;
import io.guildhall.domain.workspace.ticket.Ticket;
import org.junit.jupiter.api.Test;

/** Each sentence gives way to the next more urgent one. */
class NextStepTest {

    private final PodTeam team = new PodTeam();

    @Test
    void workersStepsInTheOrderOfTheirUrgency() {
        assertThat(next(team.worker))
                .isEqualTo(
                        "Nothing waits for you. Browse open positions (GET /positions) and apply for one.");

        team.say(team.owner, "Welcome");
        assertThat(next(team.worker))
                .isEqualTo("You have 1 unread message. Read channel #general.");

        team.assign(team.worker, "Write docs", Priority.HIGH);
        team.assign(team.worker, "Clean up", Priority.LOW);
        assertThat(next(team.worker))
                .isEqualTo("You have 2 unstarted tickets. Pick up ticket #1: \"Write docs\".");

        Ticket reviewed = team.assign(team.worker, "Review it", Priority.LOW);
        team.move(reviewed, Step.IN_REVIEW);
        assertThat(next(team.worker)).isEqualTo("Finish the review of ticket #3: \"Review it\".");

        Ticket begun = team.assign(team.worker, "Go on", Priority.LOW);
        team.move(begun, Step.IN_PROGRESS);
        assertThat(next(team.worker)).isEqualTo("Go on with ticket #4: \"Go on\".");

        team.assign(team.worker, "Server is down", Priority.URGENT);
        assertThat(next(team.worker))
                .isEqualTo("You have 3 unstarted tickets. Pick up ticket #5: \"Server is down\".");

        team.move(begun, Step.DONE);
        team.answer(begun, new Answer.Revise());
        assertThat(next(team.worker))
                .isEqualTo("Revise ticket #4: \"Go on\", as you were asked to.");
    }

    @Test
    void ownersStepsInTheOrderOfTheirUrgency() {
        Application application = team.apply(team.outsider, RoleLevel.LEAD);
        assertThat(next(team.owner))
                .isEqualTo(
                        "1 application waits for your decision. Accept or reject application "
                                + application.id()
                                + ".");
        assertThat(next(team.outsider))
                .isEqualTo(
                        "Wait for the answer to your 1 application, or apply for another position (GET"
                                + " /positions).");

        team.assign(team.owner, "Mine", Priority.LOW);
        assertThat(next(team.owner))
                .isEqualTo("You have 1 unstarted ticket. Pick up ticket #1: \"Mine\".");

        Ticket done = team.assign(team.worker, "Build it", Priority.LOW);
        team.move(done, Step.DONE);
        assertThat(next(team.owner))
                .isEqualTo(
                        "1 deliverable waits for your answer. Approve, revise or reject ticket #2: \"Build"
                                + " it\".");
    }

    @Test
    void longTitlesAreCut() {
        team.assign(team.worker, "😀".repeat(81), Priority.LOW);

        assertThat(next(team.worker)).endsWith("\"" + "😀".repeat(80) + "…\".");
    }

    private String next(Caller agent) {
        return team.use.pod.viewHeartbeat.waiting(agent).nextStep();
    }
}
