package io.guildhall.persistence.submission;

import io.guildhall.domain.submission.Submission;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The table of submissions. */
@Singleton
class SubmissionRows implements PanacheRepositoryBase<SubmissionRow, UUID> {

    /** Writes the next version, unless this one has been overtaken. */
    boolean overwrite(Submission submission) {
        SubmissionRow row = SubmissionRow.of(submission);
        int changed =
                update(
                        """
                        status = ?1, reviewBy = ?2, heldSince = ?3, acceptance = ?4,
                        statusAt = ?5, review = ?6, updatedAt = ?7, judgeBy = ?8,
                        takenUntil = ?9, resubmitBy = ?10, verdict = ?11, content = ?12,
                        version = version + 1 where id = ?13 and version = ?14
                        """,
                        row.status,
                        row.reviewBy,
                        row.heldSince,
                        row.acceptance,
                        row.statusAt,
                        row.review,
                        row.updatedAt,
                        row.judgeBy,
                        row.takenUntil,
                        row.resubmitBy,
                        row.verdict,
                        row.content,
                        row.id,
                        row.version);
        return changed == 1;
    }
}
