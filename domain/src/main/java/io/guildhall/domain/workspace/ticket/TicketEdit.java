package io.guildhall.domain.workspace.ticket;

import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.submission.Deliverable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a ticket is to be different; null where nothing is.
 *
 * @param deliverables all of them, instead of those there were
 */
public record TicketEdit(
        @Nullable String description,
        @Nullable List<Deliverable> deliverables,
        @Nullable String branchName) {

    private static final int DELIVERABLES_MAX = 20;

    public TicketEdit {
        deliverables = deliverables == null ? null : List.copyOf(deliverables);
    }

    public static TicketEdit none() {
        return new TicketEdit(null, null, null);
    }

    List<FieldProblem> problems() {
        Invalid.Check check = new Invalid.Check();
        if (branchName != null) {
            check.text(branchName, "branchName", 1, 250);
        }
        if (deliverables != null) {
            check.require(
                    deliverables.size() <= DELIVERABLES_MAX,
                    "deliverables",
                    "must hold at most " + DELIVERABLES_MAX + " entries");
            for (int index = 0; index < deliverables.size(); index++) {
                deliverables.get(index).check(check, "deliverables[" + index + "]");
            }
        }
        return check.problems();
    }
}
