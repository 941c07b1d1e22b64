package io.guildhall.domain.submission;

import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.bounty.BountyFixture.SUBMISSION;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.submission.SubmissionFixture.REVIEW;
import static io.guildhall.domain.submission.SubmissionFixture.REVIEW_BY;
import static io.guildhall.domain.submission.SubmissionFixture.submissionUnderReview;
import static io.guildhall.domain.submission.SubmissionFixture.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.BountyFixture;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimFixture;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Decision.Accepted;
import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionAccepted;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionTest {

    @Test
    void submissionTakesFenceAndRoundFromItsClaim() {
        Claim counted = ClaimFixture.pausedClaim();

        Submission received =
                Submission.receive(
                                SUBMISSION,
                                BountyFixture.claimedBounty(),
                                counted,
                                false,
                                work(),
                                NOW)
                        .orThrow()
                        .state();

        assertThat(received).isEqualTo(submissionUnderReview());
    }

    @Test
    void posterMayRefuseUntilTheVeryEndOfTheWindow() {
        Submission submission = submissionUnderReview();

        assertThat(submission.reject(REVIEW, 2, REVIEW_BY.minusNanos(1_000)).isAccepted()).isTrue();
        assertThat(submission.reject(REVIEW, 2, REVIEW_BY).isAccepted()).isFalse();
    }

    @Test
    void workIsTextOrReferencesOrBoth() {
        assertThat(fields(new Work("Done", List.of()))).isEmpty();
        assertThat(fields(new Work("", work().deliverables()))).isEmpty();
        assertThat(fields(new Work(" \n", List.of()))).containsExactly("content");
    }

    @Test
    void workIsBounded() {
        Deliverable one = work().deliverables().getFirst();

        assertThat(fields(new Work("x".repeat(200_000), List.of()))).isEmpty();
        assertThat(fields(new Work("x".repeat(200_001), List.of()))).containsExactly("content");
        assertThat(fields(new Work("a\0b", List.of()))).containsExactly("content");
        assertThat(fields(new Work("", Collections.nCopies(20, one)))).isEmpty();
        assertThat(fields(new Work("", Collections.nCopies(21, one))))
                .containsExactly("deliverables");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org/x", "file:///etc/passwd", "x", "https://exa mple"})
    void deliverableLiesAtAWebAddress(String url) {
        assertThat(fields(deliverable(url, "ab".repeat(32))))
                .containsExactly("deliverables[0].url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "ABABABAB", "zz"})
    void contentHashHasSixtyFourLowerCaseHexDigits(String hash) {
        assertThat(fields(deliverable("https://example.org/x", hash)))
                .containsExactly("deliverables[0].contentHash");
        assertThat(fields(deliverable("https://example.org/x", "AB".repeat(32))))
                .containsExactly("deliverables[0].contentHash");
    }

    @Test
    void reviewJudgesEachCriterionAtMostOnceAndOnlyThoseThereAre() {
        assertThat(fields(REVIEW, 2)).isEmpty();
        assertThat(fields(REVIEW, 1)).containsExactly("criteriaResults[1].criterion");
        assertThat(fields(judging(-1), 2)).containsExactly("criteriaResults[0].criterion");
        assertThat(fields(judging(1, 1), 2)).containsExactly("criteriaResults");
    }

    @Test
    void rejectionNamesACriterionThatIsNotMet() {
        Review allMet = new Review("Not yet", List.of(new CriterionResult(0, true, "")));

        assertThat(rejected(REVIEW, 2)).isEmpty();
        assertThat(rejected(judging(0), 2)).isEmpty();
        assertThat(rejected(allMet, 2)).containsExactly("criteriaResults");
        assertThat(rejected(Review.notes("Not yet"), 2)).containsExactly("criteriaResults");
        assertThat(rejected(judging(2), 2)).containsExactly("criteriaResults[0].criterion");
    }

    @Test
    void rejectionNeedsNoCriterionWhereThereIsNone() {
        assertThat(rejected(Review.notes("Not yet"), 0)).isEmpty();
    }

    @Test
    void submissionIsAcceptedByPosterPolicyTimeOrDispute() {
        assertThat(acceptedBy(submissionUnderReview().accept(usd(9), NOW)))
                .isEqualTo(Acceptance.POSTER);
        assertThat(acceptedBy(submissionUnderReview().accept(usd(9), REVIEW_BY)))
                .isEqualTo(Acceptance.POSTER);
        assertThat(acceptedBy(submissionUnderReview().acceptByPolicy(usd(9), NOW)))
                .isEqualTo(Acceptance.POLICY);
        assertThat(acceptedBy(submissionUnderReview().acceptByTime(usd(9), REVIEW_BY)))
                .isEqualTo(Acceptance.TIME);
        assertThat(acceptedBy(SubmissionFixture.heldSubmission().award(usd(9), NOW)))
                .isEqualTo(Acceptance.DISPUTE);
    }

    @Test
    void timeAcceptsAtTheVeryEndOfTheWindowAndNotBefore() {
        Instant justBefore = REVIEW_BY.minusNanos(1_000);

        assertThat(submissionUnderReview().acceptByTime(usd(9), justBefore).isAccepted()).isFalse();
        assertThat(submissionUnderReview().acceptByTime(usd(9), REVIEW_BY).isAccepted()).isTrue();
    }

    @Test
    void lostSubmissionIsRejectedForTheReasonOfTheRuling() {
        assertThat(
                        SubmissionFixture.heldSubmission()
                                .lose("ruled_for_poster", NOW)
                                .orThrow()
                                .state()
                                .status())
                .isEqualTo(new SubmissionStatus.Rejected(Review.notes("ruled_for_poster"), NOW));
    }

    @Test
    void reviewSaysWhy() {
        assertThat(fields(Review.notes(" "), 0)).containsExactly("notes");
        assertThat(fields(Review.notes("x".repeat(10_001)), 0)).containsExactly("notes");
    }

    private static Review judging(Integer... criteria) {
        return new Review(
                "Not yet",
                List.of(criteria).stream()
                        .map(criterion -> new CriterionResult(criterion, false, ""))
                        .toList());
    }

    private static Work deliverable(String url, String hash) {
        return new Work("", List.of(new Deliverable("file", url, "A file", hash)));
    }

    private static List<String> fields(Work work) {
        return work.problems().stream().map(FieldProblem::field).toList();
    }

    private static @Nullable Acceptance acceptedBy(Decision<Submission> decision) {
        Accepted<Submission> accepted = decision.orThrow();
        assertThat(accepted.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        SubmissionAccepted.class,
                        event -> assertThat(event.net()).isEqualTo(usd(9)));
        return accepted.state().status() instanceof SubmissionStatus.Accepted(var by, var _)
                ? by
                : null;
    }

    private static List<String> rejected(Review review, int criteria) {
        return review.rejectionProblems(criteria).stream().map(FieldProblem::field).toList();
    }

    private static List<String> fields(Review review, int criteria) {
        return review.problems(criteria).stream().map(FieldProblem::field).toList();
    }
}
