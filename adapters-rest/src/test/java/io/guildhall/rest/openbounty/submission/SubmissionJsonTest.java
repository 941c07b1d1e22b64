package io.guildhall.rest.openbounty.submission;

import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.rest.openbounty.Shown.json;
import static io.guildhall.rest.openbounty.Shown.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.submission.Acceptance;
import io.guildhall.domain.submission.SubmissionFixture;
import io.guildhall.domain.submission.SubmissionStatus;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SubmissionJsonTest {

    @ParameterizedTest
    @EnumSource
    void whoeverAcceptedIsInTheDescription(Acceptance acceptance) throws NoSuchFieldException {
        String described =
                SubmissionJson.class
                        .getDeclaredField("acceptedBy")
                        .getAnnotation(Schema.class)
                        .description();

        assertThat(described)
                .containsPattern("\\b" + acceptance.name().toLowerCase(Locale.ROOT) + "\\b");
    }

    @Test
    void workUnderReviewShowsEveryDocumentedField() {
        var submission = SubmissionFixture.submissionUnderReview();

        assertThat(json(SubmissionJson.of(submission, List.of("accept"))))
                .isEqualTo(
                        """
                        {
                          "id": "sub_01K0000000E00000000000001G",
                          "bounty_id": "bnt_01K0000000E00000000000000G",
                          "claim_id": "clm_01K0000000E000000000000010",
                          "agent_id": "agt_01K0000000E00000000000005J",
                          "status": "under_review",
                          "content": "The last row arrives now.",
                          "deliverables": [ {
                            "type": "pull_request",
                            "url": "https://example.org/pulls/8",
                            "label": "The repair",
                            "content_hash": "abababababababababababababababababababababababababababababababab"
                          }, {
                            "type": "file",
                            "url": "http://example.org/log",
                            "label": "",
                            "content_hash": null
                          } ],
                          "verdict": null,
                          "notes": null,
                          "criteria_results": [ ],
                          "accepted_by": null,
                          "review_by": "2026-03-09T09:00:00Z",
                          "held": false,
                          "round": 1,
                          "resubmission": false,
                          "fence": 1,
                          "timer": {
                            "at": "2026-03-09T09:00:00Z",
                            "consequence": "submission_is_accepted"
                          },
                          "created_at": "2026-03-02T09:00:00Z",
                          "updated_at": "2026-03-02T09:00:00Z",
                          "allowed_actions": [ "accept" ]
                        }\
                        """);
    }

    @Test
    void workThatFailedTheGateShowsWhyAndUntilWhenItCanComeAgain() {
        var shown = SubmissionJson.of(SubmissionFixture.failedSubmission(), List.of("dispute"));

        assertThat(shown.status()).isEqualTo("gate_failed");
        assertThat(json(Objects.requireNonNull(shown.verdict())))
                .isEqualTo(
                        """
                        {
                          "score": 3999,
                          "outcome": "fail",
                          "parts": [ {
                            "name": "coverage",
                            "score": 3999,
                            "weight": 10000,
                            "explanation": "Speaks of one of two criteria",
                            "advice": "say what you did about \\"A test proves it\\""
                          }, {
                            "name": "placeholder",
                            "score": 10000,
                            "weight": 0,
                            "explanation": "None",
                            "advice": ""
                          } ],
                          "reasons": [ "Speaks of one of two criteria: say what you did about \\"A test proves it\\"" ],
                          "judge": "built-in",
                          "resubmit_by": "2026-03-02T15:00:00Z"
                        }\
                        """);
    }

    @Test
    void workThatWasSentBackShowsTheReview() {
        var returned =
                SubmissionFixture.with(
                        SubmissionFixture.submissionUnderReview(),
                        new SubmissionStatus.RevisionRequested(SubmissionFixture.REVIEW, NOW));

        var shown = SubmissionJson.of(returned, List.of());

        assertThat(shown.status()).isEqualTo("revision_requested");
        assertThat(shown.notes()).isEqualTo("The second criterion is not met");
        assertThat(shown.criteriaResults())
                .containsExactly(
                        new CriterionResultJson(0, true, ""),
                        new CriterionResultJson(1, false, "There is no test"));
        assertThat(shown.reviewBy()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void acceptedWorkSaysByWhat(Acceptance by) {
        var shown = SubmissionJson.of(SubmissionFixture.acceptedSubmission(by), List.of());

        assertThat(shown.status()).isEqualTo("accepted");
        assertThat(shown.acceptedBy()).isEqualTo(by.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void aDisputeHoldsTheReview() {
        var shown = SubmissionJson.of(SubmissionFixture.heldSubmission(), List.of());

        assertThat(shown.status()).isEqualTo("under_review");
        assertThat(shown.held()).isTrue();
        assertThat(shown.reviewBy()).isNull();
        assertThat(shown.timer()).isNull();
    }

    @Test
    void aCriterionIsJudgedWithItsPlaceAndAWord() {
        var review =
                read(
                        "{\"notes\": \"no\", \"criteria_results\": [null, {\"criterion\": 1}]}",
                        ReviewJson.class);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(review::review)
                .withMessage(
                        "Field 'criteria_results[0].criterion' is required; Field 'criteria_results[0].met' is"
                                + " required; Field 'criteria_results[1].met' is required");
    }

    @Test
    void aDeliverableThatIsNullIsAnEmptyOneForTheDomainToName() {
        var work = read("{\"deliverables\": [null]}", SubmitJson.class).work();

        assertThat(work.problems()).isNotEmpty();
    }
}
