package io.guildhall.domain.submission;

import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.quality.VerdictFixture.verdict;
import static io.guildhall.domain.submission.SubmissionFixture.RESUBMIT_BY;
import static io.guildhall.domain.submission.SubmissionFixture.REVIEW_BY;
import static io.guildhall.domain.submission.SubmissionFixture.failedSubmission;
import static io.guildhall.domain.submission.SubmissionFixture.receivedSubmission;
import static io.guildhall.domain.submission.SubmissionFixture.secondTryBeingJudged;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.quality.GateVerdict;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Timer;
import io.guildhall.domain.shared.Timer.Consequence;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionGateFailed;
import io.guildhall.domain.submission.SubmissionStatus.GateFailed;
import io.guildhall.domain.submission.SubmissionStatus.GateFailedFinal;
import io.guildhall.domain.submission.SubmissionStatus.UnderReview;
import org.junit.jupiter.api.Test;

class GatedSubmissionTest {

    @Test
    void theGateHasAMinute() {
        assertThat(receivedSubmission().timer())
                .isEqualTo(new Timer(NOW.plusSeconds(60), Consequence.SUBMISSION_IS_JUDGED));
    }

    @Test
    void scoreOf3999IsSentBackForOneMoreTry() {
        Submission failed = state(pass(receivedSubmission(), verdict(3_999)));

        assertThat(failed.status()).isEqualTo(new GateFailed(RESUBMIT_BY, NOW));
        assertThat(failed.verdict()).isEqualTo(verdict(3_999));
        assertThat(failed.timer()).isNull();
    }

    @Test
    void scoresOf4000To6500ReachThePosterWithAWarningAndThoseAboveWithout() {
        for (int score : new int[] {4_000, 6_500, 6_501}) {
            Submission passed = state(pass(receivedSubmission(), verdict(score)));

            assertThat(passed.status()).isEqualTo(new UnderReview(REVIEW_BY));
            assertThat(passed.verdict()).isEqualTo(verdict(score));
        }
    }

    @Test
    void secondTryThatFailsIsTheLast() {
        var failed = pass(secondTryBeingJudged(), verdict(3_999)).orThrow();

        assertThat(failed.state().status()).isEqualTo(new GateFailedFinal(NOW));
        assertThat(failed.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        SubmissionGateFailed.class,
                        event -> assertThat(event.resubmitBy()).isNull());
    }

    @Test
    void agentIsToldWhatIsWrongAndUntilWhenItCanTryAgain() {
        assertThat(pass(receivedSubmission(), verdict(1_234)).orThrow().events())
                .singleElement()
                .isInstanceOfSatisfying(
                        SubmissionGateFailed.class,
                        event -> {
                            assertThat(event.score()).isEqualTo(1_234);
                            assertThat(event.resubmitBy()).isEqualTo(RESUBMIT_BY);
                            assertThat(event.reasons()).hasSize(1);
                        });
    }

    @Test
    void whatIsNotHandedInAgainInSixHoursFailsForGood() {
        assertThat(failedSubmission().failForGood(RESUBMIT_BY).isAccepted()).isFalse();
        assertThat(failedSubmission().failForGood(RESUBMIT_BY.plusNanos(1_000)).isAccepted())
                .isTrue();
    }

    @Test
    void oneJudgeIsAskedAtATime() {
        Submission taken = state(receivedSubmission().takeToJudge(NOW));

        assertThat(taken.takeToJudge(NOW.plusSeconds(24)).isAccepted()).isFalse();
        assertThat(taken.takeToJudge(NOW.plusSeconds(25)).isAccepted()).isTrue();
    }

    private static Decision<Submission> pass(Submission submission, GateVerdict verdict) {
        return submission.pass(verdict, BountyTerms.REVIEW_WINDOW_DEFAULT, NOW);
    }

    private static Submission state(Decision<Submission> decision) {
        return decision.orThrow().state();
    }
}
