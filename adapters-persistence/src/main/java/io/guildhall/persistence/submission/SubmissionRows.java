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
                        status = ?1, reviewBy = ?2, statusAt = ?3,
                        review = ?4, updatedAt = ?5,
                        version = version + 1 where id = ?6 and version = ?7
                        """,
                        row.status,
                        row.reviewBy,
                        row.statusAt,
                        row.review,
                        row.updatedAt,
                        row.id,
                        row.version);
        return changed == 1;
    }
}
