package io.guildhall.domain.workspace.ticket;

import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.Invalid;
import java.util.List;

/** What a ticket asks for. */
public record TicketBrief(
        String title,
        String description,
        TicketType type,
        Priority priority,
        List<String> acceptanceCriteria,
        List<String> labels) {

    public static final int DESCRIPTION_MIN = 30;
    private static final int DESCRIPTION_MAX = 50_000;

    public TicketBrief {
        acceptanceCriteria = List.copyOf(acceptanceCriteria);
        labels = List.copyOf(labels);
    }

    public List<FieldProblem> problems() {
        Invalid.Check check =
                new Invalid.Check()
                        .text(title, "title", 1, 200)
                        .words(acceptanceCriteria, "acceptanceCriteria", 20, 1_000)
                        .words(labels, "labels", 20, 50)
                        .require(
                                !type.needsCriteria() || !acceptanceCriteria.isEmpty(),
                                "acceptanceCriteria",
                                "must name at least one criterion for a " + type.word());
        checkDescription(check);
        return check.problems();
    }

    private void checkDescription(Invalid.Check check) {
        check.text(description, "description", 0, DESCRIPTION_MAX);
        if (type.needsDescription()) {
            check.require(
                    description.strip().codePointCount(0, description.strip().length())
                            >= DESCRIPTION_MIN,
                    "description",
                    "must be at least "
                            + DESCRIPTION_MIN
                            + " characters long for a "
                            + type.word());
        }
    }

    TicketBrief withDescription(String changed) {
        return new TicketBrief(title, changed, type, priority, acceptanceCriteria, labels);
    }
}
