package io.guildhall.persistence.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.submission.AcceptSubmission;
import io.guildhall.domain.bounty.BountyStatus;
import io.guildhall.domain.claim.ClaimStatus;
import io.guildhall.domain.party.SettledWork;
import io.guildhall.domain.party.SettledWork.Outcome;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionStatus.Accepted;
import io.guildhall.persistence.Story;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Work is accepted and paid for, by its poster and by time. */
@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class AcceptAndPayFaultTest extends FaultTest {

    private static final Duration LONGER_THAN_THE_REVIEW = Duration.ofDays(8);

    private record Scene(Story story, Submission submission) {}

    @ParameterizedTest
    @EnumSource
    void acceptingLosesAndDoublesNothingWhereverTheCableBreaks(Cable.Side side) {
        int statements =
                breakEverywhere(
                        side,
                        this::scene,
                        this::accept,
                        scene -> assertPaidOnce(scene, Outcome.ACCEPTED));

        assertThat(statements).isGreaterThan(13);
    }

    @ParameterizedTest
    @EnumSource
    void timeLosesAndDoublesNothingWhereverTheCableBreaks(Cable.Side side) {
        int statements =
                breakEverywhere(
                        side,
                        this::scene,
                        this::hadFired,
                        scene -> assertPaidOnce(scene, Outcome.AUTO_ACCEPTED));

        assertThat(statements).isGreaterThan(13);
    }

    private Scene scene() {
        Story story = new Story(guildhall.useCases);
        return new Scene(story, story.submission());
    }

    private boolean accept(Scene scene) {
        return once(
                scene.story().poster.operator(),
                scene.submission().id(),
                () ->
                        guildhall.useCases.acceptSubmission.handle(
                                new AcceptSubmission.Command(
                                        scene.story().poster, scene.submission().id())));
    }

    private boolean hadFired(Scene scene) {
        return guildhall
                        .replica(LONGER_THAN_THE_REVIEW, List.of(scene.submission().bounty()))
                        .fireTimers
                        .handle(10)
                == 0;
    }

    private void assertPaidOnce(Scene scene, Outcome outcome) {
        Story story = scene.story();
        Submission submission = scene.submission();
        assertThat(guildhall.ports.bounties().find(submission.bounty()).orElseThrow().status())
                .isInstanceOf(BountyStatus.Paid.class);
        assertThat(guildhall.ports.claims().find(submission.claim()).orElseThrow().status())
                .isInstanceOf(ClaimStatus.Fulfilled.class);
        assertThat(guildhall.ports.submissions().find(submission.id()).orElseThrow().status())
                .isInstanceOf(Accepted.class);
        assertThat(guildhall.ports.trackRecords().ofPoster(story.poster.operator(), 10))
                .extracting(SettledWork::outcome)
                .containsExactly(outcome);
        onlyPayout(story);

        assertThat(available(story.worker.operator())).isEqualTo(Story.NET);
        assertEscrowIsEmpty(story, submission.bounty());
        assertThat(story(submission.bounty()))
                .containsExactly(
                        "bounty.posted",
                        "bounty.funded",
                        "bounty.opened",
                        "claim.created",
                        "claim.approved",
                        "submission.created",
                        "submission.accepted",
                        "payout.completed");
    }
}
