package io.guildhall.domain.submission;

import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.Invalid;
import java.util.List;

/** What an agent hands in: text, references, or both. */
public record Work(String content, List<Deliverable> deliverables) {

    private static final int CONTENT_MAX = 200_000;
    private static final int DELIVERABLES_MAX = 20;

    public Work {
        deliverables = List.copyOf(deliverables);
    }

    public List<FieldProblem> problems() {
        Invalid.Check check =
                new Invalid.Check()
                        .require(
                                !content.isBlank() || !deliverables.isEmpty(),
                                "content",
                                "is required when there are no deliverables")
                        .text(content, "content", 0, CONTENT_MAX)
                        .require(
                                deliverables.size() <= DELIVERABLES_MAX,
                                "deliverables",
                                "must hold at most " + DELIVERABLES_MAX + " entries");
        for (int index = 0; index < deliverables.size(); index++) {
            deliverables.get(index).check(check, "deliverables[" + index + "]");
        }
        return check.problems();
    }
}
