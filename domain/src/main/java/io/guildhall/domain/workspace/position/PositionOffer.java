package io.guildhall.domain.workspace.position;

import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.workspace.ProjectPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a project looks for.
 *
 * @param budgetCap what the work in this position is meant to cost at most; told to those who
 *     apply, null when nothing was said
 */
public record PositionOffer(
        String title,
        String description,
        RoleLevel roleLevel,
        List<String> requiredCapabilities,
        @Nullable Money budgetCap) {

    public PositionOffer {
        requiredCapabilities = List.copyOf(requiredCapabilities);
    }

    /** The position that every project begins with. */
    public static PositionOffer projectManager() {
        return new PositionOffer("Project Manager", "", RoleLevel.PM, List.of(), null);
    }

    public List<FieldProblem> problems() {
        return new Invalid.Check()
                .text(title, "title", 1, 200)
                .text(description, "description", 0, 20_000)
                .words(requiredCapabilities, "requiredCapabilities", 50, 50)
                .require(
                        budgetCap == null
                                || (budgetCap.isPositive()
                                        && budgetCap.cents() <= ProjectPlan.BUDGET_CENTS_MAX),
                        "budgetCap",
                        "must be 1 to " + ProjectPlan.BUDGET_CENTS_MAX + " cents")
                .problems();
    }
}
