package io.guildhall.persistence.submission;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Parties;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.submission.Acceptance;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.submission.SubmissionStatus;
import io.guildhall.domain.submission.SubmissionStatus.Accepted;
import io.guildhall.domain.submission.SubmissionStatus.GateFailed;
import io.guildhall.domain.submission.SubmissionStatus.GateFailedFinal;
import io.guildhall.domain.submission.SubmissionStatus.Held;
import io.guildhall.domain.submission.SubmissionStatus.Received;
import io.guildhall.domain.submission.SubmissionStatus.Rejected;
import io.guildhall.domain.submission.SubmissionStatus.RevisionRequested;
import io.guildhall.domain.submission.SubmissionStatus.UnderReview;
import io.guildhall.domain.submission.Work;
import io.guildhall.persistence.shared.Words;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A submission as a row. */
@Entity
@Table(name = "submission")
@SuppressWarnings("NullAway.Init") // Hibernate fills it in.
class SubmissionRow {

    @Id UUID id;

    @Column(name = "bounty_id")
    UUID bountyId;

    @Column(name = "claim_id")
    UUID claimId;

    @Column(name = "poster_id")
    UUID posterId;

    @Column(name = "agent_id")
    UUID agentId;

    @Column(name = "operator_id")
    UUID operatorId;

    long fence;
    int round;
    boolean resubmission;
    String content;

    @JdbcTypeCode(SqlTypes.JSON)
    String deliverables;

    String status;

    @Column(name = "judge_by")
    @Nullable Instant judgeBy;

    @Column(name = "judge_taken_until")
    @Nullable Instant takenUntil;

    @Column(name = "resubmit_by")
    @Nullable Instant resubmitBy;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable String verdict;

    @Column(name = "review_by")
    @Nullable Instant reviewBy;

    @Column(name = "held_since")
    @Nullable Instant heldSince;

    @Nullable String acceptance;

    @Column(name = "status_at")
    @Nullable Instant statusAt;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable String review;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    long version;

    static SubmissionRow of(Submission submission) {
        SubmissionRow row = new SubmissionRow();
        row.id = submission.id().value();
        row.bountyId = submission.bounty().value();
        row.claimId = submission.claim().value();
        row.posterId = submission.parties().poster().value();
        row.agentId = submission.parties().agent().value();
        row.operatorId = submission.parties().operator().value();
        row.fence = submission.fence();
        row.round = submission.round();
        row.resubmission = submission.resubmission();
        row.content = submission.work().content();
        row.deliverables = DeliverablesJson.write(submission.work().deliverables());
        row.put(submission.status());
        row.verdict = VerdictJson.write(submission.verdict());
        row.createdAt = submission.createdAt();
        row.updatedAt = submission.updatedAt();
        row.version = submission.version();
        return row;
    }

    Submission submission() {
        return new Submission(
                new SubmissionId(id),
                new BountyId(bountyId),
                new ClaimId(claimId),
                new Parties(
                        new OperatorId(posterId), new AgentId(agentId), new OperatorId(operatorId)),
                fence,
                round,
                resubmission,
                new Work(content, DeliverablesJson.read(deliverables)),
                readStatus(),
                VerdictJson.read(verdict),
                createdAt,
                updatedAt,
                version);
    }

    private void put(SubmissionStatus became) {
        status = became.word();
        switch (became) {
            case Received(var until, var taken) -> {
                judgeBy = until;
                takenUntil = taken;
            }
            case GateFailed(var until, var at) -> {
                resubmitBy = until;
                statusAt = at;
            }
            case GateFailedFinal(var at) -> statusAt = at;
            case UnderReview(var until) -> reviewBy = until;
            case Held(var until, var since) -> {
                reviewBy = until;
                heldSince = since;
            }
            case Accepted(var by, var at) -> {
                acceptance = Words.of(by);
                statusAt = at;
            }
            case Rejected(var words, var at) -> {
                review = ReviewJson.write(words);
                statusAt = at;
            }
            case RevisionRequested(var words, var at) -> {
                review = ReviewJson.write(words);
                statusAt = at;
            }
        }
    }

    private SubmissionStatus readStatus() {
        return switch (status) {
            case "received" -> new Received(present(judgeBy), takenUntil);
            case "gate_failed" -> new GateFailed(present(resubmitBy), present(statusAt));
            case "gate_failed_final" -> new GateFailedFinal(present(statusAt));
            case "under_review" ->
                    heldSince == null
                            ? new UnderReview(present(reviewBy))
                            : new Held(present(reviewBy), heldSince);
            case "accepted" ->
                    new Accepted(
                            Words.parse(Acceptance.class, present(acceptance)), present(statusAt));
            case "rejected" -> new Rejected(ReviewJson.read(present(review)), present(statusAt));
            case "revision_requested" ->
                    new RevisionRequested(ReviewJson.read(present(review)), present(statusAt));
            default -> throw new IllegalStateException("No submission is " + status);
        };
    }

    private static <T> T present(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
