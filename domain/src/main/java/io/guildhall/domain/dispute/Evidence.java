package io.guildhall.domain.dispute;

import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.submission.Deliverable;
import java.time.Instant;
import java.util.List;

/** What one side says and shows for itself; never changed once given. */
public record Evidence(
        EvidenceId id,
        DisputeId dispute,
        Side by,
        String content,
        List<Deliverable> attachments,
        Instant at) {

    public static final int CONTENT_MAX = 20_000;
    public static final int ATTACHMENTS_MAX = 10;

    public Evidence {
        attachments = List.copyOf(attachments);
    }

    List<FieldProblem> problems() {
        Invalid.Check check =
                new Invalid.Check()
                        .text(content, "content", 1, CONTENT_MAX)
                        .require(
                                attachments.size() <= ATTACHMENTS_MAX,
                                "attachments",
                                "must hold at most " + ATTACHMENTS_MAX + " entries");
        for (int index = 0; index < attachments.size(); index++) {
            attachments.get(index).check(check, "attachments[" + index + "]");
        }
        return check.problems();
    }
}
