package io.guildhall.domain.comment;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.comment.CommentCommandStatus.Answered;
import io.guildhall.domain.comment.CommentCommandStatus.Decided;
import io.guildhall.domain.comment.CommentCommandStatus.Dropped;
import io.guildhall.domain.comment.CommentCommandStatus.Heard;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.states.ApprovedFile;
import io.guildhall.domain.states.StateMatrix;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommentCommandStatesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final int LAST = CommentCommand.TRIES_MAX;

    private static final String EXPECTED =
            """
            hear:
              nothing -> heard
            take:
              heard -> heard
              decided -> decided
              heard last, decided last -> dropped
              answered, dropped !! comment_command_wrong_state
            decide:
              HEARD -> decided
              DECIDED, answered, dropped !! comment_command_wrong_state
            answer:
              DECIDED -> answered
              HEARD, answered, dropped !! comment_command_wrong_state
            postpone:
              HEARD -> heard
              DECIDED -> decided
              answered, dropped !! comment_command_wrong_state
            drop:
              HEARD, DECIDED -> dropped
              answered, dropped !! comment_command_wrong_state
            """
                    .replace("HEARD", "heard, heard last")
                    .replace("DECIDED", "decided, decided last");

    private final StateMatrix<CommentCommand> matrix =
            new StateMatrix<>(CommentCommand.class, command -> command.status().word())
                    .state("heard", heard())
                    .state("heard last", with(new Heard(NOW), LAST))
                    .state("decided", with(new Decided("Done.", NOW, NOW), 0))
                    .state("decided last", with(new Decided("Done.", NOW, NOW), LAST))
                    .state("answered", with(new Answered(4711, NOW), 1))
                    .state("dropped", with(new Dropped("a flood", NOW), 1))
                    .creation("hear", () -> Decision.accept(heard()))
                    .command("take", command -> command.take(NOW))
                    .command("decide", command -> command.decide("Done.", NOW))
                    .command("answer", command -> command.answer(4711, NOW))
                    .command("postpone", command -> command.postpone(null, NOW))
                    .command("drop", command -> command.drop("a flood", NOW));

    @Test
    void everyStatusAnswersEveryCommandAsWritten() {
        matrix.assertHoldsEvery(command -> Stream.of(command.status()), CommentCommandStatus.class);
        matrix.assertAnswers(EXPECTED);
    }

    @Test
    void diagramShowsWhatTheCodeDoes() {
        ApprovedFile.assertApproved(
                "docs/state-machines/comment-command.md",
                matrix.page("The life of a command in a comment", "CommentCommandStatesTest"));
    }

    @Test
    void pausesGrowAndRespectWhatWasAsked() {
        assertThat(pauseAfter(1, null)).isEqualTo(Duration.ofSeconds(5));
        assertThat(pauseAfter(2, null)).isEqualTo(Duration.ofSeconds(10));
        assertThat(pauseAfter(LAST, null)).isEqualTo(Duration.ofHours(1));
        assertThat(pauseAfter(1, Duration.ofMinutes(3))).isEqualTo(Duration.ofMinutes(3));
        assertThat(pauseAfter(5, Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(80));
    }

    private static Duration pauseAfter(int tries, @Nullable Duration wait) {
        CommentCommand postponed =
                with(new Heard(NOW), tries).postpone(wait, NOW).orThrow().state();
        return Duration.between(NOW, ((Heard) postponed.status()).dueAt());
    }

    private static CommentCommand heard() {
        return with(new Heard(NOW), 0);
    }

    private static CommentCommand with(CommentCommandStatus status, int tries) {
        return new CommentCommand(
                4_710,
                new RepositoryName("octocat", "hello-world"),
                7,
                false,
                new GithubAccount(42, "ann"),
                "/bounty 50",
                NOW,
                status,
                tries,
                0);
    }
}
